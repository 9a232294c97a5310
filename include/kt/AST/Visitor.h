// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// From a node to the overload of `visit` for its class. A class without an overload does not compile.

#ifndef KT_AST_VISITOR_H
#define KT_AST_VISITOR_H

#include "kt/AST/AST.h"
#include "llvm/Support/ErrorHandling.h"

namespace kt::ast {

/// `Derived` has `Result visit(const Class &)` for every statement and expression, or for a common base of several.
template <typename Derived, typename Result = void>
class Visitor {
public:
  Result dispatch(const Node &node) {
    switch (node.kind()) {
#define STMT(Class)                                                                                                    \
  case NodeKind::Class: return self().visit(llvm::cast<Class>(node));
#define EXPR(Class) STMT(Class)
#include "kt/AST/Nodes.def"
    }
    llvm_unreachable("no such kind of node");
  }

private:
  Derived &self() { return static_cast<Derived &>(*this); }
};

} // namespace kt::ast

#endif
