# RUN: not kernel-translate %s --stop-after=lex 2>&1 | FileCheck %s --strict-whitespace
# A tab is as wide as eight blanks or as one: these lines depend on which.

if a:
        b
	c

# CHECK: error[inconsistent-tabs]: how deep this line is indented depends on how wide a tab is
# CHECK-NEXT:  --> {{.*}}inconsistent-tabs.py:6:1
# CHECK-NEXT:   |
# CHECK-NEXT: 6 |     c
# CHECK-NEXT:   | ^^^^
# CHECK-NEXT: help: indent with spaces only, or with tabs only
# CHECK-NOT: {{^error}}
