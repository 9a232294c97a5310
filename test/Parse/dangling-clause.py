# RUN: not kernel-translate %s --stop-after=parse 2>&1 | FileCheck %s --strict-whitespace
# A clause that belongs to no statement, and its block.

a = 1
else:
    b = 2
case = 1
except ValueError:
    pass

# CHECK: error[dangling-clause]: `else` belongs to no statement before it
# CHECK-NEXT:  --> {{.*}}dangling-clause.py:5:1
# CHECK-NEXT:   |
# CHECK-NEXT: 5 | else:
# CHECK-NEXT:   | ^^^^
# CHECK: error[dangling-clause]: `except` belongs to no statement before it
# CHECK-NEXT:  --> {{.*}}dangling-clause.py:8:1
# CHECK-NEXT:   |
# CHECK-NEXT: 8 | except ValueError:
# CHECK-NEXT:   | ^^^^^^
# CHECK-NOT: {{^error}}
