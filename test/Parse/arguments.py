# RUN: not kernel-translate %s --stop-after=parse 2>&1 | FileCheck %s --strict-whitespace
# The order of arguments in a call.

f(a=1, 2)
f(**k, 2)
f(**k, *a)
f(x for x in y, 1)
f(a.b=1)
f(a b)
f(a=1, *b, **c)

# CHECK: error[argument-order]: a positional argument can't follow a keyword argument
# CHECK-NEXT:  --> {{.*}}arguments.py:4:8
# CHECK-NEXT:   |
# CHECK-NEXT: 4 | f(a=1, 2)
# CHECK-NEXT:   |        ^
# CHECK: error[argument-order]: a positional argument can't follow one unpacked with `**`
# CHECK-NEXT:  --> {{.*}}arguments.py:5:8
# CHECK-NEXT:   |
# CHECK-NEXT: 5 | f(**k, 2)
# CHECK-NEXT:   |        ^
# CHECK: error[argument-order]: an unpacked argument can't follow one unpacked with `**`
# CHECK-NEXT:  --> {{.*}}arguments.py:6:8
# CHECK-NEXT:   |
# CHECK-NEXT: 6 | f(**k, *a)
# CHECK-NEXT:   |        ^^
# CHECK: error[bare-generator]: a generator beside other arguments needs parentheses
# CHECK-NEXT:  --> {{.*}}arguments.py:7:3
# CHECK-NEXT:   |
# CHECK-NEXT: 7 | f(x for x in y, 1)
# CHECK-NEXT:   |   ^^^^^^^^^^^^
# CHECK: error[keyword-not-name]: the name of a keyword argument must be a plain name
# CHECK-NEXT:  --> {{.*}}arguments.py:8:3
# CHECK-NEXT:   |
# CHECK-NEXT: 8 | f(a.b=1)
# CHECK-NEXT:   |   ^^^
# CHECK-NEXT: help: compare with `==`, or name a parameter
# CHECK: error[expected-token]: expected `,`, found `b`
# CHECK-NEXT:  --> {{.*}}arguments.py:9:5
# CHECK-NEXT:   |
# CHECK-NEXT: 9 | f(a b)
# CHECK-NEXT:   |     ^
# CHECK-NOT: {{^error}}
