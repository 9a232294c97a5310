# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# A chain of rotations along the joints of an arm, and where its tip comes to be.

import numpy as np
import warp as wp
from values import value, vectors


@wp.kernel
def rotations(joints: wp.array2d(dtype=wp.quat), bone: wp.vec3, tips: wp.array(dtype=wp.vec3)):
    i = wp.tid()
    turn = wp.quat(0.0, 0.0, 0.0, 1.0)
    x = float(0.0)
    y = float(0.0)
    z = float(0.0)
    for j in range(joints.shape[1]):
        turn = wp.normalize(turn * joints[i, j])
        along = turn * wp.quat(bone, 0.0) * wp.quat(-turn[0], -turn[1], -turn[2], turn[3])
        x += along[0]
        y += along[1]
        z += along[2]
    tips[i] = wp.vec3(x, y, z)


def launch(random):
    shape = (1024, 8)
    return shape[0], [vectors(random.random((*shape, 4), np.float32)), value(np.array([0.1, 0.2, 0.3], np.float32)),
                      vectors(np.zeros((shape[0], 3), np.float32))]
