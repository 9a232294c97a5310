# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# svd3, svd2, qr3 and eig3: the factors give the matrix back, in both forms, and are what Warp finds.

# REQUIRES: numpy
# RUN: %python %S/Inputs/run_kernels.py %s --output %t --clangxx %clangxx

import numpy as np
import warp as wp
from values import matrices, vectors

A = np.random.default_rng(7).normal(size=(8, 3, 3)).astype(np.float32)
A[0] = np.eye(3)
A[1] = np.diag([1, 0, -2])
A[2] = np.ones((3, 3))
A[3] = 0
SYMMETRIC = A + np.swapaxes(A, 1, 2)
B = np.random.default_rng(8).normal(size=(6, 2, 2))
B[0] = 0
B[1] = np.eye(2) * 2
B[2] = [[0, 1], [0, 0]]


@wp.kernel
def svd3(a: wp.array(dtype=wp.mat33), out: wp.array2d(dtype=wp.mat33), values: wp.array(dtype=wp.vec3)):
    i = wp.tid()
    U, sigma, V = wp.svd3(a[i])
    out[i, 0] = U * wp.diag(sigma) * wp.transpose(V)
    out[i, 1] = wp.transpose(U) * U
    out[i, 2] = wp.transpose(V) * V
    values[i] = sigma
    W = wp.mat33()
    wp.svd3(a[i], U, sigma, W)
    out[i, 3] = U * wp.diag(sigma) * wp.transpose(W)


def check_svd3(run):
    eye = np.broadcast_to(np.eye(3, dtype=np.float32), A.shape)
    sigma = np.linalg.svd(A, compute_uv=False)
    sigma[:, 2] *= np.sign(np.linalg.det(A))
    run(8, a=matrices(A), out=matrices(np.zeros((8, 4, 3, 3), np.float32)), values=vectors(np.zeros((8, 3), np.float32)),
        expect={"out": np.stack([A, eye, eye, A], axis=1), "values": sigma}, tolerance=2e-3)


@wp.kernel
def svd2(a: wp.array(dtype=wp.mat22d), out: wp.array2d(dtype=wp.mat22d), values: wp.array(dtype=wp.vec2d)):
    i = wp.tid()
    U, sigma, V = wp.svd2(a[i])
    out[i, 0] = U * wp.diag(sigma) * wp.transpose(V)
    out[i, 1] = wp.transpose(V) * V
    values[i] = sigma
    wp.svd2(a[i], V, sigma, U)
    out[i, 2] = V * wp.diag(sigma) * wp.transpose(U)


def check_svd2(run):
    eye = np.broadcast_to(np.eye(2), B.shape)
    run(6, a=matrices(B), out=matrices(np.zeros((6, 3, 2, 2))), values=vectors(np.zeros((6, 2))),
        expect={"out": np.stack([B, eye, B], axis=1), "values": np.linalg.svd(B, compute_uv=False)}, tolerance=1e-6)


@wp.kernel
def qr3(a: wp.array(dtype=wp.mat33), out: wp.array2d(dtype=wp.mat33)):
    i = wp.tid()
    Q, R = wp.qr3(a[i])
    out[i, 0] = Q * R
    out[i, 1] = wp.transpose(Q) * Q
    below = wp.vec3(R[1, 0], R[2, 0], R[2, 1])
    out[i, 2] = wp.diag(below)
    wp.qr3(a[i], R, Q)
    out[i, 3] = R * Q


def check_qr3(run):
    eye = np.broadcast_to(np.eye(3, dtype=np.float32), A.shape)
    run(8, a=matrices(A), out=matrices(np.zeros((8, 4, 3, 3), np.float32)),
        expect={"out": np.stack([A, eye, eye * 0, A], axis=1)})


@wp.kernel
def eig3(a: wp.array(dtype=wp.mat33), out: wp.array2d(dtype=wp.mat33), sums: wp.array(dtype=wp.vec3)):
    i = wp.tid()
    Q, d = wp.eig3(a[i])
    out[i, 0] = Q * wp.diag(d) * wp.transpose(Q)
    out[i, 1] = wp.transpose(Q) * Q
    sums[i] = wp.vec3(d[0] + d[1] + d[2], wp.dot(d, d), d[0] * d[1] * d[2])
    wp.eig3(a[i], Q, d)
    out[i, 2] = Q * wp.diag(d) * wp.transpose(Q)


def check_eig3(run):
    eye = np.broadcast_to(np.eye(3, dtype=np.float32), A.shape)
    d = np.linalg.eigvalsh(SYMMETRIC)
    sums = np.stack([d.sum(axis=1), (d * d).sum(axis=1), d.prod(axis=1)], axis=1)
    run(8, a=matrices(SYMMETRIC), out=matrices(np.zeros((8, 3, 3, 3), np.float32)),
        sums=vectors(np.zeros((8, 3), np.float32)),
        expect={"out": np.stack([SYMMETRIC, eye, SYMMETRIC], axis=1), "sums": sums}, tolerance=2e-3)
