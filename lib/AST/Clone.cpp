// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "kt/AST/Clone.h"
#include "kt/AST/Visitor.h"

using namespace kt;
using namespace kt::ast;

namespace {

/// `visit` gets a copy whose children are still those of the original.
class Cloner : public Visitor<Cloner, Node *> {
public:
  explicit Cloner(llvm::BumpPtrAllocator &arena) : arena(arena) {}

  template <typename T>
  ArrayRef<T *> all(ArrayRef<T *> nodes) {
    T **copies = arena.Allocate<T *>(nodes.size());
    for (auto [i, node] : llvm::enumerate(nodes))
      copies[i] = one(node);
    return {copies, nodes.size()};
  }

  template <typename Class>
  Node *visit(const Class &node) {
    auto *copy = new (arena.Allocate<Class>()) Class(node);
    renew(*copy);
    return copy;
  }

private:
  template <typename T>
  T *one(T *node) {
    return node ? cast<T>(dispatch(*node)) : nullptr;
  }
  template <typename... T>
  void renewAll(T &...fields) {
    ((fields = one(fields)), ...);
  }

  void renew(Node &) {}

  // Statements
  // ----------
  void renew(Return &node) { renewAll(node.value); }
  void renew(Assign &node) {
    node.targets = all(node.targets);
    renewAll(node.value);
  }
  void renew(AugAssign &node) { renewAll(node.target, node.value); }
  void renew(AnnAssign &node) { renewAll(node.target, node.annotation, node.value); }
  void renew(For &node) {
    renewAll(node.target, node.iter);
    node.body = all(node.body);
    node.orelse = all(node.orelse);
  }
  void renew(While &node) {
    renewAll(node.test);
    node.body = all(node.body);
    node.orelse = all(node.orelse);
  }
  void renew(If &node) {
    renewAll(node.test);
    node.body = all(node.body);
    node.orelse = all(node.orelse);
  }
  void renew(Assert &node) { renewAll(node.test, node.msg); }
  void renew(ExprStmt &node) { renewAll(node.value); }

  // Expressions
  // -----------
  void renew(BoolOp &node) { node.values = all(node.values); }
  void renew(BinOp &node) { renewAll(node.left, node.right); }
  void renew(UnaryOp &node) { renewAll(node.operand); }
  void renew(IfExp &node) { renewAll(node.test, node.body, node.orelse); }
  void renew(Compare &node) {
    renewAll(node.left);
    node.comparators = all(node.comparators);
  }
  void renew(Call &node) {
    renewAll(node.func);
    node.args = all(node.args);
    auto *keywords = arena.Allocate<Keyword>(node.keywords.size());
    for (auto [i, keyword] : llvm::enumerate(node.keywords))
      new (&keywords[i]) Keyword{keyword.loc, keyword.name, one(keyword.value)};
    node.keywords = {keywords, node.keywords.size()};
  }
  void renew(Attribute &node) { renewAll(node.value); }
  void renew(Subscript &node) { renewAll(node.value, node.slice); }
  void renew(Starred &node) { renewAll(node.value); }
  void renew(List &node) { node.elts = all(node.elts); }
  void renew(Tuple &node) { node.elts = all(node.elts); }
  void renew(Slice &node) { renewAll(node.lower, node.upper, node.step); }

  llvm::BumpPtrAllocator &arena;
};

} // namespace

ArrayRef<Stmt *> kt::ast::clone(ArrayRef<Stmt *> block, llvm::BumpPtrAllocator &arena) {
  return Cloner(arena).all(block);
}
