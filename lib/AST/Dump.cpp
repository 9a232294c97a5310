// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "DumpConstant.h"
#include "kt/AST/Visitor.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"
#include <concepts>

using namespace kt;
using namespace kt::ast;

namespace {

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

} // namespace

// The names that Python's `ast` gives to operators
// ------------------------------------------------

static StringRef className(BoolOperator op) { return op == BoolOperator::And ? "And" : "Or"; }

static StringRef className(BinaryOperator op) {
  constexpr StringRef names[] = {"Add",    "Sub",    "Mult",  "MatMult", "Div",    "Mod",     "Pow",
                                 "LShift", "RShift", "BitOr", "BitXor",  "BitAnd", "FloorDiv"};
  return names[static_cast<unsigned>(op)];
}

static StringRef className(UnaryOperator op) {
  constexpr StringRef names[] = {"Invert", "Not", "UAdd", "USub"};
  return names[static_cast<unsigned>(op)];
}

static StringRef className(CompareOperator op) {
  constexpr StringRef names[] = {"Eq", "NotEq", "Lt", "LtE", "Gt", "GtE", "Is", "IsNot", "In", "NotIn"};
  return names[static_cast<unsigned>(op)];
}

// Pieces
// ------

void Dumper::dump(const Param &param) {
  head("arg", param.loc);
  plain("arg", param.name.text);
  child("annotation", param.annotation);
}

void Dumper::dump(const Params &params) {
  os << "arguments";
  pieces("posonlyargs", params.positionalOnly);
  pieces("args", params.positional);
  if (params.vararg)
    child("vararg", [&] { dump(*params.vararg); });
  pieces("kwonlyargs", params.keywordOnly);
  for (const Param &param : params.keywordOnly)
    child("kw_defaults", [&] { param.defaultValue ? dispatch(*param.defaultValue) : void(os << "None"); });
  if (params.kwarg)
    child("kwarg", [&] { dump(*params.kwarg); });
  for (const Param &param : llvm::concat<const Param>(params.positionalOnly, params.positional))
    child("defaults", param.defaultValue);
}

void Dumper::dump(const Keyword &keyword) {
  head("keyword", keyword.loc);
  plain("arg", keyword.name.text);
  child("value", keyword.value);
}

void Dumper::dump(const Alias &alias) {
  head("alias", alias.loc);
  plain("name", alias.name.text);
  plain("asname", alias.asName.text);
}

void Dumper::dump(const WithItem &item) {
  os << "withitem";
  child("context_expr", item.context);
  child("optional_vars", item.target);
}

void Dumper::dump(const ExceptHandler &handler) {
  head("ExceptHandler", handler.loc);
  plain("name", handler.name.text);
  child("type", handler.type);
  children("body", handler.body);
}

void Dumper::dump(const Generator &generator) {
  os << "comprehension";
  plain("is_async", generator.isAsync ? "1" : "");
  child("target", generator.target);
  child("iter", generator.iter);
  children("ifs", generator.ifs);
}

void Dumper::dump(const MatchCase &matchCase) {
  os << "match_case";
  child("pattern", [&] { dump(*matchCase.pattern); });
  child("guard", matchCase.guard);
  children("body", matchCase.body);
}

void Dumper::dump(const TypeParam &param) {
  constexpr StringRef names[] = {"TypeVar", "ParamSpec", "TypeVarTuple"};
  head(names[param.kind], param.loc);
  plain("name", param.name.text);
  child("bound", param.bound);
}

void Dumper::dump(const Pattern &pattern) {
  constexpr StringRef classes[] = {"MatchValue", "MatchSingleton", "MatchSequence", "MatchMapping",
                                   "MatchClass", "MatchStar",      "MatchAs",       "MatchOr"};
  head(classes[static_cast<unsigned>(pattern.kind)], pattern.loc);
  plain(pattern.kind == PatternKind::Mapping ? "rest" : "name", pattern.name.text);
  names("kwd_attrs", pattern.kwdNames);
  switch (pattern.kind) {
  case PatternKind::Value: child("value", pattern.value); break;
  case PatternKind::Singleton:
    os << " value=";
    dumpValue(llvm::cast<Constant>(*pattern.value), os);
    break;
  case PatternKind::Class:
    child("cls", pattern.value);
    patterns("patterns", pattern.patterns);
    patterns("kwd_patterns", pattern.kwdPatterns);
    break;
  case PatternKind::Mapping:
    children("keys", pattern.keys);
    patterns("patterns", pattern.patterns);
    break;
  case PatternKind::As: patterns("pattern", pattern.patterns); break;
  case PatternKind::Sequence:
  case PatternKind::Star:
  case PatternKind::Or: patterns("patterns", pattern.patterns); break;
  }
}

// Statements
// ----------

void Dumper::visit(const FunctionDef &node) {
  head(node.isAsync ? "AsyncFunctionDef" : "FunctionDef", node.loc);
  plain("name", node.name.text);
  plain("broken", node.isBroken ? "1" : "");
  child("args", [&] { dump(node.params); });
  children("body", node.body);
  children("decorator_list", node.decorators);
  child("returns", node.returns);
  pieces("type_params", node.typeParams);
}

void Dumper::visit(const ClassDef &node) {
  head("ClassDef", node.loc);
  plain("name", node.name.text);
  plain("broken", node.isBroken ? "1" : "");
  children("bases", node.bases);
  pieces("keywords", node.keywords);
  children("body", node.body);
  children("decorator_list", node.decorators);
  pieces("type_params", node.typeParams);
}

void Dumper::visit(const Return &node) {
  head("Return", node.loc);
  child("value", node.value);
}

void Dumper::visit(const Delete &node) {
  head("Delete", node.loc);
  children("targets", node.targets);
}

void Dumper::visit(const Assign &node) {
  head("Assign", node.loc);
  children("targets", node.targets);
  child("value", node.value);
}

void Dumper::visit(const TypeAlias &node) {
  head("TypeAlias", node.loc);
  child("name", node.name);
  pieces("type_params", node.typeParams);
  child("value", node.value);
}

void Dumper::visit(const AugAssign &node) {
  head("AugAssign", node.loc);
  plain("op", className(node.op));
  child("target", node.target);
  child("value", node.value);
}

void Dumper::visit(const AnnAssign &node) {
  head("AnnAssign", node.loc);
  plain("simple", node.isSimple ? "1" : "");
  child("target", node.target);
  child("annotation", node.annotation);
  child("value", node.value);
}

void Dumper::visit(const For &node) {
  head(node.isAsync ? "AsyncFor" : "For", node.loc);
  child("target", node.target);
  child("iter", node.iter);
  children("body", node.body);
  children("orelse", node.orelse);
}

void Dumper::visit(const While &node) {
  head("While", node.loc);
  child("test", node.test);
  children("body", node.body);
  children("orelse", node.orelse);
}

void Dumper::visit(const If &node) {
  head("If", node.loc);
  child("test", node.test);
  children("body", node.body);
  children("orelse", node.orelse);
}

void Dumper::visit(const With &node) {
  head(node.isAsync ? "AsyncWith" : "With", node.loc);
  pieces("items", node.items);
  children("body", node.body);
}

void Dumper::visit(const Match &node) {
  head("Match", node.loc);
  child("subject", node.subject);
  pieces("cases", node.cases);
}

void Dumper::visit(const Raise &node) {
  head("Raise", node.loc);
  child("exc", node.exc);
  child("cause", node.cause);
}

void Dumper::visit(const Try &node) {
  head(node.isStar ? "TryStar" : "Try", node.loc);
  children("body", node.body);
  pieces("handlers", node.handlers);
  children("orelse", node.orelse);
  children("finalbody", node.finalbody);
}

void Dumper::visit(const Assert &node) {
  head("Assert", node.loc);
  child("test", node.test);
  child("msg", node.msg);
}

void Dumper::visit(const Import &node) {
  head("Import", node.loc);
  pieces("names", node.names);
}

void Dumper::visit(const ImportFrom &node) {
  head("ImportFrom", node.loc);
  plain("module", node.module);
  plain("level", node.level ? std::to_string(node.level) : "");
  pieces("names", node.names);
}

void Dumper::visit(const Global &node) {
  head("Global", node.loc);
  names("names", node.names);
}

void Dumper::visit(const Nonlocal &node) {
  head("Nonlocal", node.loc);
  names("names", node.names);
}

void Dumper::visit(const ExprStmt &node) {
  head("Expr", node.loc);
  child("value", node.value);
}

// Expressions
// -----------

void Dumper::visit(const BoolOp &node) {
  head("BoolOp", node.loc);
  plain("op", className(node.op));
  children("values", node.values);
}

void Dumper::visit(const NamedExpr &node) {
  head("NamedExpr", node.loc);
  child("target", node.target);
  child("value", node.value);
}

void Dumper::visit(const BinOp &node) {
  head("BinOp", node.loc);
  plain("op", className(node.op));
  child("left", node.left);
  child("right", node.right);
}

void Dumper::visit(const UnaryOp &node) {
  head("UnaryOp", node.loc);
  plain("op", className(node.op));
  child("operand", node.operand);
}

void Dumper::visit(const Lambda &node) {
  head("Lambda", node.loc);
  child("args", [&] { dump(node.params); });
  child("body", node.body);
}

void Dumper::visit(const IfExp &node) {
  head("IfExp", node.loc);
  child("test", node.test);
  child("body", node.body);
  child("orelse", node.orelse);
}

void Dumper::visit(const Dict &node) {
  head("Dict", node.loc);
  children("keys", node.keys);
  children("values", node.values);
}

void Dumper::visit(const Set &node) {
  head("Set", node.loc);
  children("elts", node.elts);
}

void Dumper::visit(const Comprehension &node) {
  constexpr StringRef names[] = {"ListComp", "SetComp", "DictComp", "GeneratorExp"};
  head(names[node.form], node.loc);
  child(node.form == Comprehension::DictComp ? "key" : "elt", node.elt);
  child("value", node.value);
  pieces("generators", node.generators);
}

void Dumper::visit(const Await &node) {
  head("Await", node.loc);
  child("value", node.value);
}

void Dumper::visit(const Yield &node) {
  head(node.isFrom ? "YieldFrom" : "Yield", node.loc);
  child("value", node.value);
}

void Dumper::visit(const Compare &node) {
  head("Compare", node.loc);
  plain("ops", llvm::join(llvm::map_range(node.ops, [](CompareOperator op) { return className(op); }), ","));
  child("left", node.left);
  children("comparators", node.comparators);
}

void Dumper::visit(const Call &node) {
  head("Call", node.loc);
  child("func", node.func);
  children("args", node.args);
  pieces("keywords", node.keywords);
}

void Dumper::visit(const JoinedStr &node) {
  head("JoinedStr", node.loc);
  children("values", node.values);
}

void Dumper::visit(const FormattedValue &node) {
  head("FormattedValue", node.loc);
  char conversion = static_cast<char>(node.conversion);
  plain("conversion", node.conversion < 0 ? StringRef() : StringRef(&conversion, 1));
  child("value", node.value);
  child("format_spec", node.formatSpec);
}

void Dumper::visit(const Constant &node) {
  head("Constant", node.loc);
  os << " value=";
  dumpValue(node, os);
  plain("kind", node.hasUPrefix ? "u" : "");
}

void Dumper::visit(const Attribute &node) {
  head("Attribute", node.loc);
  plain("attr", node.attr.text);
  child("value", node.value);
}

void Dumper::visit(const Subscript &node) {
  head("Subscript", node.loc);
  child("value", node.value);
  child("slice", node.slice);
}

void Dumper::visit(const Starred &node) {
  head("Starred", node.loc);
  child("value", node.value);
}

void Dumper::visit(const Name &node) {
  head("Name", node.loc);
  plain("id", node.id);
}

void Dumper::visit(const List &node) {
  head("List", node.loc);
  children("elts", node.elts);
}

void Dumper::visit(const Tuple &node) {
  head("Tuple", node.loc);
  children("elts", node.elts);
}

void Dumper::visit(const Slice &node) {
  head("Slice", node.loc);
  child("lower", node.lower);
  child("upper", node.upper);
  child("step", node.step);
}

// Entry points
// ------------

void kt::ast::dump(const Module &module, const SourceManager &sources, llvm::raw_ostream &os) {
  for (const Stmt *stmt : module.body)
    dump(*stmt, sources, os);
}

void kt::ast::dump(const Node &node, const SourceManager &sources, llvm::raw_ostream &os) {
  Dumper(sources, os).dispatch(node);
  os << '\n';
}
