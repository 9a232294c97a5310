# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Random numbers are Warp's, bit for bit. What is stored are sums of a thousand draws each, in float64, which no single
# bit of any draw can differ in without showing; they were printed by Warp 1.10.1, and --oracle=warp asks it again.

# REQUIRES: numpy
# RUN: %python %S/Inputs/run_kernels.py %s --output %t --clangxx %clangxx
# RUN: %if warp %{ %python %S/Inputs/run_kernels.py %s --oracle warp %}

import numpy as np
import warp as wp
from values import vectors

COUNT = wp.constant(1000)
SUMS = {
    "numbers": [
        [-232491774261.0, 605000.0, 8632569906970.0, 7434557907617.0, 2058.4875729084015, 9424.03704559803,
         40.54135555084213, 14112.0, 40335.0, 4929868.0, 0.0],
        [166763558327.0, 575952.0, 9013358794010.0, 7524374901454.0, 1975.2474609613419, 9078.080018162727,
         205.31635028625897, 13815.0, 39404.0, 4929935.0, 0.0],
        [-18550968178.0, 574251.0, 8393460960428.0, 7518931346600.0, 2007.0933575034142, 9509.220250606537,
         74.60843002214096, 13879.0, 39600.0, 4939780.0, 0.0],
        [88618985924.0, 585289.0, 8822498007816.0, 7380379533497.0, 2028.9197266697884, 9811.525047779083,
         167.42304058361333, 13856.0, 39040.0, 4939246.0, 0.0],
    ],
    "samples": [
        [10282.0, 5360.733221394417, 20.19683642243035, -125.95727818169689, 0.6597646474838257, 60.4124818444252,
         -348.42651790081436, 119.96486753775389, 7628.013145160556, 9746.876201474923],
        [10282.0, 5387.935815508128, 420.33106555242557, -156.4250572224846, -88.52420598268509, -28.314124882221222,
         -121.90495361509966, 237.8684862673399, 7453.042555791172, 9851.914428098913],
        [10179.0, 5298.7450384321855, -642.6511581395753, -217.49659464480646, 114.99353623390198, -206.95174551010132,
         87.15512663398476, 637.6244093645073, 7156.50598894991, 9507.737728588298],
        [10103.0, 5319.441991232743, 596.9332707924768, 99.6937940211501, -14.557655274868011, 21.447670876979828,
         1083.7473617997312, 539.301114353817, 7481.8379750544045, 9622.138094600028],
    ],
    "noises": [
        [-1.0098658556935334, -42.21847282588715, -11.738429698627442, 43.86096338694915, -0.25167787654845597,
         -14.959256909089163, -10.111922721378505, 17.834757130709477, -2.504393416456878, 1495.1199964471161,
         22.57734298147261, 92.36856743972749],
        [17.35666592529742, -27.139869136502966, -8.087819651002064, 26.05537466867827, -16.443522287358064,
         18.98786019347608, 7.560442083806265, -20.251308540115133, -161.4998625162989, -837.2764218151569,
         147.5716520138085, -108.30383427999914],
        [-3.582262373697631, -32.79433217225596, -38.36267692036927, 0.7957174546900205, 3.698035994246311,
         16.221592677058652, -8.922429001890123, 24.360755620058626, 315.7296248001221, 892.64155395329,
         -518.1555296275765, 314.97097739577293],
        [-20.155415108285524, -34.21623891976196, -9.05374608351849, 28.580891427816823, -2.8369275159784593,
         27.834140715189278, 30.076239726506174, -1.4416185561567545, 40.69440396502614, 666.2453470360488,
         679.7920260280371, 21.461522735655308],
    ],
}


@wp.func
def weight(j: int):
    return wp.float64(j % 7 + 1)


@wp.func
def weigh(v: wp.vec3, j: int):
    return (wp.float64(v[0]) + wp.float64(v[1]) * wp.float64(3.0) + wp.float64(v[2]) * wp.float64(5.0)) * weight(j)


@wp.func
def weigh(v: wp.vec2, j: int):
    return (wp.float64(v[0]) + wp.float64(v[1]) * wp.float64(3.0)) * weight(j)


@wp.kernel
def numbers(out: wp.array2d(dtype=wp.float64)):
    i = wp.tid()
    state = wp.rand_init(42, i)
    start = wp.rand_init(i)
    for j in range(COUNT):
        out[i, 0] += wp.float64(wp.randi(state)) * weight(j)
        out[i, 1] += wp.float64(wp.randi(state, -7, 300)) * weight(j)
        out[i, 2] += wp.float64(wp.randu(state)) * weight(j)
        out[i, 3] += wp.float64(wp.randu(state, wp.uint32(5), wp.uint32(4000000000))) * weight(j)
        out[i, 4] += wp.float64(wp.randf(state)) * weight(j)
        out[i, 5] += wp.float64(wp.randf(start, -2.5, 7.1)) * weight(j)
        out[i, 6] += wp.float64(wp.randn(state)) * weight(j)
        out[i, 7] += wp.float64(wp.poisson(state, 3.5)) * weight(j)
        out[i, 8] += wp.float64(wp.poisson(state, 10.0)) * weight(j)
        out[i, 9] += wp.float64(wp.poisson(start, 1234.5)) * weight(j)
        out[i, 10] += wp.float64(wp.poisson(start, 0.0))


def check_numbers(run):
    run(4, out=np.zeros((4, 11)), expect={"out": SUMS["numbers"]}, tolerance=0)


@wp.kernel
def samples(cdf: wp.array(dtype=float), out: wp.array2d(dtype=wp.float64)):
    i = wp.tid()
    state = wp.rand_init(7, i)
    for j in range(COUNT):
        out[i, 0] += wp.float64(wp.sample_cdf(state, cdf)) * weight(j)
        out[i, 1] += weigh(wp.sample_triangle(state), j)
        out[i, 2] += weigh(wp.sample_unit_ring(state), j)
        out[i, 3] += weigh(wp.sample_unit_disk(state), j)
        out[i, 4] += weigh(wp.sample_unit_square(state), j)
        out[i, 5] += weigh(wp.sample_unit_cube(state), j)
        out[i, 6] += weigh(wp.sample_unit_sphere(state), j)
        out[i, 7] += weigh(wp.sample_unit_sphere_surface(state), j)
        out[i, 8] += weigh(wp.sample_unit_hemisphere(state), j)
        out[i, 9] += weigh(wp.sample_unit_hemisphere_surface(state), j)


def check_samples(run):
    run(4, cdf=np.array([0.1, 0.1, 0.5, 0.75, 0.9], np.float32), out=np.zeros((4, 10)),
        expect={"out": SUMS["samples"]}, tolerance=0)


@wp.kernel
def noises(out: wp.array2d(dtype=wp.float64)):
    i = wp.tid()
    state = wp.rand_init(11, i)
    for j in range(COUNT):
        x = wp.randf(state, -20.0, 20.0)
        p2 = wp.vec2(x, wp.randf(state, -20.0, 20.0))
        p3 = wp.vec3(p2[0], p2[1], wp.randf(state, -20.0, 20.0))
        p4 = wp.vec4(p3[0], p3[1], p3[2], wp.randf(state, -20.0, 20.0))
        out[i, 0] += wp.float64(wp.noise(state, x)) * weight(j)
        out[i, 1] += wp.float64(wp.noise(state, p2)) * weight(j)
        out[i, 2] += wp.float64(wp.noise(state, p3)) * weight(j)
        out[i, 3] += wp.float64(wp.noise(state, p4)) * weight(j)
        out[i, 4] += wp.float64(wp.pnoise(state, x, 3)) * weight(j)
        out[i, 5] += wp.float64(wp.pnoise(state, p2, 3, 4)) * weight(j)
        out[i, 6] += wp.float64(wp.pnoise(state, p3, 3, 4, 5)) * weight(j)
        out[i, 7] += wp.float64(wp.pnoise(state, p4, 3, 4, 5, 6)) * weight(j)
        out[i, 8] += weigh(wp.curlnoise(state, p2), j)
        out[i, 9] += weigh(wp.curlnoise(state, p3, wp.uint32(3), 2.5, 0.75), j)
        out[i, 10] += weigh(wp.curlnoise(state, p4, gain=0.25, octaves=wp.uint32(2)), j)
        out[i, 11] += weigh(wp.curlnoise(state, p2, wp.uint32(4)), j)


def check_noises(run):
    run(4, out=np.zeros((4, 12)), expect={"out": SUMS["noises"]}, tolerance=0)


# What holds the state
# --------------------

STATE = np.dtype([("key", "u4"), ("count", "i4")])


@wp.struct
class Stream:
    key: wp.uint32
    count: int


@wp.func
def twice(state: wp.uint32):
    return wp.randf(state) + wp.randf(state)


@wp.kernel
def places(states: wp.array(dtype=wp.uint32), streams: wp.array(dtype=Stream), key: wp.uint32,
           out: wp.array2d(dtype=float)):
    i = wp.tid()
    local = states[i]
    out[i, 0] = wp.randf(local) - wp.randf(local)
    out[i, 1] = wp.randf(states[i]) - wp.randf(states[i])
    stream = streams[i]
    out[i, 2] = wp.randf(stream.key) - wp.randf(stream.key)
    out[i, 3] = wp.randf(key) - wp.randf(key)
    out[i, 4] = wp.randf(key) + float(0.0)
    again = key
    out[i, 5] = wp.randf(again) - wp.randf(key)
    out[i, 6] = twice(again) - twice(again)
    out[i, 7] = wp.randf(wp.rand_init(3, i)) - wp.randf(wp.rand_init(3, i))


def pcg(state):
    state = np.uint32(state * 747796405 + 2891336453 & 0xFFFFFFFF)
    state = np.uint32(int((state >> ((state >> 28) + 4)) ^ state) * 277803737 & 0xFFFFFFFF)
    return int((state >> 22) ^ state)


def unit(state):
    return np.float32(state >> 8) * np.float32(2.0**-24)


def check_places(run):
    states = np.array([7, 123456789, 4294967295], np.uint32)
    streams = np.array([(5, 1), (6, 2), (7, 3)], STATE)
    out = np.zeros((3, 8), np.float32)
    for i, state in enumerate(states):
        out[i, 0] = unit(pcg(int(state))) - unit(pcg(pcg(int(state))))
    key = [99]
    for _ in range(5):
        key.append(pcg(key[-1]))
    out[:, 3] = unit(key[1]) - unit(key[2])
    out[:, 4] = unit(key[3])
    run(3, states=states, streams=streams, key=np.uint32(99), out=out * 0, expect={"out": out}, tolerance=0)
