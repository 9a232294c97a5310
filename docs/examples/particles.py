# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

"""A small cloud of particles that pull on each other inside a box: structs, vectors, loops and atomics."""

import warp as wp


@wp.struct
class Box:
    low: wp.vec3
    high: wp.vec3
    bounce: float


@wp.func
def pull(offset: wp.vec3, mass: float, softening: float) -> wp.vec3:
    square = wp.length_sq(offset) + softening * softening
    return offset * (mass / (square * wp.sqrt(square)))


@wp.func
def reflect(position: float, speed: float, low: float, high: float, bounce: float):
    if position < low:
        return low, wp.abs(speed) * bounce
    if position > high:
        return high, -wp.abs(speed) * bounce
    return position, speed


@wp.kernel
def forces(
    positions: wp.array(dtype=wp.vec3),
    masses: wp.array(dtype=float),
    softening: float,
    result: wp.array(dtype=wp.vec3),
):
    i = wp.tid()
    here = positions[i]
    total = wp.vec3(0.0, 0.0, 0.0)
    for j in range(positions.shape[0]):
        if j != i:
            total += pull(positions[j] - here, masses[j], softening)
    result[i] = total


@wp.kernel
def advance(
    positions: wp.array(dtype=wp.vec3),
    velocities: wp.array(dtype=wp.vec3),
    accelerations: wp.array(dtype=wp.vec3),
    box: Box,
    dt: float,
):
    i = wp.tid()
    velocity = velocities[i] + accelerations[i] * dt
    position = positions[i] + velocity * dt
    for axis in range(3):
        where, speed = reflect(position[axis], velocity[axis], box.low[axis], box.high[axis], box.bounce)
        position[axis] = where
        velocity[axis] = speed
    positions[i] = position
    velocities[i] = velocity


@wp.kernel
def histogram(velocities: wp.array(dtype=wp.vec3), bin_width: float, counts: wp.array(dtype=int)):
    i = wp.tid()
    speed = wp.length(velocities[i])
    slot = wp.min(int(speed / bin_width), counts.shape[0] - 1)
    wp.atomic_add(counts, slot, 1)


@wp.kernel
def fastest(velocities: wp.array(dtype=wp.vec3), answer: wp.array(dtype=float)):
    i = wp.tid()
    wp.atomic_max(answer, 0, wp.length(velocities[i]))
