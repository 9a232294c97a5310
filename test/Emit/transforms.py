# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Transforms and spatial vectors: names of types, parts, operators.
#
# RUN: kernel-translate %s --target=cpu -o - | diff %s.expected.cpp -
# RUN: kernel-translate %s --target=cuda -o - | diff %s.expected.cu -

import warp as wp

HOME = wp.transform(wp.vec3(0.0, 1.0, 0.0), wp.quat_identity())


@wp.struct
class Body:
    pose: wp.transform
    velocity: wp.spatial_vector


@wp.func
def tip(pose: wp.transform, reach: float):
    return wp.transform_point(pose, wp.vec3(0.0, 0.0, reach))


@wp.kernel
def swing(bodies: wp.array(dtype=Body), poses: wp.array(dtype=wp.transformd), dt: float):
    i = wp.tid()
    body = bodies[i]
    t = HOME * body.pose
    t.p += wp.vec3(body.velocity[3], body.velocity[4], body.velocity[5]) * dt
    t.q = wp.normalize(t.q)
    t[1] = 0.0
    if t != body.pose:
        body.velocity = wp.spatial_vector(wp.vec3(), tip(t, 2.0))
    body.pose = wp.transform_inverse(t) + wp.transform(t.p) * 0.5
    bodies[i] = body
    poses[i] += wp.transform_identity(dtype=wp.float64)
