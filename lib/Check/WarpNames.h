// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What `wp.<name>` is, without looking into Warp: a type, a constant, a builtin, or a form of the language.

#ifndef KT_LIB_CHECK_WARPNAMES_H
#define KT_LIB_CHECK_WARPNAMES_H

#include "StaticValue.h"
#include "llvm/ADT/SmallVector.h"

namespace kt {

/// The meaning of `wp.<name>`; Unknown, without a reason, if there is no such name. A name that is neither type nor
/// constant becomes a WarpName.
StaticValue warpName(StringRef name, TypeContext &types);
/// The same for `wp.types.<name>`.
StaticValue warpTypesName(StringRef name, TypeContext &types);
/// `math.<name>` as a value; Unknown, without a reason, for a function.
StaticValue mathConstant(StringRef name);
/// `numpy.<name>` as a value, where it has one that is a plain number.
StaticValue numpyConstant(StringRef name);
/// A name that Python has without an import: a type, or one of the functions that kernels know or don't.
StaticValue pythonName(StringRef name, TypeContext &types);

/// A builtin of Warp's that Builtins.td does not declare.
bool isUncoveredBuiltin(StringRef name);
/// Every covered name that can stand after `wp.`, for suggestions.
void appendWarpNames(llvm::SmallVectorImpl<StringRef> &names);

} // namespace kt

#endif
