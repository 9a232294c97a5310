# RUN: not kernel-translate %s --stop-after=parse 2>&1 | FileCheck %s --strict-whitespace
# Each mistake is reported once, and the statements around it are read.

def f(x):
    a = x +
    b = x + 1
    c = (x,, 2)
    return a b


def g(x):
    return x

# CHECK: error[expected-expression]: expected an expression, found the end of the line
# CHECK-NEXT:  --> {{.*}}one-error-a-statement.py:5:12
# CHECK-NEXT:   |
# CHECK-NEXT: 5 |     a = x +
# CHECK-NEXT:   |            ^
# CHECK: error[expected-token]: expected `)`, found `,`
# CHECK-NEXT:  --> {{.*}}one-error-a-statement.py:7:12
# CHECK-NEXT:   |
# CHECK-NEXT: 7 |     c = (x,, 2)
# CHECK-NEXT:   |            ^
# CHECK: error[expected-new-line]: the statement should end before `b`
# CHECK-NEXT:  --> {{.*}}one-error-a-statement.py:8:14
# CHECK-NEXT:   |
# CHECK-NEXT: 8 |     return a b
# CHECK-NEXT:   |              ^
# CHECK-NOT: {{^error}}
