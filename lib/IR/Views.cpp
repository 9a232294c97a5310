// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "kt/IR/Views.h"
#include "llvm/ADT/STLExtras.h"

namespace kt::ir {

bool escapes(const Value &array) {
  return llvm::any_of(array.uses(), [](const Use &use) {
    switch (use.user->kind()) {
    case OpKind::Element:
    case OpKind::ArrayShape:
    case OpKind::Cast: return false;
    case OpKind::View:
    case OpKind::Let: return escapes(*use.user->result());
    case OpKind::Builtin: // gives no array back, but for those that choose one
      return use.user->resultCount() == 1 && use.user->result()->type->isArray();
    default: return true;
    }
  });
}

} // namespace kt::ir
