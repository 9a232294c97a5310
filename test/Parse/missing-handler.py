# RUN: not kernel-translate %s --stop-after=parse 2>&1 | FileCheck %s --strict-whitespace
# `try` alone, and handlers that do not go together.

try:
    a
b = 1

try:
    a
except A:
    pass
except* B:
    pass

try:
    a
except A, B:
    pass

# CHECK: error[missing-handler]: `try` has neither `except` nor `finally`
# CHECK-NEXT:  --> {{.*}}missing-handler.py:4:1
# CHECK-NEXT:   |
# CHECK-NEXT: 4 | try:
# CHECK-NEXT:   | ^^^
# CHECK: error[mixed-handlers]: one `try` can't have both `except` and `except*`
# CHECK-NEXT:   --> {{.*}}missing-handler.py:12:1
# CHECK-NEXT:    |
# CHECK-NEXT: 12 | except* B:
# CHECK-NEXT:    | ^^^^^^
# CHECK: error[expected-token]: expected `:`, found `,`
# CHECK-NEXT:   --> {{.*}}missing-handler.py:17:9
# CHECK-NEXT:    |
# CHECK-NEXT: 17 | except A, B:
# CHECK-NEXT:    |         ^
# CHECK-NEXT: help: put parentheses around several types
# CHECK-NOT: {{^error}}
