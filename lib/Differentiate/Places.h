// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the phases of differentiation ask of types, values and places.

#ifndef KT_LIB_DIFFERENTIATE_PLACES_H
#define KT_LIB_DIFFERENTIATE_PLACES_H

#include "kt/IR/IR.h"
#include "llvm/ADT/DenseSet.h"

namespace kt {

/// Can a gradient flow through a value of `type`: are there floats in it? Arrays are elsewhere and do not count.
bool hasFloats(const Type *type);

/// The `var` whose content `reference` names, or a part of it, also by way of a view of a fixed array; null for an
/// element of an array in memory.
const ir::Op *variableOf(const ir::Value &reference);
/// The `var` of a fixed array that `array` is a view of; null if it is in memory.
const ir::Op *variableBehind(const ir::Value &array);
/// Does it name all of a variable?
bool isWholeVariable(const ir::Value &reference);

/// The region that makes `value`.
const ir::Region *regionOf(const ir::Value &value, const ir::Function &function);
/// Is `region` the same as `other`, or around it?
bool isAround(const ir::Region &region, const ir::Region &other);
/// The op of `region` that stands at or around the ops of `inner`; null if `inner` is `region`.
ir::Op *ancestorIn(const ir::Region &region, const ir::Region &inner);

bool isLoop(const ir::Op &op);
ir::Region &bodyOf(const ir::Op &loop);

/// The variables that ops in `region` set, or set a part of.
llvm::DenseSet<const ir::Op *> variablesSetIn(const ir::Region &region);

/// Those that are set behind `op` within `region`, which is around it.
llvm::DenseSet<const ir::Op *> variablesSetBehind(const ir::Op &op, const ir::Region &region);

} // namespace kt

#endif
