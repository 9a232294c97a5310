import warp as wp
from typing import Any


@wp.struct
class Pair:
    a: float
    b: float


@wp.func
def mul(p: Pair, n: int):
    return Pair(p.a * float(n), p.b * float(n))


area = 3


@wp.kernel
def scale(x: wp.array(dtype=Any), s: Any):
    i = wp.tid()
    x[i] = x[i] * s


@wp.kernel
def copy(x: wp.array2d(dtype=wp.Float), v: wp.types.vector(length=Any, dtype=wp.Float)):
    i, j = wp.tid()
    x[i, j] = x.dtype(v[j])


@wp.kernel
def gather(x: Any, y: Any, index: wp.array(dtype=wp.Int)):
    i = wp.tid()
    y[i, 0] = x[index[i]] * 2.0
