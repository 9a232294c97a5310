# RUN: not kernel-translate %s --stop-after=lex 2>&1 | FileCheck %s --strict-whitespace
# A decimal integer may not begin with a zero; floats may.

a = 0777
b = 00.5
c = 0

# CHECK: error[leading-zero]: integer `0777` begins with a zero
# CHECK-NEXT:  --> {{.*}}leading-zero.py:4:5
# CHECK-NEXT:   |
# CHECK-NEXT: 4 | a = 0777
# CHECK-NEXT:   |     ^^^^
# CHECK-NEXT: help: write `777`, or `0o777` for an octal number
# CHECK-NOT: {{^error}}
