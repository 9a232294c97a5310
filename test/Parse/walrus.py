# RUN: not kernel-translate %s --stop-after=parse 2>&1 | FileCheck %s --strict-whitespace
# `:=` needs parentheses as a statement, and a plain name.

a := 1
(a.b := 1)
(c := 1)

# CHECK: error[bare-walrus]: `:=` can't assign in a statement of its own
# CHECK-NEXT:  --> {{.*}}walrus.py:4:3
# CHECK-NEXT:   |
# CHECK-NEXT: 4 | a := 1
# CHECK-NEXT:   |   ^^
# CHECK-NEXT: help: assign with `=`
# CHECK: error[expected-token]: expected `)`, found `:=`
# CHECK-NEXT:  --> {{.*}}walrus.py:5:6
# CHECK-NEXT:   |
# CHECK-NEXT: 5 | (a.b := 1)
# CHECK-NEXT:   |      ^^
# CHECK-NOT: {{^error}}
