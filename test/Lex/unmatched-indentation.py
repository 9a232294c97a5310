# RUN: not kernel-translate %s --stop-after=lex 2>&1 | FileCheck %s --strict-whitespace
# A line between two levels of indentation.

if a:
        b
    c
d

# CHECK: error[unmatched-indentation]: this line is indented like no block around it
# CHECK-NEXT:  --> {{.*}}unmatched-indentation.py:6:1
# CHECK-NEXT:   |
# CHECK-NEXT: 6 |     c
# CHECK-NEXT:   | ^^^^
# CHECK-NEXT: help: indent the line like the one above it, or like a block that it belongs to
# CHECK-NOT: {{^error}}
