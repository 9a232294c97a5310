// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "DumpConstant.h"
#include "Dumper.h"

using namespace kt;
using namespace kt::ast;

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
