# RUN: kernel-translate %s --stop-after=check --dump | FileCheck %s
# RUN: kernel-translate %s --report=%t.jsonl -o %t.cpp
# RUN: FileCheck %s --check-prefix=REPORT --input-file=%t.jsonl
# Renewed by update_checks.py.
# Kernels, funcs and structs in functions: what they capture is known from the calls in the file, from defaults, or from
# what the functions assign.

import warp as wp


def make_kernel(count, dtype=float):
    if dtype == float:
        scale = count * 2
    else:
        scale = count * 3

    @wp.func
    def scaled(x: dtype):
        return x * dtype(scale)

    @wp.kernel
    def k(values: wp.array(dtype=dtype)):
        i = wp.tid()
        values[i] = scaled(values[i])

    return k


twice_three = make_kernel(3)
wide = make_kernel(count=5, dtype=wp.float64)
again = make_kernel(3, float)


def make_adder(amount):
    if amount == 0:

        @wp.func
        def add(x: int):
            return x

        return add

    @wp.func
    def add(x: int):
        return x + amount

    return add


add_two = make_adder(2)
add_none = make_adder(0)


def make_pair(n):
    @wp.struct
    class Pair:
        first: wp.types.vector(length=n, dtype=float)
        second: float

    @wp.kernel
    def swap(pairs: wp.array(dtype=Pair)):
        i = wp.tid()
        pairs[i].second = pairs[i].first[n - 1]

    return Pair, swap


Pair5, swap5 = make_pair(5)


@wp.kernel
def uses(pairs: wp.array(dtype=Pair5), out: wp.array(dtype=int)):
    i = wp.tid()
    out[i] = add_two(i) + add_none(i) + wp.static(make_adder(2))(i) + int(pairs[i].second)


def check(size, unused):
    offset = size + 1

    @wp.kernel
    def k(out: wp.array(dtype=int)):
        out[wp.tid()] = offset

    def inner(factor=4):
        @wp.kernel
        def k(out: wp.array(dtype=int)):
            out[wp.tid()] = offset * factor

        return k

    return inner()


def main():
    check(6, open("somewhere"))
    check(unused=None, size=6)


class Holder:
    @wp.kernel
    def k(out: wp.array(dtype=int)):
        out[wp.tid()] = 1


# REPORT: {"kernel":"twice_three",{{.*}}"line":29,"status":"ok"
# REPORT-NEXT: {"kernel":"wide",{{.*}}"line":30,"status":"ok"
# REPORT-NEXT: {"kernel":"again",{{.*}}"line":31,"status":"ok"
# REPORT-NEXT: {"kernel":"swap5",
# REPORT-NEXT: {"kernel":"uses",
# REPORT-NEXT: {"kernel":"check.k",
# REPORT-NEXT: {"kernel":"check.inner.k",
# REPORT-NEXT: {"kernel":"Holder.k",
# REPORT-NOT: {"kernel"

# CHECK: struct Pair
# CHECK-NEXT:   first: vector(length=5, dtype=float32)
# CHECK-NEXT:   second: float32
# CHECK-EMPTY:
# CHECK-NEXT: func scaled(x: float32) -> float32
# CHECK-NEXT:   19: return x * dtype(scale)
# CHECK-NEXT:     x * dtype(scale): float32, builtin mul(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     dtype(scale): float32 = 6.0, cast
# CHECK-EMPTY:
# CHECK-NEXT: kernel twice_three(values: array(dtype=float32))
# CHECK-NEXT:   var i: int32
# CHECK-NEXT:   23: i = wp.tid()
# CHECK-NEXT:     wp.tid(): int32, thread id
# CHECK-NEXT:   24: values[i] = scaled(values[i])
# CHECK-NEXT:     values[i]: float32
# CHECK-NEXT:     scaled(values[i]): float32, func scaled
# CHECK-NEXT:     values[i]: float32
# CHECK-EMPTY:
# CHECK-NEXT: func scaled(x: float64) -> float64
# CHECK-NEXT:   19: return x * dtype(scale)
# CHECK-NEXT:     x * dtype(scale): float64, builtin mul(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     dtype(scale): float64 = 15.0, cast
# CHECK-EMPTY:
# CHECK-NEXT: kernel wide(values: array(dtype=float64))
# CHECK-NEXT:   var i: int32
# CHECK-NEXT:   23: i = wp.tid()
# CHECK-NEXT:     wp.tid(): int32, thread id
# CHECK-NEXT:   24: values[i] = scaled(values[i])
# CHECK-NEXT:     values[i]: float64
# CHECK-NEXT:     scaled(values[i]): float64, func scaled
# CHECK-NEXT:     values[i]: float64
# CHECK-EMPTY:
# CHECK-NEXT: kernel again(values: array(dtype=float32))
# CHECK-NEXT:   var i: int32
# CHECK-NEXT:   23: i = wp.tid()
# CHECK-NEXT:     wp.tid(): int32, thread id
# CHECK-NEXT:   24: values[i] = scaled(values[i])
# CHECK-NEXT:     values[i]: float32
# CHECK-NEXT:     scaled(values[i]): float32, func scaled
# CHECK-NEXT:     values[i]: float32
# CHECK-EMPTY:
# CHECK-NEXT: kernel swap5(pairs: array(dtype=Pair))
# CHECK-NEXT:   var i: int32
# CHECK-NEXT:   62: i = wp.tid()
# CHECK-NEXT:     wp.tid(): int32, thread id
# CHECK-NEXT:   63: pairs[i].second = pairs[i].first[n - 1]
# CHECK-NEXT:     pairs[i].second: float32
# CHECK-NEXT:     pairs[i]: Pair
# CHECK-NEXT:     pairs[i].first[n - 1]: float32
# CHECK-NEXT:     pairs[i].first: vector(length=5, dtype=float32)
# CHECK-NEXT:     pairs[i]: Pair
# CHECK-NEXT:     n - 1: int32, builtin sub(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     n: int32 = 5
# CHECK-NEXT:     1: int32 = 1
# CHECK-EMPTY:
# CHECK-NEXT: func add_two(x: int32) -> int32
# CHECK-NEXT:   45: return x + amount
# CHECK-NEXT:     x + amount: int32, builtin add(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     amount: int32 = 2
# CHECK-EMPTY:
# CHECK-NEXT: func add_none(x: int32) -> int32
# CHECK-NEXT:   39: return x
# CHECK-EMPTY:
# CHECK-NEXT: kernel uses(pairs: array(dtype=Pair), out: array(dtype=int32))
# CHECK-NEXT:   var i: int32
# CHECK-NEXT:   73: i = wp.tid()
# CHECK-NEXT:     wp.tid(): int32, thread id
# CHECK-NEXT:   74: out[i] = add_two(i) + add_none(i) + wp.static(make_adder(2))(i) + int(pairs[i].second)
# CHECK-NEXT:     out[i]: int32
# CHECK-NEXT:     add_two(i) + add_none(i) + wp.static(make_adder(2))(i) + int(pairs[i].second): int32, builtin add(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     add_two(i) + add_none(i) + wp.static(make_adder(2))(i): int32, builtin add(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     add_two(i) + add_none(i): int32, builtin add(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     add_two(i): int32, func add_two
# CHECK-NEXT:     add_none(i): int32, func add_none
# CHECK-NEXT:     wp.static(make_adder(2))(i): int32, func add_two
# CHECK-NEXT:     int(pairs[i].second): int32, cast
# CHECK-NEXT:     pairs[i].second: float32
# CHECK-NEXT:     pairs[i]: Pair
# CHECK-EMPTY:
# CHECK-NEXT: kernel check_k(out: array(dtype=int32))
# CHECK-NEXT:   82: out[wp.tid()] = offset
# CHECK-NEXT:     out[wp.tid()]: int32
# CHECK-NEXT:     wp.tid(): int32, thread id
# CHECK-NEXT:     offset: int32 = 7
# CHECK-EMPTY:
# CHECK-NEXT: kernel check_inner_k(out: array(dtype=int32))
# CHECK-NEXT:   87: out[wp.tid()] = offset * factor
# CHECK-NEXT:     out[wp.tid()]: int32
# CHECK-NEXT:     wp.tid(): int32, thread id
# CHECK-NEXT:     offset * factor: int32, builtin mul(a: T, b: T) -> T, T any int or float
# CHECK-NEXT:     offset: int32 = 7
# CHECK-NEXT:     factor: int32 = 4
# CHECK-EMPTY:
# CHECK-NEXT: kernel Holder_k(out: array(dtype=int32))
# CHECK-NEXT:   102: out[wp.tid()] = 1
# CHECK-NEXT:     out[wp.tid()]: int32
# CHECK-NEXT:     wp.tid(): int32, thread id
# CHECK-NEXT:     1: int32 = 1
# CHECK-EMPTY:
