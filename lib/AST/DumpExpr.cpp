// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "DumpConstant.h"
#include "Dumper.h"

using namespace kt;
using namespace kt::ast;

// The names that Python's `ast` gives to operators
// ------------------------------------------------

StringRef kt::ast::className(BoolOperator op) { return op == BoolOperator::And ? "And" : "Or"; }

StringRef kt::ast::className(BinaryOperator op) {
  constexpr StringRef names[] = {"Add",    "Sub",    "Mult",  "MatMult", "Div",    "Mod",     "Pow",
                                 "LShift", "RShift", "BitOr", "BitXor",  "BitAnd", "FloorDiv"};
  return names[static_cast<unsigned>(op)];
}

StringRef kt::ast::className(UnaryOperator op) {
  constexpr StringRef names[] = {"Invert", "Not", "UAdd", "USub"};
  return names[static_cast<unsigned>(op)];
}

StringRef kt::ast::className(CompareOperator op) {
  constexpr StringRef names[] = {"Eq", "NotEq", "Lt", "LtE", "Gt", "GtE", "Is", "IsNot", "In", "NotIn"};
  return names[static_cast<unsigned>(op)];
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
