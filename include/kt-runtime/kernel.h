// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What every emitted unit includes: the kernel language's types and builtins as C++17, in namespace wp. Includes no
// system header and no CUDA header, so that the same text compiles on the CPU, in Clang's CUDA mode with and without an
// SDK, under nvcc and under NVRTC. It knows nothing of the compiler that emits code against it.

#ifndef KT_RUNTIME_KERNEL_H
#define KT_RUNTIME_KERNEL_H

#include "kt-runtime/array.h"
#include "kt-runtime/atomic.h"
#include "kt-runtime/elements.h"
#include "kt-runtime/half.h"
#include "kt-runtime/launch.h"
#include "kt-runtime/mat.h"
#include "kt-runtime/math.h"
#include "kt-runtime/platform.h"
#include "kt-runtime/print.h"
#include "kt-runtime/quat.h"
#include "kt-runtime/scalar.h"
#include "kt-runtime/spatial.h"
#include "kt-runtime/transform.h"
#include "kt-runtime/tuple.h"
#include "kt-runtime/vec.h"
#include "kt-runtime/view.h"

#endif
