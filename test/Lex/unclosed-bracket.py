# RUN: not kernel-translate %s --stop-after=lex 2>&1 | FileCheck %s --strict-whitespace
# A bracket that is never closed is marked where it opens; the next statement is read as usual.

def f(x):
    y = (x + [1, 2
    return y

def g(x):
    return x

# CHECK: error[unclosed-bracket]: `[` is never closed
# CHECK-NEXT:  --> {{.*}}unclosed-bracket.py:5:14
# CHECK-NEXT:   |
# CHECK-NEXT: 5 |     y = (x + [1, 2
# CHECK-NEXT:   |              ^
# CHECK-NOT: {{^error}}
