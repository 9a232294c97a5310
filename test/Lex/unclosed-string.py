# RUN: not kernel-translate %s --stop-after=lex 2>&1 | FileCheck %s --strict-whitespace
# A string that ends with its line; the next line is code again.

a = "never
b = 'fine'

# CHECK: error[unclosed-string]: string is never closed
# CHECK-NEXT:  --> {{.*}}unclosed-string.py:4:5
# CHECK-NEXT:   |
# CHECK-NEXT: 4 | a = "never
# CHECK-NEXT:   |     ^^^^^^
# CHECK-NEXT: help: close it with `"`
# CHECK-NOT: {{^error}}
