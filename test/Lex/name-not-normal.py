# RUN: not kernel-translate %s --stop-after=lex 2>&1 | FileCheck %s --strict-whitespace
# Python would read `ﬁ` as `fi`: two names that look alike would be one.

ﬁt = 1

# CHECK: error[name-not-normal]: `ﬁt` is not in Unicode's normal form NFKC
# CHECK-NEXT:  --> {{.*}}name-not-normal.py:4:1
# CHECK-NEXT:   |
# CHECK-NEXT: 4 | ﬁt = 1
# CHECK-NEXT:   | ^^
# CHECK-NEXT: help: Python would take it for another name: write it in plain letters
# CHECK-NOT: {{^error}}
