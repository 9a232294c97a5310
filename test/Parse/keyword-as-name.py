# RUN: not kernel-translate %s --stop-after=parse 2>&1 | FileCheck %s --strict-whitespace
# Words of the language are no names.

lambda = 1
def class(x):
    return x
for in in x:
    pass
import from

# CHECK: error[expected-name]: expected a name, found `=`
# CHECK-NEXT:  --> {{.*}}keyword-as-name.py:4:8
# CHECK-NEXT:   |
# CHECK-NEXT: 4 | lambda = 1
# CHECK-NEXT:   |        ^
# CHECK: error[expected-name]: expected a name, found `class`
# CHECK-NEXT:  --> {{.*}}keyword-as-name.py:5:5
# CHECK-NEXT:   |
# CHECK-NEXT: 5 | def class(x):
# CHECK-NEXT:   |     ^^^^^
# CHECK-NEXT: help: `class` is a word of the language: choose another name
# CHECK: error[expected-expression]: expected an expression, found `in`
# CHECK-NEXT:  --> {{.*}}keyword-as-name.py:7:5
# CHECK-NEXT:   |
# CHECK-NEXT: 7 | for in in x:
# CHECK-NEXT:   |     ^^
# CHECK-NEXT: help: `in` is a word of the language
# CHECK: error[expected-name]: expected a name, found `from`
# CHECK-NEXT:  --> {{.*}}keyword-as-name.py:9:8
# CHECK-NEXT:   |
# CHECK-NEXT: 9 | import from
# CHECK-NEXT:   |        ^^^^
# CHECK-NEXT: help: `from` is a word of the language: choose another name
# CHECK-NOT: {{^error}}
