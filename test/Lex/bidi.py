# RUN: not kernel-translate %s --stop-after=lex 2>&1 | FileCheck %s --strict-whitespace
# Characters that change the reading order are refused in code, and shown by number. Comments and strings may hold
# them.

# comment ‮
y = "‮"
allowed = ‮admin

# CHECK: error[stray-character]: `<U+202E>` has no place in Python code
# CHECK-NEXT:  --> {{.*}}bidi.py:7:11
# CHECK-NEXT:   |
# CHECK-NEXT: 7 | allowed = <U+202E>admin
# CHECK-NEXT:   |           ^^^^^^^^
# CHECK-NOT: {{^error}}
