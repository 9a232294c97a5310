// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Where the runtime has what few units need. Only Emit asks for it.

#ifndef KT_BUILTINS_HEADER_H
#define KT_BUILTINS_HEADER_H

#include "kt/Builtins/Builtins.h"

namespace kt {

/// The header that declares the builtin's function, such as `random.h`; empty if every unit has it.
StringRef headerOf(const Builtin &builtin);

} // namespace kt

#endif
