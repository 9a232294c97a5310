# RUN: not kernel-translate %s --stop-after=parse 2>&1 | FileCheck %s --strict-whitespace
# A block that no header begins.

a = 1
    b = 2
    c = 3
d = 4

# CHECK: error[unexpected-indentation]: this line is indented, but no block begins here
# CHECK-NEXT:  --> {{.*}}unexpected-indentation.py:5:5
# CHECK-NEXT:   |
# CHECK-NEXT: 5 |     b = 2
# CHECK-NEXT:   |     ^
# CHECK-NEXT: help: remove the blanks before it
# CHECK-NOT: {{^error}}
