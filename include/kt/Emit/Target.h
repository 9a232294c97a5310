// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a unit is emitted for.

#ifndef KT_EMIT_TARGET_H
#define KT_EMIT_TARGET_H

namespace kt {

enum class Target { Cpu, Cuda };

inline const char *spelling(Target target) { return target == Target::Cpu ? "cpu" : "cuda"; }

} // namespace kt

#endif
