# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Structs: members that begin as zeros, arrays inside, members of elements.
#
# RUN: kernel-translate %s --target=cpu -o - | diff %s.expected.cpp -
# RUN: kernel-translate %s --target=cuda -o - | diff %s.expected.cu -

import warp as wp


@wp.struct
class Particle:
    position: wp.vec3
    mass: float
    kind: wp.int8


@wp.struct
class World:
    gravity: wp.vec3
    particles: wp.array(dtype=Particle)


@wp.kernel
def fall(world: World, dt: float):
    i = wp.tid()
    p = world.particles[i]
    p.position = p.position + world.gravity * (dt * dt)
    p.position[1] = wp.max(p.position[1], 0.0)
    q = Particle()
    q.mass = p.mass
    world.particles[i] = p
    world.particles[i].mass += q.mass
