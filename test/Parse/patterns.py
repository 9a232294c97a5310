# RUN: not kernel-translate %s --stop-after=parse 2>&1 | FileCheck %s --strict-whitespace
# Patterns match literals, names and classes.

match a:
    case 1 + 2:
        pass
    case -x:
        pass
    case {x: 1}:
        pass
    case C(a=1, 2):
        pass
    case [1, *_] | {"k": v, **rest} if v:
        pass
    case b as _:
        pass

# CHECK: error[expected-token]: expected an imaginary number, found `2`
# CHECK-NEXT:  --> {{.*}}patterns.py:5:14
# CHECK-NEXT:   |
# CHECK-NEXT: 5 |     case 1 + 2:
# CHECK-NEXT:   |              ^
# CHECK: error[expected-token]: expected a number, found `x`
# CHECK-NEXT:  --> {{.*}}patterns.py:7:11
# CHECK-NEXT:   |
# CHECK-NEXT: 7 |     case -x:
# CHECK-NEXT:   |           ^
# CHECK: error[expected-pattern]: expected a pattern, found `x`
# CHECK-NEXT:  --> {{.*}}patterns.py:9:11
# CHECK-NEXT:   |
# CHECK-NEXT: 9 |     case {x: 1}:
# CHECK-NEXT:   |           ^
# CHECK: error[argument-order]: a positional pattern can't follow a keyword pattern
# CHECK-NEXT:   --> {{.*}}patterns.py:11:17
# CHECK-NEXT:    |
# CHECK-NEXT: 11 |     case C(a=1, 2):
# CHECK-NEXT:    |                 ^
# CHECK: error[expected-token]: expected a name other than `_`, found `_`
# CHECK-NEXT:   --> {{.*}}patterns.py:15:15
# CHECK-NEXT:    |
# CHECK-NEXT: 15 |     case b as _:
# CHECK-NEXT:    |               ^
# CHECK-NOT: {{^error}}
