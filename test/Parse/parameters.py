# RUN: not kernel-translate %s --stop-after=parse 2>&1 | FileCheck %s --strict-whitespace
# The order of parameters.

def f(a=1, b):
    pass
def f(*):
    pass
def f(a, *b, *c):
    pass
def f(**k, a):
    pass
def f(/, a):
    pass
def f(a, b:):
    pass
def f(a, 1):
    pass
lambda *, **k: 0

# CHECK: error[default-order]: parameter `b` needs a default, since one before it has one
# CHECK-NEXT:  --> {{.*}}parameters.py:4:12
# CHECK-NEXT:   |
# CHECK-NEXT: 4 | def f(a=1, b):
# CHECK-NEXT:   |            ^
# CHECK: error[misplaced-parameter]: `*` can't stand here among the parameters
# CHECK-NEXT:  --> {{.*}}parameters.py:6:7
# CHECK-NEXT:   |
# CHECK-NEXT: 6 | def f(*):
# CHECK-NEXT:   |       ^
# CHECK: error[misplaced-parameter]: `*` can't stand here among the parameters
# CHECK-NEXT:  --> {{.*}}parameters.py:8:14
# CHECK-NEXT:   |
# CHECK-NEXT: 8 | def f(a, *b, *c):
# CHECK-NEXT:   |              ^
# CHECK: error[misplaced-parameter]: `a` can't stand here among the parameters
# CHECK-NEXT:   --> {{.*}}parameters.py:10:12
# CHECK-NEXT:    |
# CHECK-NEXT: 10 | def f(**k, a):
# CHECK-NEXT:    |            ^
# CHECK: error[misplaced-parameter]: `/` can't stand here among the parameters
# CHECK-NEXT:   --> {{.*}}parameters.py:12:7
# CHECK-NEXT:    |
# CHECK-NEXT: 12 | def f(/, a):
# CHECK-NEXT:    |       ^
# CHECK: error[expected-expression]: expected an expression, found `)`
# CHECK-NEXT:   --> {{.*}}parameters.py:14:12
# CHECK-NEXT:    |
# CHECK-NEXT: 14 | def f(a, b:):
# CHECK-NEXT:    |            ^
# CHECK: error[expected-name]: expected a name, found `1`
# CHECK-NEXT:   --> {{.*}}parameters.py:16:10
# CHECK-NEXT:    |
# CHECK-NEXT: 16 | def f(a, 1):
# CHECK-NEXT:    |          ^
# CHECK: error[misplaced-parameter]: `**` can't stand here among the parameters
# CHECK-NEXT:   --> {{.*}}parameters.py:18:11
# CHECK-NEXT:    |
# CHECK-NEXT: 18 | lambda *, **k: 0
# CHECK-NEXT:    |           ^^
# CHECK-NOT: {{^error}}
