# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

"""Waves on a square sheet: one step of the damped wave equation, drops that fall on it, and its energy."""

import warp as wp

SPEED = wp.constant(0.35)
DAMPING = wp.constant(0.999)


@wp.func
def at(height: wp.array2d(dtype=float), i: int, j: int) -> float:
    # The border reflects: what lies outside is the nearest point inside.
    row = wp.clamp(i, 0, height.shape[0] - 1)
    column = wp.clamp(j, 0, height.shape[1] - 1)
    return height[row, column]


@wp.func
def laplacian(height: wp.array2d(dtype=float), i: int, j: int) -> float:
    around = at(height, i - 1, j) + at(height, i + 1, j) + at(height, i, j - 1) + at(height, i, j + 1)
    return around - 4.0 * at(height, i, j)


@wp.kernel
def step(now: wp.array2d(dtype=float), before: wp.array2d(dtype=float), after: wp.array2d(dtype=float)):
    i, j = wp.tid()
    speed = now[i, j] - before[i, j]
    after[i, j] = now[i, j] + DAMPING * speed + SPEED * SPEED * laplacian(now, i, j)


@wp.kernel
def drops(height: wp.array2d(dtype=float), centers: wp.array(dtype=wp.vec2), radius: float, depth: float):
    i, j = wp.tid()
    point = wp.vec2(float(i), float(j))
    for k in range(centers.shape[0]):
        distance = wp.length(point - centers[k])
        if distance >= radius:
            continue
        height[i, j] -= depth * wp.smoothstep(0.0, 1.0, 1.0 - distance / radius)


@wp.kernel
def energy(now: wp.array2d(dtype=float), before: wp.array2d(dtype=float), total: wp.array(dtype=float)):
    i, j = wp.tid()
    speed = now[i, j] - before[i, j]
    slope_x = at(now, i + 1, j) - now[i, j]
    slope_y = at(now, i, j + 1) - now[i, j]
    kinetic = 0.5 * speed * speed
    tension = 0.5 * SPEED * SPEED * (slope_x * slope_x + slope_y * slope_y)
    wp.atomic_add(total, 0, kinetic + tension)
