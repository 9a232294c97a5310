# RUN: not kernel-translate %s --stop-after=lex 2>&1 | FileCheck %s --strict-whitespace
# An f-string abandoned in a replacement field.

a = f"{x
b = 2

# CHECK: error[unclosed-bracket]: `{` is never closed
# CHECK-NEXT:  --> {{.*}}unclosed-fstring.py:4:7
# CHECK-NEXT:   |
# CHECK-NEXT: 4 | a = f"{x
# CHECK-NEXT:   |       ^
# CHECK-NOT: {{^error}}
