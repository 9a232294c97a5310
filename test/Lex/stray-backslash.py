# RUN: not kernel-translate %s --stop-after=lex 2>&1 | FileCheck %s --strict-whitespace
# A backslash that is not the last character of its line.

a = 1 + \ 2
b = 1 + \
    2

# CHECK: error[stray-backslash]: a backslash joins lines only where it is the last character of a line
# CHECK-NEXT:  --> {{.*}}stray-backslash.py:4:9
# CHECK-NEXT:   |
# CHECK-NEXT: 4 | a = 1 + \ 2
# CHECK-NEXT:   |         ^
# CHECK-NOT: {{^error}}
