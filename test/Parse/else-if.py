# RUN: not kernel-translate %s --stop-after=parse 2>&1 | FileCheck %s --strict-whitespace
# `else if` is `elif`.

if a:
    b = 1
else if c:
    b = 2

# CHECK: error[expected-token]: expected `:`, found `if`
# CHECK-NEXT:  --> {{.*}}else-if.py:6:6
# CHECK-NEXT:   |
# CHECK-NEXT: 6 | else if c:
# CHECK-NEXT:   |      ^^
# CHECK-NEXT: help: write `elif`
# CHECK-NOT: {{^error}}
