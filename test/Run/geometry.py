# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Geometry of points: the closest points of two edges, also of edges that are points; triangles that meet or do not.

# REQUIRES: numpy
# RUN: %python %S/Inputs/run_kernels.py %s --output %t --clangxx %clangxx

import numpy as np
import warp as wp
from values import vectors

# An edge, another one, and where they are closest.
EDGES = [
    ([0, 0, 0], [1, 0, 0], [0.5, -1, 1], [0.5, 1, 1], [0.5, 0.5, 1]),
    ([0, 0, 0], [1, 0, 0], [2, 1, 0], [2, 3, 0], [1, 0, 2**0.5]),
    ([0, 0, 0], [2, 0, 0], [1, 3, 0], [1, 1, 0], [0.5, 1, 1]),
    ([0, 0, 0], [1, 0, 0], [-3, 1, 0], [-1, 0, 0], [0, 1, 1]),
    ([0, 0, 0], [1, 0, 0], [0, 1, 0], [1, 1, 0], [0, 0, 1]),  # parallel
    ([0, 0, 0], [4, 0, 0], [1, 2, 0], [1, 2, 0], [0.25, 0, 2]),  # the second is a point
    ([1, 2, 0], [1, 2, 0], [0, 0, 0], [4, 0, 0], [0, 0.25, 2]),  # the first is
    ([0, 0, 0], [0, 0, 0], [0, 3, 4], [0, 3, 4], [0, 0, 5]),  # both are
]


@wp.kernel
def closest(p1: wp.array(dtype=wp.vec3), q1: wp.array(dtype=wp.vec3), p2: wp.array(dtype=wp.vec3),
            q2: wp.array(dtype=wp.vec3), out: wp.array(dtype=wp.vec3)):
    i = wp.tid()
    out[i] = wp.closest_point_edge_edge(p1[i], q1[i], p2[i], q2[i], 1.0e-6)


def edges(given, found):
    columns = [vectors(np.array(column, np.float32)) for column in zip(*given)]
    return dict(zip(("p1", "q1", "p2", "q2"), columns), out=vectors(np.zeros((len(given), 3), np.float32)),
                expect={"out": np.array(found)})


def check_closest(run):
    run(len(EDGES), **edges([edge[:4] for edge in EDGES], [edge[4] for edge in EDGES]))
    run(1, **edges([([5, 0, 0], [5, 0, 0], [0, 0, 0], [1, 0, 0])], [[0, 1, 4]]),
        warp="beside a point it leaves the end of an edge behind")
    random = np.random.default_rng(5)
    given = random.normal(size=(20, 4, 3))
    steps = np.linspace(0, 1, 801)
    first = given[:, 0, None] + (given[:, 1] - given[:, 0])[:, None] * steps[:, None]
    second = given[:, 2, None] + (given[:, 3] - given[:, 2])[:, None] * steps[:, None]
    found = []
    for a, b in zip(first, second):
        distances = np.linalg.norm(a[:, None] - b[None], axis=-1)
        i, j = np.unravel_index(np.argmin(distances), distances.shape)
        found.append([steps[i], steps[j], distances[i, j]])
    run(20, **edges(given, found), tolerance=5e-3)


FLAT = [[0, 0, 0], [2, 0, 0], [0, 2, 0]]
# Another triangle, and whether it meets the first one.
TRIANGLES = [
    ([[0.5, 0.5, -1], [0.5, 0.5, 1], [3, 3, 0]], 1),
    ([[0.5, 0.5, 1], [0.5, 0.5, 2], [3, 3, 1]], 0),  # above
    ([[3, 3, -1], [3, 3, 1], [4, 4, 0]], 0),  # beside
    ([[0.5, 0.5, 0], [0.5, 0.5, 2], [3, 3, 1]], 1),  # touches with a corner
    ([[-1, 0.5, 1], [3, 0.5, 1], [1, 0.5, -5]], 1),
    ([[0.1, 0.1, 0], [0.4, 0.1, 0], [0.1, 0.4, 0]], 1),  # inside, in one plane
    ([[-1, -1, 0], [9, -1, 0], [-1, 9, 0]], 1),  # around
    ([[1, 1, 0], [3, 1, 0], [1, 3, 0]], 1),
    ([[3, 3, 0], [4, 3, 0], [3, 4, 0]], 0),
]


@wp.kernel
def meet(v: wp.array(dtype=wp.vec3), u: wp.array2d(dtype=wp.vec3), out: wp.array2d(dtype=int)):
    i = wp.tid()
    out[i, 0] = wp.intersect_tri_tri(v[0], v[1], v[2], u[i, 0], u[i, 1], u[i, 2])
    out[i, 1] = wp.intersect_tri_tri(
        wp.vec3d(u[i, 2]), wp.vec3d(u[i, 1]), wp.vec3d(u[i, 0]), wp.vec3d(v[0]), wp.vec3d(v[1]), wp.vec3d(v[2])
    )


def check_meet(run):
    others = np.array([triangle for triangle, _ in TRIANGLES], np.float32)
    expected = np.array([[meets] * 2 for _, meets in TRIANGLES])
    # The same in each of the three planes.
    for turned in range(3):
        v, u = (np.roll(np.array(points, np.float32), turned, axis=-1) for points in (FLAT, others))
        run(len(TRIANGLES), v=vectors(v), u=vectors(u), out=np.zeros((len(TRIANGLES), 2), np.int32),
            expect={"out": expected})
