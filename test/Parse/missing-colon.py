# RUN: not kernel-translate %s --stop-after=parse 2>&1 | FileCheck %s --strict-whitespace
# The block after a line without its colon is still read, and shows no further error.

def f(x):
    if x > 1
        x = 2
    elif x:
        x = 3
    else:
        x = 4
    return x

# CHECK: error[expected-token]: expected `:`, found the end of the line
# CHECK-NEXT:  --> {{.*}}missing-colon.py:5:13
# CHECK-NEXT:   |
# CHECK-NEXT: 5 |     if x > 1
# CHECK-NEXT:   |             ^
# CHECK-NOT: {{^error}}
