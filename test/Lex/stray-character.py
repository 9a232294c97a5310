# RUN: not kernel-translate %s --stop-after=lex 2>&1 | FileCheck %s --strict-whitespace
# A character that Python has no use for; the line after it is read as usual.

x = a ? b : c
y = ok

# CHECK: error[stray-character]: `?` has no place in Python code
# CHECK-NEXT:  --> {{.*}}stray-character.py:4:7
# CHECK-NEXT:   |
# CHECK-NEXT: 4 | x = a ? b : c
# CHECK-NEXT:   |       ^
# CHECK-NOT: {{^error}}
