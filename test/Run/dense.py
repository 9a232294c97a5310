# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Matrices of any size in arrays of floats: products of plain and of transposed ones, and systems of equations.

# REQUIRES: numpy
# RUN: %python %S/Inputs/run_kernels.py %s --output %t --clangxx %clangxx

import numpy as np
import warp as wp

random = np.random.default_rng(3)
LEFT = random.normal(size=(3, 4)).astype(np.float32)
RIGHT = random.normal(size=(4, 2)).astype(np.float32)
ROOT = random.normal(size=(4, 4)).astype(np.float32)
SYMMETRIC = ROOT @ ROOT.T + np.eye(4, dtype=np.float32)
SIDE = random.normal(size=4).astype(np.float32)


@wp.kernel
def product(t1: int, t2: int, A: wp.array(dtype=float), B: wp.array(dtype=float), C: wp.array(dtype=float)):
    wp.dense_gemm(3, 2, 4, t1, t2, A, B, C)


def check_product(run):
    for t1 in (0, 1):
        for t2 in (0, 1):
            run(1, t1=t1, t2=t2, A=(LEFT.T if t1 else LEFT).flatten(), B=(RIGHT.T if t2 else RIGHT).flatten(),
                C=np.ones(7, np.float32), expect={"C": [*(LEFT @ RIGHT).flatten(), 1]})


@wp.kernel
def factor(n: int, A: wp.array(dtype=float), more: float, L: wp.array(dtype=float)):
    wp.dense_chol(n, A, more, L)


def check_factor(run):
    # The upper triangles are neither read nor written.
    given = np.where(np.triu(np.ones((4, 4)), 1), 99, SYMMETRIC).astype(np.float32)
    factor = np.linalg.cholesky(SYMMETRIC + 0.5 * np.eye(4, dtype=np.float32)) + np.triu(np.full((4, 4), 7), 1)
    run(1, n=4, A=given.flatten(), more=0.5, L=np.full(16, 7, np.float32), expect={"L": factor.flatten()},
        tolerance=1e-4)


@wp.kernel
def solve(n: int, A: wp.array(dtype=float), L: wp.array(dtype=float), b: wp.array(dtype=float),
          x: wp.array(dtype=float), y: wp.array(dtype=float)):
    wp.dense_chol(n, A, 0.0, L)
    wp.dense_solve(n, A, L, b, x)
    wp.dense_subs(n, L, b, y)


def check_solve(run):
    solution = np.linalg.solve(SYMMETRIC, SIDE)
    run(1, n=4, A=SYMMETRIC.flatten(), L=np.zeros(16, np.float32), b=SIDE, x=np.zeros(4, np.float32),
        y=np.zeros(4, np.float32),
        expect={"L": np.linalg.cholesky(SYMMETRIC).flatten(), "x": solution, "y": solution}, tolerance=1e-3)
