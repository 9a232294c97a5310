# RUN: not kernel-translate %s --stop-after=parse 2>&1 | FileCheck %s --strict-whitespace
# Operators that Python spells in letters, or does not have.

a = b && c
a = b || c
a = !b
i++
i--

# CHECK: error[expected-expression]: expected an expression, found `&`
# CHECK-NEXT:  --> {{.*}}habits-from-c.py:4:8
# CHECK-NEXT:   |
# CHECK-NEXT: 4 | a = b && c
# CHECK-NEXT:   |        ^
# CHECK-NEXT: help: write `and`
# CHECK: error[expected-expression]: expected an expression, found `|`
# CHECK-NEXT:  --> {{.*}}habits-from-c.py:5:8
# CHECK-NEXT:   |
# CHECK-NEXT: 5 | a = b || c
# CHECK-NEXT:   |        ^
# CHECK-NEXT: help: write `or`
# CHECK: error[expected-expression]: expected an expression, found `!`
# CHECK-NEXT:  --> {{.*}}habits-from-c.py:6:5
# CHECK-NEXT:   |
# CHECK-NEXT: 6 | a = !b
# CHECK-NEXT:   |     ^
# CHECK-NEXT: help: write `not`
# CHECK: error[expected-expression]: expected an expression, found the end of the line
# CHECK-NEXT:  --> {{.*}}habits-from-c.py:7:4
# CHECK-NEXT:   |
# CHECK-NEXT: 7 | i++
# CHECK-NEXT:   |    ^
# CHECK-NEXT: help: write `+= 1`
# CHECK: error[expected-expression]: expected an expression, found the end of the line
# CHECK-NEXT:  --> {{.*}}habits-from-c.py:8:4
# CHECK-NEXT:   |
# CHECK-NEXT: 8 | i--
# CHECK-NEXT:   |    ^
# CHECK-NEXT: help: write `-= 1`
# CHECK-NOT: {{^error}}
