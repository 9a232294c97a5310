# RUN: not kernel-translate %s --stop-after=lex 2>&1 | FileCheck %s --strict-whitespace
# Digits that no number has, each reported once.

a = 0b12
b = 1__0
c = 0xg
d = 3cm
e = 1_000 + 1if a else 0x_f

# CHECK: error[malformed-number]: `0b12` is not a number
# CHECK-NEXT:  --> {{.*}}malformed-number.py:4:5
# CHECK-NEXT:   |
# CHECK-NEXT: 4 | a = 0b12
# CHECK-NEXT:   |     ^^^^
# CHECK: error[malformed-number]: `1__0` is not a number
# CHECK-NEXT:  --> {{.*}}malformed-number.py:5:5
# CHECK-NEXT:   |
# CHECK-NEXT: 5 | b = 1__0
# CHECK-NEXT:   |     ^^^^
# CHECK: error[malformed-number]: `0xg` is not a number
# CHECK-NEXT:  --> {{.*}}malformed-number.py:6:5
# CHECK-NEXT:   |
# CHECK-NEXT: 6 | c = 0xg
# CHECK-NEXT:   |     ^^^
# CHECK: error[malformed-number]: `3cm` is not a number
# CHECK-NEXT:  --> {{.*}}malformed-number.py:7:5
# CHECK-NEXT:   |
# CHECK-NEXT: 7 | d = 3cm
# CHECK-NEXT:   |     ^^^
# CHECK-NOT: {{^error}}
