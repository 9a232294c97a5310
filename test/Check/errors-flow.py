# RUN: kernel-translate %s --stop-after=check --verify-diagnostics
# A variable is read only where every path has set it; every path of a func returns.

import warp as wp

scale = 2.0


@wp.kernel
def unset(x: wp.array(dtype=float), n: int):
    i = wp.tid()
    if n > 0:
        a = 1.0
    x[i] = a  # error: [maybe-unset] "`a` may not have a value here"
    x[i] = a
    for j in range(n):
        b = 2.0
    x[i] = b  # error: [maybe-unset] "`b` may not have a value here"
    x[j] = 1.0  # error: [maybe-unset] "`j` may not have a value here"
    while n > 1:
        if n > 5:
            break
        c = 1.0
        n -= 1
    x[i] = c  # error: [maybe-unset] "`c` may not have a value here"
    for k in range(10):
        if k == n:
            continue
        d = 1.0
    x[i] = d  # error: [maybe-unset] "`d` may not have a value here"
    v[0] = 1.0  # error: [used-before-assigned] "`v` is read before it is assigned"
    v = wp.vec3()
    e = e + 1.0  # error: [used-before-assigned] "`e` is read before it is assigned"
    f += 1.0  # error: [used-before-assigned] "`f` is read before it is assigned"


@wp.kernel
def shadowed(x: wp.array(dtype=float)):
    x[0] = scale  # error: [used-before-assigned] "`scale` is read before it is assigned"
    scale = 3.0


@wp.kernel
def surely_set(x: wp.array(dtype=float), n: int):
    if n > 0:
        a = 1.0
    elif n < -5:
        return
    else:
        a = 2.0
    for j in range(4):
        b = a
    x[j] = b
    while True:
        c = b
        if c > 1.0:
            break
    x[0] = c


@wp.func
def sometimes(a: float):  # error: [missing-return] "`sometimes` can end without returning its `float32`"
    if a > 0.0:
        return a


@wp.func
def endless(a: float):
    while True:
        if a > 1.0:
            return a
        a *= 2.0


@wp.func
def two_types(a: float):
    if a > 0.0:
        return 1
    return a  # error: [return-type-differs] "`two_types` returns `float32` here and `int32` elsewhere"


@wp.func
def declared(a: float) -> int:
    return a  # error: [return-type-differs] "`declared` returns `float32` here and `int32` elsewhere"


@wp.func
def nothing_or(a: float):
    if a > 0.0:
        return
    return a  # error: [return-type-differs] "`nothing_or` returns `float32` here and `None` elsewhere"


@wp.kernel
def callers(x: wp.array(dtype=float)):
    sometimes(x[0])
    endless(x[0])
    two_types(x[0])
    declared(x[0])
    nothing_or(x[0])


@wp.kernel
def returns_value(x: wp.array(dtype=float)):
    return x[0]  # error: [kernel-returns-value] "the kernel `returns_value` returns a value"


@wp.kernel
def never_set(x: wp.array(dtype=float)):
    if False:
        a = 1.0
    else:
        b = 1.0
    x[0] = a  # error: [used-before-assigned] "`a` is read before it is assigned"
    x[1] = b
