# RUN: not kernel-translate %s --stop-after=lex 2>&1 | FileCheck %s --strict-whitespace
# A brace alone in an f-string.

a = f"a } b"
b = f"{{}}"

# CHECK: error[fstring-brace]: `}` closes nothing in this f-string
# CHECK-NEXT:  --> {{.*}}fstring-brace.py:4:9
# CHECK-NEXT:   |
# CHECK-NEXT: 4 | a = f"a } b"
# CHECK-NEXT:   |         ^
# CHECK-NEXT: help: write `}}` for a brace in the text
# CHECK-NOT: {{^error}}
