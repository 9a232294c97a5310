# RUN: not kernel-translate %s --stop-after=parse 2>&1 | FileCheck %s --strict-whitespace
# A header without its block; the statement after it is read.

def f():
    for i in a:
    return 1

class C:
x = 1

# CHECK: error[missing-block]: expected an indented block after `for`
# CHECK-NEXT:  --> {{.*}}missing-block.py:5:15
# CHECK-NEXT:   |
# CHECK-NEXT: 5 |     for i in a:
# CHECK-NEXT:   |               ^
# CHECK: error[missing-block]: expected an indented block after `class`
# CHECK-NEXT:  --> {{.*}}missing-block.py:8:8
# CHECK-NEXT:   |
# CHECK-NEXT: 8 | class C:
# CHECK-NEXT:   |        ^
# CHECK-NOT: {{^error}}
