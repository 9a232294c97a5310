// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A CheckedModule for reading: each statement as it was written, and below it what its expressions mean.

#include "kt/Check/Check.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace kt;

namespace {

std::string fullName(const CheckedFunction &function) {
  return function.instance.empty() ? function.name : function.name + "[" + function.instance + "]";
}

class Dumper {
public:
  Dumper(const CheckedFunction &function, const SourceManager &sources, llvm::raw_ostream &os)
      : function(function), sources(sources), os(os) {}

  void dump() {
    header();
    for (const Variable &variable : function.variables)
      if (!variable.isParam && variable.type)
        os << "  var " << variable.name << ": " << variable.type->spelling() << "\n";
    expressions();
    os << "\n";
  }

private:
  void header() {
    os << (function.isKernel ? "kernel " : "func ") << fullName(function) << "(";
    llvm::interleaveComma(function.params, os,
                          [&](const Variable *param) { os << param->name << ": " << param->type->spelling(); });
    os << ")";
    if (function.result && !function.result->isNone())
      os << " -> " << function.result->spelling();
    os << "\n";
  }

  /// Every node that one of the tables knows, by line; the outermost first.
  void expressions() {
    llvm::SmallVector<const ast::Node *, 64> nodes;
    for (const auto &[expr, type] : function.types)
      nodes.push_back(expr);
    for (const auto &[node, callee] : function.callees)
      if (const auto *expr = dyn_cast<ast::Expr>(node); !expr || !function.types.contains(expr))
        nodes.push_back(node);
    auto key = [](const ast::Node *node) {
      return std::tuple(node->loc.file, node->loc.begin, ~node->loc.end, node->kind());
    };
    llvm::sort(nodes, [&](const ast::Node *a, const ast::Node *b) { return key(a) < key(b); });
    unsigned line = 0;
    for (const ast::Node *node : nodes) {
      unsigned nodeLine = sources.position(node->loc).line;
      if (nodeLine != line)
        os << "  " << nodeLine << ": " << sources.lineText(node->loc).trim() << "\n";
      line = nodeLine;
      dump(node);
    }
  }

  void dump(const ast::Node *node) {
    const auto *expr = dyn_cast<ast::Expr>(node); // else an augmented assignment
    if (expr && function.names.contains(expr) && !function.conversions.contains(expr))
      return; // its type stands with the variable
    os << "    " << sources.text(node->loc).split('\n').first;
    if (const Type *type = expr ? function.types.lookup(expr) : nullptr)
      os << ": " << type->spelling();
    if (auto it = function.constants.find(expr); it != function.constants.end())
      os << " = " << it->second.spelling();
    if (auto it = function.callees.find(node); it != function.callees.end())
      dump(it->second);
    if (const Type *type = expr ? function.conversions.lookup(expr) : nullptr)
      os << ", converted to " << type->spelling();
    os << "\n";
  }

  void dump(const Callee &callee) {
    os << ", ";
    if (const auto *builtin = std::get_if<Callee::Builtin>(&callee.what))
      os << "builtin " << signature(*builtin->builtin);
    else if (const auto *func = std::get_if<Callee::Func>(&callee.what))
      os << "func " << fullName(*func->function);
    else if (std::holds_alternative<Callee::Construct>(callee.what))
      os << "construct";
    else if (std::holds_alternative<Callee::Cast>(callee.what))
      os << "cast";
    else if (std::holds_alternative<Callee::Reinterpret>(callee.what))
      os << "reinterpret";
    else if (std::holds_alternative<Callee::ThreadId>(callee.what))
      os << "thread id";
    else
      os << "printf";
  }

  const CheckedFunction &function;
  const SourceManager &sources;
  llvm::raw_ostream &os;
};

void dumpStruct(const StructType &type, llvm::raw_ostream &os) {
  os << "struct " << type.name() << "\n";
  for (const StructType::Field &field : type.fields())
    os << "  " << field.name << ": " << field.type->spelling() << "\n";
  os << "\n";
}

} // namespace

void kt::dump(const CheckedModule &module, const SourceManager &sources, llvm::raw_ostream &os) {
  for (const StructType *type : module.structs)
    dumpStruct(*type, os);
  for (const CheckedFunction *function : module.functions)
    Dumper(*function, sources, os).dump();
}
