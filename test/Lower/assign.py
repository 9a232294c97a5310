# RUN: kernel-translate %s --stop-after=lower --dump | FileCheck %s
# Renewed by update_checks.py.
# Targets of assignments: names, elements, components, fields, several at once.

import warp as wp


@wp.struct
class Particle:
    pos: wp.vec3
    mass: float


@wp.kernel
def swap(a: wp.array(dtype=float)):
    x = a[0]
    y = a[1]
    x, y = y, x
    a[0], a[1] = x, y


@wp.kernel
def parts(v: wp.array(dtype=wp.vec3), p: wp.array(dtype=Particle), m: wp.mat22):
    i = wp.tid()
    v[i][1] = 2.0
    p[i].pos.x = p[i].mass
    m[0, 1] = m[1][0]
    v[i] = wp.vec3(m[0, 1], m[0][0], 0.0)


@wp.kernel
def copies(p: wp.array(dtype=Particle)):
    first = p[0]
    second = first
    second.mass = 1.0
    p[1] = second
    p[2] = first


@wp.kernel
def augmented(a: wp.array(dtype=float), g: wp.array2d(dtype=wp.vec3), n: int):
    i = wp.tid()
    total = float(0.0)
    total += a[i]
    total *= 2.0
    a[i] += total
    a[i] *= total
    g[i, n] -= wp.vec3(1.0)
    g[i, n][2] += 1.0

# CHECK: struct Particle {
# CHECK-NEXT:   pos: vec3
# CHECK-NEXT:   mass: float32
# CHECK-NEXT: }
# CHECK-EMPTY:
# CHECK-NEXT: kernel @swap(%a: array(dtype=float32)) {
# CHECK-NEXT:   %0: ref float32 = element %a[0]
# CHECK-NEXT:   %1: float32 = load %0
# CHECK-NEXT:   var %x: float32 = %1
# CHECK-NEXT:   %2: ref float32 = element %a[1]
# CHECK-NEXT:   %3: float32 = load %2
# CHECK-NEXT:   var %y: float32 = %3
# CHECK-NEXT:   %4: float32 = load %y
# CHECK-NEXT:   %5: float32 = load %x
# CHECK-NEXT:   store %x, %4
# CHECK-NEXT:   store %y, %5
# CHECK-NEXT:   %6: float32 = load %x
# CHECK-NEXT:   %7: float32 = load %y
# CHECK-NEXT:   %8: ref float32 = element %a[0]
# CHECK-NEXT:   store %8, %6
# CHECK-NEXT:   %9: ref float32 = element %a[1]
# CHECK-NEXT:   store %9, %7
# CHECK-NEXT: }
# CHECK-EMPTY:
# CHECK-NEXT: kernel @parts(%v: array(dtype=vec3), %p: array(dtype=Particle), %m: mat22) {
# CHECK-NEXT:   var %m.2: mat22 = %m
# CHECK-NEXT:   %0: int32 = thread_id x
# CHECK-NEXT:   %i: int32 = let %0
# CHECK-NEXT:   %1: ref vec3 = element %v[%i]
# CHECK-NEXT:   %2: ref float32 = component %1[1]
# CHECK-NEXT:   store %2, 2.0
# CHECK-NEXT:   %3: ref Particle = element %p[%i]
# CHECK-NEXT:   %4: ref float32 = field %3.mass
# CHECK-NEXT:   %5: float32 = load %4
# CHECK-NEXT:   %6: ref Particle = element %p[%i]
# CHECK-NEXT:   %7: ref vec3 = field %6.pos
# CHECK-NEXT:   %8: ref float32 = component %7[0]
# CHECK-NEXT:   store %8, %5
# CHECK-NEXT:   %9: ref vec2 = component %m.2[1]
# CHECK-NEXT:   %10: ref float32 = component %9[0]
# CHECK-NEXT:   %11: float32 = load %10
# CHECK-NEXT:   %12: ref vec2 = component %m.2[0]
# CHECK-NEXT:   %13: ref float32 = component %12[1]
# CHECK-NEXT:   store %13, %11
# CHECK-NEXT:   %14: ref vec2 = component %m.2[0]
# CHECK-NEXT:   %15: ref float32 = component %14[1]
# CHECK-NEXT:   %16: float32 = load %15
# CHECK-NEXT:   %17: ref vec2 = component %m.2[0]
# CHECK-NEXT:   %18: ref float32 = component %17[0]
# CHECK-NEXT:   %19: float32 = load %18
# CHECK-NEXT:   %20: vec3 = construct(%16, %19, 0.0)
# CHECK-NEXT:   %21: ref vec3 = element %v[%i]
# CHECK-NEXT:   store %21, %20
# CHECK-NEXT: }
# CHECK-EMPTY:
# CHECK-NEXT: kernel @copies(%p: array(dtype=Particle)) {
# CHECK-NEXT:   %0: ref Particle = element %p[0]
# CHECK-NEXT:   %1: Particle = load %0
# CHECK-NEXT:   %first: Particle = let %1
# CHECK-NEXT:   var %second: Particle = %first
# CHECK-NEXT:   %2: ref float32 = field %second.mass
# CHECK-NEXT:   store %2, 1.0
# CHECK-NEXT:   %3: Particle = load %second
# CHECK-NEXT:   %4: ref Particle = element %p[1]
# CHECK-NEXT:   store %4, %3
# CHECK-NEXT:   %5: ref Particle = element %p[2]
# CHECK-NEXT:   store %5, %first
# CHECK-NEXT: }
# CHECK-EMPTY:
# CHECK-NEXT: kernel @augmented(%a: array(dtype=float32), %g: array2d(dtype=vec3), %n: int32) {
# CHECK-NEXT:   %0: int32 = thread_id x
# CHECK-NEXT:   %i: int32 = let %0
# CHECK-NEXT:   var %total: float32 = 0.0
# CHECK-NEXT:   %1: float32 = load %total
# CHECK-NEXT:   %2: ref float32 = element %a[%i]
# CHECK-NEXT:   %3: float32 = load %2
# CHECK-NEXT:   %4: float32 = add(%1, %3)
# CHECK-NEXT:   store %total, %4
# CHECK-NEXT:   %5: float32 = load %total
# CHECK-NEXT:   %6: float32 = mul(%5, 2.0)
# CHECK-NEXT:   store %total, %6
# CHECK-NEXT:   %7: float32 = load %total
# CHECK-NEXT:   %8: float32 = atomic_add(%a, %i, %7)
# CHECK-NEXT:   %9: ref float32 = element %a[%i]
# CHECK-NEXT:   %10: float32 = load %9
# CHECK-NEXT:   %11: float32 = load %total
# CHECK-NEXT:   %12: float32 = mul(%10, %11)
# CHECK-NEXT:   store %9, %12
# CHECK-NEXT:   %13: vec3 = construct(1.0)
# CHECK-NEXT:   %14: vec3 = atomic_sub(%g, %i, %n, %13)
# CHECK-NEXT:   %15: ref vec3 = element %g[%i, %n]
# CHECK-NEXT:   %16: ref float32 = component %15[2]
# CHECK-NEXT:   %17: float32 = load %16
# CHECK-NEXT:   %18: float32 = add(%17, 1.0)
# CHECK-NEXT:   store %16, %18
# CHECK-NEXT: }
