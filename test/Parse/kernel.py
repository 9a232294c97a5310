# RUN: kernel-translate %s --stop-after=parse --dump | FileCheck %s --match-full-lines --strict-whitespace
# The shape of a dump: Python's own names for nodes and fields, ranges without the parentheses around an expression.

@wp.kernel
def saxpy(x: wp.array(dtype=float), a: float = 0.5):
    i = wp.tid()
    x[i] += (a - 1) * -x[i, 2:]

#      CHECK:FunctionDef 5:1-7:32 name=saxpy
# CHECK-NEXT:  args: arguments
# CHECK-NEXT:    args: arg 5:11-35 arg=x
# CHECK-NEXT:      annotation: Call 5:14-35
# CHECK-NEXT:        func: Attribute 5:14-22 attr=array
# CHECK-NEXT:          value: Name 5:14-16 id=wp
# CHECK-NEXT:        keywords: keyword 5:23-34 arg=dtype
# CHECK-NEXT:          value: Name 5:29-34 id=float
# CHECK-NEXT:    args: arg 5:37-45 arg=a
# CHECK-NEXT:      annotation: Name 5:40-45 id=float
# CHECK-NEXT:    defaults: Constant 5:48-51 value=0.5
# CHECK-NEXT:  body: Assign 6:5-17
# CHECK-NEXT:    targets: Name 6:5-6 id=i
# CHECK-NEXT:    value: Call 6:9-17
# CHECK-NEXT:      func: Attribute 6:9-15 attr=tid
# CHECK-NEXT:        value: Name 6:9-11 id=wp
# CHECK-NEXT:  body: AugAssign 7:5-32 op=Add
# CHECK-NEXT:    target: Subscript 7:5-9
# CHECK-NEXT:      value: Name 7:5-6 id=x
# CHECK-NEXT:      slice: Name 7:7-8 id=i
# CHECK-NEXT:    value: BinOp 7:13-32 op=Mult
# CHECK-NEXT:      left: BinOp 7:14-19 op=Sub
# CHECK-NEXT:        left: Name 7:14-15 id=a
# CHECK-NEXT:        right: Constant 7:18-19 value=1
# CHECK-NEXT:      right: UnaryOp 7:23-32 op=USub
# CHECK-NEXT:        operand: Subscript 7:24-32
# CHECK-NEXT:          value: Name 7:24-25 id=x
# CHECK-NEXT:          slice: Tuple 7:26-31
# CHECK-NEXT:            elts: Name 7:26-27 id=i
# CHECK-NEXT:            elts: Slice 7:29-31
# CHECK-NEXT:              lower: Constant 7:29-30 value=2
# CHECK-NEXT:  decorator_list: Attribute 4:2-11 attr=kernel
# CHECK-NEXT:    value: Name 4:2-4 id=wp
