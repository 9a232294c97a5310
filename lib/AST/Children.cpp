// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "kt/AST/Children.h"
#include "kt/AST/Visitor.h"

using namespace kt;
using namespace kt::ast;

namespace {

class Children : public Visitor<Children> {
public:
  explicit Children(llvm::function_ref<void(const Node &)> yield) : yield(yield) {}

  // Statements
  // ----------
  void visit(const FunctionDef &node) {
    all(node.decorators);
    params(node.params);
    one(node.returns);
    all(node.body);
  }
  void visit(const ClassDef &node) {
    all(node.decorators);
    all(node.bases);
    keywords(node.keywords);
    all(node.body);
  }
  void visit(const Return &node) { one(node.value); }
  void visit(const Delete &node) { all(node.targets); }
  void visit(const Assign &node) {
    all(node.targets);
    one(node.value);
  }
  void visit(const TypeAlias &node) {
    one(node.name);
    one(node.value);
  }
  void visit(const AugAssign &node) {
    one(node.target);
    one(node.value);
  }
  void visit(const AnnAssign &node) {
    one(node.target);
    one(node.annotation);
    one(node.value);
  }
  void visit(const For &node) {
    one(node.target);
    one(node.iter);
    all(node.body);
    all(node.orelse);
  }
  void visit(const While &node) {
    one(node.test);
    all(node.body);
    all(node.orelse);
  }
  void visit(const If &node) {
    one(node.test);
    all(node.body);
    all(node.orelse);
  }
  void visit(const With &node) {
    for (const WithItem &item : node.items) {
      one(item.context);
      one(item.target);
    }
    all(node.body);
  }
  void visit(const Match &node) {
    one(node.subject);
    for (const MatchCase &matchCase : node.cases) {
      pattern(*matchCase.pattern);
      one(matchCase.guard);
      all(matchCase.body);
    }
  }
  void visit(const Raise &node) {
    one(node.exc);
    one(node.cause);
  }
  void visit(const Try &node) {
    all(node.body);
    for (const ExceptHandler &handler : node.handlers) {
      one(handler.type);
      all(handler.body);
    }
    all(node.orelse);
    all(node.finalbody);
  }
  void visit(const ast::Assert &node) {
    one(node.test);
    one(node.msg);
  }
  void visit(const ExprStmt &node) { one(node.value); }
  void visit(const Import &) {}
  void visit(const ImportFrom &) {}
  void visit(const Global &) {}
  void visit(const Nonlocal &) {}
  void visit(const Pass &) {}
  void visit(const Break &) {}
  void visit(const Continue &) {}

  // Expressions
  // -----------
  void visit(const BoolOp &node) { all(node.values); }
  void visit(const NamedExpr &node) {
    one(node.target);
    one(node.value);
  }
  void visit(const BinOp &node) {
    one(node.left);
    one(node.right);
  }
  void visit(const UnaryOp &node) { one(node.operand); }
  void visit(const Lambda &node) {
    params(node.params);
    one(node.body);
  }
  void visit(const IfExp &node) {
    one(node.body);
    one(node.test);
    one(node.orelse);
  }
  void visit(const Dict &node) {
    for (auto [key, value] : llvm::zip_equal(node.keys, node.values)) {
      one(key);
      one(value);
    }
  }
  void visit(const Set &node) { all(node.elts); }
  void visit(const Comprehension &node) {
    one(node.elt);
    one(node.value);
    for (const Generator &generator : node.generators) {
      one(generator.target);
      one(generator.iter);
      all(generator.ifs);
    }
  }
  void visit(const Await &node) { one(node.value); }
  void visit(const Yield &node) { one(node.value); }
  void visit(const Compare &node) {
    one(node.left);
    all(node.comparators);
  }
  void visit(const Call &node) {
    one(node.func);
    all(node.args);
    keywords(node.keywords);
  }
  void visit(const JoinedStr &node) { all(node.values); }
  void visit(const FormattedValue &node) {
    one(node.value);
    one(node.formatSpec);
  }
  void visit(const ast::Constant &) {}
  void visit(const Attribute &node) { one(node.value); }
  void visit(const Subscript &node) {
    one(node.value);
    one(node.slice);
  }
  void visit(const Starred &node) { one(node.value); }
  void visit(const Name &) {}
  void visit(const List &node) { all(node.elts); }
  void visit(const Tuple &node) { all(node.elts); }
  void visit(const Slice &node) {
    one(node.lower);
    one(node.upper);
    one(node.step);
  }

private:
  void one(const Node *node) {
    if (node)
      yield(*node);
  }
  template <typename T>
  void all(ArrayRef<T *> nodes) {
    for (const Node *node : nodes)
      yield(*node);
  }
  void keywords(ArrayRef<Keyword> list) {
    for (const Keyword &keyword : list)
      one(keyword.value);
  }
  void params(const Params &params) {
    for (ArrayRef<Param> list : {params.positionalOnly, params.positional, params.keywordOnly})
      for (const Param &param : list)
        this->param(param);
    for (const Param *rest : {params.vararg, params.kwarg})
      if (rest)
        param(*rest);
  }
  void param(const Param &param) {
    one(param.annotation);
    one(param.defaultValue);
  }
  void pattern(const Pattern &node) {
    one(node.value);
    all(node.keys);
    for (ArrayRef<Pattern *> list : {node.patterns, node.kwdPatterns})
      for (const Pattern *inner : list)
        pattern(*inner);
  }

  llvm::function_ref<void(const Node &)> yield;
};

} // namespace

void kt::ast::forEachChild(const Node &node, llvm::function_ref<void(const Node &child)> visit) {
  Children(visit).dispatch(node);
}
