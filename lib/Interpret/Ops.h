// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The ops that compute, or have an effect, and are no builtins: each picks a function as a builtin does.

#ifndef KT_LIB_INTERPRET_OPS_H
#define KT_LIB_INTERPRET_OPS_H

#include "Call.h"

namespace kt {

BuiltinFunction selectCast(const ir::Op &op);
void reinterpretBytes(Call &call);
BuiltinFunction selectCompare(const ir::Op &op);
/// Of a composite from at least one part.
BuiltinFunction selectConstruct(const ir::Op &op);
void logicalNot(Call &call);
void arrayShape(Call &call);
void takeView(Call &call);
void takeIndexedView(Call &call);
void assertTrue(Call &call);
void refuseNative(Call &call);

} // namespace kt

#endif
