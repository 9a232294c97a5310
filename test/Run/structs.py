# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Structs: nested, as arguments, as elements, with vectors and arrays in them, built in kernels and functions.

# REQUIRES: numpy
# RUN: %python %S/Inputs/run_kernels.py %s --output %t --clangxx %clangxx

import numpy as np
import warp as wp
from values import ARRAY, array_field, record, struct


@wp.struct
class Ray:
    origin: wp.vec3
    direction: wp.vec3


@wp.struct
class Scene:
    count: int
    ray: Ray
    scale: wp.float64
    flag: bool
    turn: wp.mat22


RAY = struct(("origin", "3f4"), ("direction", "3f4"))
SCENE = struct(("count", "i4"), ("ray", RAY), ("scale", "f8"), ("flag", "?"), ("turn", "(2,2)f4"))


@wp.kernel
def as_argument(before: float, scene: Scene, after: float, out: wp.array(dtype=float)):
    i = wp.tid()
    if scene.flag and i < scene.count:
        point = scene.ray.origin + scene.ray.direction * float(i)
        out[i] = (point[0] + scene.turn[1, 0]) * float(scene.scale) + before * after


def check_as_argument(run):
    ray = record(RAY, origin=(1, 2, 3), direction=(0.5, 0, 0))
    scene = record(SCENE, count=3, ray=ray, scale=2.0, flag=True, turn=[[0, 1], [-1, 0]])
    run(5, before=2.0, scene=scene, after=3.0, out=np.zeros(5, np.float32), expect={"out": [6, 7, 8, 0, 0]})


@wp.kernel
def as_elements(scenes: wp.array(dtype=Scene)):
    i = wp.tid()
    scene = scenes[i]
    scene.ray.origin = scene.ray.direction * 2.0
    scene.ray.direction[2] = -1.0
    scene.count += i
    scene.flag = not scene.flag
    scenes[i] = scene
    scenes[i].scale = scenes[i].scale * wp.float64(3.0)


def check_as_elements(run):
    scenes = np.zeros(3, SCENE)
    scenes["ray"]["direction"] = np.arange(9).reshape(3, 3)
    scenes["scale"], scenes["flag"] = [1, 2, 3], [True, False, True]
    changed = scenes.copy()
    changed["ray"]["origin"] = scenes["ray"]["direction"] * 2
    changed["ray"]["direction"][:, 2] = -1
    changed["count"], changed["scale"], changed["flag"] = [0, 1, 2], [3, 6, 9], [False, True, False]
    run(3, scenes=scenes, expect={"scenes": changed})


@wp.func
def make_ray(x: float):
    ray = Ray()
    ray.origin = wp.vec3(x, 0.0, 0.0)
    return ray


@wp.func
def ray_at(ray: Ray, t: float):
    return ray.origin + ray.direction * t


@wp.kernel
def built(rays: wp.array(dtype=Ray), out: wp.array(dtype=float)):
    i = wp.tid()
    ray = make_ray(float(i))
    ray.direction.y = 4.0
    rays[i] = ray
    out[i] = wp.length_sq(ray_at(ray, 0.5))


def check_built(run):
    rays = np.zeros(4, RAY)
    changed = rays.copy()
    changed["origin"][:, 0], changed["direction"][:, 1] = np.arange(4), 4
    run(4, rays=rays, out=np.zeros(4, np.float32), expect={"rays": changed, "out": np.arange(4) ** 2 + 4})


@wp.struct
class Grid:
    cells: wp.array2d(dtype=float)
    offset: int


GRID = struct(("cells", ARRAY), ("offset", "i4"))


@wp.func
def cell(grid: Grid, i: int, j: int):
    return grid.cells[i + grid.offset, j]


@wp.kernel
def with_arrays(grid: Grid, out: wp.array(dtype=float)):
    i = wp.tid()
    total = float(0.0)
    for j in range(grid.cells.shape[1]):
        total += cell(grid, i, j)
    out[i] = total


def check_with_arrays(run):
    cells = np.arange(12, dtype=np.float32).reshape(4, 3)
    run(3, grid=record(GRID, cells=array_field(cells), offset=1), out=np.zeros(3, np.float32),
        expect={"out": cells[1:].sum(axis=1)}, warp="wants its own array in the field")


# An array is true where it has memory.
@wp.kernel
def without_arrays(grid: Grid, out: wp.array(dtype=int)):
    if grid.cells:
        out[0] = 1
    if not grid.cells and out:
        out[1] = 1
    out[2] = wp.where(grid.cells, 5, 6)
    out[3] = wp.where(out, 5, 6)
    if wp.unot(grid.cells) and not wp.unot(out):
        out[4] = 1


def check_without_arrays(run):
    cells = np.zeros((1, 1), np.float32)
    without = "wants its own array in the field"
    run(1, grid=record(GRID), out=np.zeros(5, np.int32), expect={"out": [0, 1, 6, 5, 1]}, warp=without)
    run(1, grid=record(GRID, cells=array_field(cells)), out=np.zeros(5, np.int32), expect={"out": [1, 0, 5, 5, 0]},
        warp=without)


# What a field is by default counts for nothing where all are given.
@wp.struct
class Preset:
    count: int = 3
    scale: float = 2.0


@wp.kernel
def preset(given: Preset, out: wp.array(dtype=float)):
    made = Preset(given.count + 1, given.scale)
    out[0] = float(made.count) * made.scale


def check_preset(run):
    given = np.array((2, 1.5), struct(("count", "i4"), ("scale", "f4")))[()]
    run(1, given=given, out=np.zeros(1, np.float32), expect={"out": [4.5]})
