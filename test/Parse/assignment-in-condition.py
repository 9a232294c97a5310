# RUN: not kernel-translate %s --stop-after=parse 2>&1 | FileCheck %s --strict-whitespace
# `=` where `==` is meant.

if a = 1:
    pass
while (b = 2):
    pass

# CHECK: error[assignment-in-expression]: `=` assigns, and can't stand inside an expression
# CHECK-NEXT:  --> {{.*}}assignment-in-condition.py:4:6
# CHECK-NEXT:   |
# CHECK-NEXT: 4 | if a = 1:
# CHECK-NEXT:   |      ^
# CHECK-NEXT: help: compare with `==`
# CHECK: error[assignment-in-expression]: `=` assigns, and can't stand inside an expression
# CHECK-NEXT:  --> {{.*}}assignment-in-condition.py:6:10
# CHECK-NEXT:   |
# CHECK-NEXT: 6 | while (b = 2):
# CHECK-NEXT:   |          ^
# CHECK-NEXT: help: compare with `==`
# CHECK-NOT: {{^error}}
