# RUN: not kernel-translate %s --stop-after=parse 2>&1 | FileCheck %s --strict-whitespace
# A decorator stands before a definition.

@wp.kernel
x = 1

@wp.func

# CHECK: error[dangling-decorator]: a decorator can't stand before `x`
# CHECK-NEXT:  --> {{.*}}dangling-decorator.py:5:1
# CHECK-NEXT:   |
# CHECK-NEXT: 5 | x = 1
# CHECK-NEXT:   | ^
# CHECK: error[dangling-decorator]: a decorator can't stand before the end of the file
# CHECK-NEXT:  --> {{.*}}dangling-decorator.py:7:9
# CHECK-NEXT:   |
# CHECK-NEXT: 7 | @wp.func
# CHECK-NEXT:   |         ^
# CHECK-NOT: {{^error}}
