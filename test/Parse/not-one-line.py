# RUN: not kernel-translate %s --stop-after=parse 2>&1 | FileCheck %s --strict-whitespace
# A compound statement can't follow a semicolon or a colon.

a = 1; if b: c = 2
if a: for b in c: pass

# CHECK: error[not-one-line]: `if` must begin a line of its own
# CHECK-NEXT:  --> {{.*}}not-one-line.py:4:8
# CHECK-NEXT:   |
# CHECK-NEXT: 4 | a = 1; if b: c = 2
# CHECK-NEXT:   |        ^^
# CHECK: error[not-one-line]: `for` must begin a line of its own
# CHECK-NEXT:  --> {{.*}}not-one-line.py:5:7
# CHECK-NEXT:   |
# CHECK-NEXT: 5 | if a: for b in c: pass
# CHECK-NEXT:   |       ^^^
# CHECK-NOT: {{^error}}
