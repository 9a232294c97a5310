# RUN: kernel-translate %s --stop-after=parse --dump | FileCheck %s
# What Python 3.12 added: type parameters, `type`, and f-strings that hold any expression.

type Pair[T: int, *Ts, **P] = tuple[T, *Ts]
class C[T](B): pass
def f[T](x: T) -> T: return x
type = match = case = _ = 1
f"{a["b"]:{w}} {x = }{'\n'}"

# CHECK:      TypeAlias 4:1-44
# CHECK-NEXT:   name: Name 4:6-10 id=Pair
# CHECK-NEXT:   type_params: TypeVar 4:11-17 name=T
# CHECK-NEXT:     bound: Name 4:14-17 id=int
# CHECK-NEXT:   type_params: TypeVarTuple 4:19-22 name=Ts
# CHECK-NEXT:   type_params: ParamSpec 4:24-27 name=P
# CHECK-NEXT:   value: Subscript 4:31-44
# CHECK:      ClassDef 5:1-20 name=C
# CHECK:        type_params: TypeVar 5:9-10 name=T
# CHECK:      FunctionDef 6:1-30 name=f
# CHECK:        type_params: TypeVar 6:7-8 name=T
# CHECK:      Assign 7:1-28
# CHECK-NEXT:   targets: Name 7:1-5 id=type
# CHECK-NEXT:   targets: Name 7:8-13 id=match
# CHECK-NEXT:   targets: Name 7:16-20 id=case
# CHECK:      Expr 8:1-29
# CHECK-NEXT:   value: JoinedStr 8:1-29
# CHECK-NEXT:     values: FormattedValue 8:3-15
# CHECK-NEXT:       value: Subscript 8:4-10
# CHECK-NEXT:         value: Name 8:4-5 id=a
# CHECK-NEXT:         slice: Constant 8:6-9 value="b"
# CHECK-NEXT:       format_spec: JoinedStr 8:10-14
# CHECK-NEXT:         values: FormattedValue 8:11-14
# CHECK-NEXT:           value: Name 8:12-13 id=w
# CHECK-NEXT:     values: Constant 8:15-21 value=" x = "
# CHECK-NEXT:     values: FormattedValue 8:16-22 conversion=r
# CHECK-NEXT:       value: Name 8:17-18 id=x
# CHECK-NEXT:     values: FormattedValue 8:22-28
# CHECK-NEXT:       value: Constant 8:23-27 value="\n"
