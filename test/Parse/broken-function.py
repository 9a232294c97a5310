# RUN: not kernel-translate %s --stop-after=parse --dump 2>/dev/null | FileCheck %s
# A function with a statement that could not be read is marked, and so are those around it: it must not be translated.

def f(x):
    y = 1
    y = = 2
    return y

def g(x):
    return x

class C:
    def h(x):
        return x x

# CHECK:     FunctionDef 4:1-7:13 name=f broken=1
# CHECK:     body: Assign 5:5-10
# CHECK-NOT: Assign
# CHECK:     body: Return 7:5-13
# CHECK:     FunctionDef 9:1-10:13 name=g{{$}}
# CHECK:     ClassDef 12:1-{{.*}} name=C broken=1
# CHECK:     FunctionDef 13:5-{{.*}} name=h broken=1
