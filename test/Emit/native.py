# RUN: kernel-translate %s --target=cpu -o - | diff %s.expected.cpp -
# RUN: kernel-translate %s --target=cuda -o - | diff %s.expected.cu -
# Renewed by update_checks.py.
# The user's own C++ is the body of a function, as it stands.

import warp as wp

snippet = """
    // keeps the larger one
    if (x[i] < floor) {
        x[i] = floor;
    }

    count[0] += 1;
"""


@wp.func_native(snippet, adj_snippet="adj_x[i] += 0.0f;", replay_snippet="")
def raise_to(x: wp.array(dtype=float), count: wp.array(dtype=int), i: int, floor: float, unused: wp.mat33):
    """What stands here is not looked at."""


@wp.func_native("return wp::dot(v, v) + m[0][0];")
def measure(v: wp.vec3, m: wp.mat22) -> float: ...


@wp.kernel
def clamp_all(x: wp.array(dtype=float), count: wp.array(dtype=int), v: wp.array(dtype=wp.vec3), m: wp.mat22):
    i = wp.tid()
    raise_to(x, count, i, measure(v[i], m), wp.mat33())
    measure(v[i], m)
