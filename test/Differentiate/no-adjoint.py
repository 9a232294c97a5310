# RUN: kernel-translate %s --backward -o %t.cpp 2>&1 | FileCheck %s
# RUN: FileCheck %s --check-prefix=UNIT --input-file=%t.cpp
# UNIT-COUNT-6: _cpu_forward(
# UNIT-NOT: _cpu_backward(
# Kernels whose gradient can't be right are emitted without it, and the user is told why.

import warp as wp


@wp.struct
class Point:
    x: float


@wp.kernel
def squared_in_place(y: wp.array(dtype=float)):
    i = wp.tid()
    y[i] = y[i] * y[i]
# CHECK: warning[no-adjoint]: `squared_in_place` is emitted without its gradient: the gradient needs this element as it is read here, and the kernel may overwrite it
# CHECK-NEXT: {{.*}}no-adjoint.py:[[#@LINE-2]]:12
# CHECK: note: it is written here
# CHECK-NEXT: {{.*}}no-adjoint.py:[[#@LINE-4]]:5


@wp.kernel
def of_structs(points: wp.array(dtype=Point), y: wp.array(dtype=float)):
    i = wp.tid()
    y[i] = points[i].x
# CHECK: warning[no-adjoint]: `of_structs` is emitted without its gradient: the elements of an array of structs have no gradients yet
# CHECK-NEXT: {{.*}}no-adjoint.py:[[#@LINE-2]]:


@wp.kernel
def of_noise(x: wp.array(dtype=float), y: wp.array(dtype=float)):
    i = wp.tid()
    y[i] = wp.noise(wp.uint32(1), x[i])
# CHECK: warning[no-adjoint]: `of_noise` is emitted without its gradient: `wp.noise` has no derivative
# CHECK-NEXT: {{.*}}no-adjoint.py:[[#@LINE-2]]:


@wp.struct
class Pair:
    first: float
    second: float


@wp.kernel
def of_bytes(x: wp.array(dtype=wp.vec2), y: wp.array(dtype=float)):
    i = wp.tid()
    pair = wp.cast(x[i], Pair)
    y[i] = pair.first * pair.second
# CHECK: warning[no-adjoint]: `of_bytes` is emitted without its gradient: a value whose bytes are taken for another type has no derivative
# CHECK-NEXT: {{.*}}no-adjoint.py:[[#@LINE-3]]:


@wp.kernel
def of_product(a: wp.array(dtype=float), b: wp.array(dtype=float), c: wp.array(dtype=float)):
    wp.dense_gemm(2, 2, 2, 0, 0, a, b, c)
# CHECK: warning[no-adjoint]: `of_product` is emitted without its gradient: `wp.dense_gemm` has no derivative
# CHECK-NEXT: {{.*}}no-adjoint.py:[[#@LINE-2]]:


@wp.kernel
def of_one_of_two(x: wp.array(dtype=float), y: wp.array(dtype=float)):
    i = wp.tid()
    kept = wp.zeros(shape=3, dtype=float)
    either = wp.where(i == 0, kept, x)
    y[i] = either[0]
# CHECK: warning[no-adjoint]: `of_one_of_two` is emitted without its gradient: it is decided at run time which array this local one is taken for
# CHECK-NEXT: {{.*}}no-adjoint.py:[[#@LINE-3]]:
