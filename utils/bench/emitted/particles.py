# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Particles that fall, bounce off the ground and slow down; what they share is in a struct.

import numpy as np
import warp as wp
from values import record, struct, vectors


@wp.struct
class World:
    gravity: wp.vec3
    drag: float
    bounce: float
    dt: float


@wp.kernel
def particles(position: wp.array(dtype=wp.vec3), velocity: wp.array(dtype=wp.vec3), world: World):
    i = wp.tid()
    v = velocity[i] + world.gravity * world.dt
    v = v * (1.0 - world.drag * world.dt)
    p = position[i] + v * world.dt
    if p[1] < 0.0:
        p = wp.vec3(p[0], -p[1] * world.bounce, p[2])
        v = wp.vec3(v[0], -v[1] * world.bounce, v[2])
    position[i] = p
    velocity[i] = v


def launch(random):
    n = 16384
    world = record(struct(("gravity", np.float32, 3), ("drag", np.float32), ("bounce", np.float32), ("dt", np.float32)),
                   gravity=[0.0, -9.81, 0.0], drag=0.1, bounce=0.5, dt=0.01)
    return n, [vectors(random.random((n, 3), np.float32)), vectors(random.random((n, 3), np.float32) - 0.5), world]
