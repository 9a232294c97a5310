// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Walks a tree and prints it; see dump() in AST.h for the shape.

#ifndef KT_LIB_AST_DUMPER_H
#define KT_LIB_AST_DUMPER_H

#include "kt/AST/Visitor.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"
#include <concepts>

namespace kt::ast {

// The names of the operators' classes in Python's `ast`.
StringRef className(BoolOperator op);
StringRef className(BinaryOperator op);
StringRef className(UnaryOperator op);
StringRef className(CompareOperator op);

/// Each `visit` ends the line of its node with the plain fields and then prints the children, one step further in.
class Dumper : public Visitor<Dumper> {
public:
  Dumper(const SourceManager &sources, llvm::raw_ostream &os) : sources(sources), os(os) {}

  void visit(const FunctionDef &node);
  void visit(const ClassDef &node);
  void visit(const Return &node);
  void visit(const Delete &node);
  void visit(const Assign &node);
  void visit(const TypeAlias &node);
  void visit(const AugAssign &node);
  void visit(const AnnAssign &node);
  void visit(const For &node);
  void visit(const While &node);
  void visit(const If &node);
  void visit(const With &node);
  void visit(const Match &node);
  void visit(const Raise &node);
  void visit(const Try &node);
  void visit(const Assert &node);
  void visit(const Import &node);
  void visit(const ImportFrom &node);
  void visit(const Global &node);
  void visit(const Nonlocal &node);
  void visit(const ExprStmt &node);
  void visit(const Pass &node) { head("Pass", node.loc); }
  void visit(const Break &node) { head("Break", node.loc); }
  void visit(const Continue &node) { head("Continue", node.loc); }
  void visit(const BoolOp &node);
  void visit(const NamedExpr &node);
  void visit(const BinOp &node);
  void visit(const UnaryOp &node);
  void visit(const Lambda &node);
  void visit(const IfExp &node);
  void visit(const Dict &node);
  void visit(const Set &node);
  void visit(const Comprehension &node);
  void visit(const Await &node);
  void visit(const Yield &node);
  void visit(const Compare &node);
  void visit(const Call &node);
  void visit(const JoinedStr &node);
  void visit(const FormattedValue &node);
  void visit(const Constant &node);
  void visit(const Attribute &node);
  void visit(const Subscript &node);
  void visit(const Starred &node);
  void visit(const Name &node);
  void visit(const List &node);
  void visit(const Tuple &node);
  void visit(const Slice &node);

private:
  // The line of a node: its class and range, then plain fields, then the end of the line.
  void head(StringRef className, Location loc) {
    os << className;
    auto begin = sources.position(loc), end = sources.file(loc.file).position(loc.end);
    os << ' ' << begin.line << ':' << begin.column << '-';
    if (end.line != begin.line)
      os << end.line << ':';
    os << end.column;
  }
  void plain(StringRef field, StringRef value) {
    if (!value.empty())
      os << ' ' << field << '=' << value;
  }
  void names(StringRef field, ArrayRef<Identifier> identifiers) {
    plain(field, llvm::join(llvm::map_range(identifiers, [](const Identifier &name) { return name.text; }), ","));
  }

  // A child: its field's name, one step in.
  template <std::invocable Print>
  void child(StringRef field, Print print) {
    os << '\n';
    ++depth;
    os.indent(2 * depth) << field << ": ";
    print();
    --depth;
  }
  void child(StringRef field, const Expr *expr) {
    if (expr)
      child(field, [&] { dispatch(*expr); });
  }
  template <typename NodeClass>
  void children(StringRef field, ArrayRef<NodeClass *> nodes) {
    for (const NodeClass *node : nodes)
      child(field, [&] { node ? dispatch(*node) : void(os << "None"); });
  }
  template <typename Piece>
  void pieces(StringRef field, ArrayRef<Piece> list) {
    for (const Piece &piece : list)
      child(field, [&] { dump(piece); });
  }

  void dump(const Param &param);
  void dump(const Params &params);
  void dump(const Keyword &keyword);
  void dump(const Alias &alias);
  void dump(const WithItem &item);
  void dump(const ExceptHandler &handler);
  void dump(const Generator &generator);
  void dump(const Pattern &pattern);
  void dump(const MatchCase &matchCase);
  void dump(const TypeParam &param);
  void patterns(StringRef field, ArrayRef<Pattern *> list) {
    for (const Pattern *pattern : list)
      child(field, [&] { dump(*pattern); });
  }

  const SourceManager &sources;
  llvm::raw_ostream &os;
  unsigned depth = 0;
};

} // namespace kt::ast

#endif
