// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Print.h"
#include "Layout.h"
#include "Text.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/PrettyPrinter.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/StringExtras.h"

using namespace kt;
using namespace clang;

namespace {

constexpr size_t widestLine = 120;

/// Literals in our spelling.
class LiteralSpelling : public PrinterHelper {
  bool handledStmt(Stmt *stmt, llvm::raw_ostream &os) override;
};

class Printer {
public:
  Printer(const ClangUnit &unit, const ASTContext &context)
      : unit(unit), context(context), policy(context.getLangOpts()) {
    policy.SuppressTagKeyword = true;
    policy.Bool = true;
  }

  std::string run();

private:
  void printRecord(const CXXRecordDecl &record);
  void printFunction(const FunctionDecl &function);
  void printSignature(const FunctionDecl &function);
  void printBlock(const Stmt &body, unsigned indent);
  void printStmt(const Stmt &stmt, unsigned indent);
  void printCall(const CallExpr &call, unsigned indent);
  void printIf(const IfStmt &stmt, unsigned indent);
  std::string forHeader(const ForStmt &stmt);
  std::string spell(const Expr &expr);
  std::string spell(QualType type, StringRef name);
  std::string spellParam(const ParmVarDecl &param);
  std::string spellVariable(const Stmt &stmt);
  StringRef commentOf(const Stmt &stmt) const;

  const ClangUnit &unit;
  const ASTContext &context;
  PrintingPolicy policy;
  LiteralSpelling literals;
  Layout layout;
};

} // namespace

std::string kt::print(const ClangUnit &unit, const ASTContext &context) { return Printer(unit, context).run(); }

std::string Printer::run() {
  layout.add(0, "// " + unit.headline);
  for (const std::string &include : unit.includes)
    layout.add(0, "#include \"" + include + "\"");
  for (const Decl *decl : unit.decls) {
    layout.addBlank();
    if (auto *record = dyn_cast<CXXRecordDecl>(decl))
      printRecord(*record);
    else
      printFunction(*cast<FunctionDecl>(decl));
  }
  return layout.str();
}

// Declarations
// ------------

void Printer::printRecord(const CXXRecordDecl &record) {
  std::string head = "struct " + record.getName().str() + " {";
  if (record.field_empty()) {
    layout.add(0, head + "};");
    return;
  }
  layout.add(0, head);
  for (const FieldDecl *field : record.fields())
    layout.add(1, spell(field->getType(), field->getName()) + (field->hasInClassInitializer() ? " = {};" : ";"));
  layout.add(0, "};");
}

static std::string spellSpecifiers(const FunctionDecl &function) {
  std::string specifiers = function.getDeclContext()->isExternCContext() ? "extern \"C\" " : "static inline ";
  if (function.hasAttr<CUDAGlobalAttr>())
    specifiers += "__global__ ";
  if (function.hasAttr<CUDADeviceAttr>())
    specifiers += "__device__ ";
  return specifiers;
}

std::string Printer::spellParam(const ParmVarDecl &param) {
  return (param.isUsed() ? "" : "[[maybe_unused]] ") + spell(param.getType(), param.getName());
}

/// On one line, or else with each parameter on its own.
void Printer::printSignature(const FunctionDecl &function) {
  std::string head = spellSpecifiers(function) + spell(function.getReturnType(), function.getName()) + '(';
  std::vector<std::string> params;
  for (const ParmVarDecl *param : function.parameters())
    params.push_back(spellParam(*param));
  std::string line = head + llvm::join(params, ", ") + ") {";
  if (line.size() <= widestLine) {
    layout.add(0, std::move(line));
    return;
  }
  layout.add(0, head);
  for (const std::string &param : params)
    layout.add(2, param + (&param == &params.back() ? ") {" : ","));
}

void Printer::printFunction(const FunctionDecl &function) {
  printSignature(function);
  printBlock(*function.getBody(), 1);
  layout.add(0, "}");
}

// Statements
// ----------

StringRef Printer::commentOf(const Stmt &stmt) const {
  auto found = unit.comments.find(&stmt);
  return found == unit.comments.end() ? StringRef() : StringRef(found->second);
}

void Printer::printBlock(const Stmt &body, unsigned indent) {
  for (const Stmt *stmt : cast<CompoundStmt>(body).body())
    printStmt(*stmt, indent);
}

void Printer::printStmt(const Stmt &stmt, unsigned indent) {
  auto line = [&](std::string code) { layout.add(indent, std::move(code), commentOf(stmt)); };
  if (auto native = unit.natives.find(&stmt); native != unit.natives.end()) {
    for (const std::string &text : native->second)
      text.empty() ? layout.addBlank() : layout.add(indent, text);
    return;
  }
  if (auto *call = dyn_cast<CallExpr>(&stmt))
    return printCall(*call, indent);
  if (auto *expr = dyn_cast<Expr>(&stmt))
    return line(spell(*expr) + ';');
  if (isa<DeclStmt>(stmt))
    return line(spellVariable(stmt) + ';');
  if (isa<BreakStmt>(stmt))
    return line("break;");
  if (isa<ContinueStmt>(stmt))
    return line("continue;");
  if (auto *ret = dyn_cast<ReturnStmt>(&stmt))
    return line(ret->getRetValue() ? "return " + spell(*ret->getRetValue()) + ';' : "return;");
  if (auto *conditional = dyn_cast<IfStmt>(&stmt))
    return printIf(*conditional, indent);

  const Stmt *body;
  if (auto *loop = dyn_cast<ForStmt>(&stmt)) {
    line(forHeader(*loop));
    body = loop->getBody();
  } else {
    line("while (" + spell(*cast<WhileStmt>(stmt).getCond()) + ") {");
    body = cast<WhileStmt>(stmt).getBody();
  }
  printBlock(*body, indent + 1);
  layout.add(indent, "}");
}

/// On one line, or else as many arguments to a line as it holds.
void Printer::printCall(const CallExpr &call, unsigned indent) {
  std::string line = spell(call) + ';';
  if (2 * indent + line.size() <= widestLine) {
    layout.add(indent, std::move(line), commentOf(call));
    return;
  }
  layout.add(indent, spell(*call.getCallee()) + '(', commentOf(call));
  line.clear();
  for (const Expr *arg : call.arguments()) {
    std::string next = spell(*arg) + (arg == *std::prev(call.arg_end()) ? ");" : ",");
    bool fits = 2 * (indent + 2) + line.size() + 1 + next.size() <= widestLine;
    if (!line.empty() && !fits)
      layout.add(indent + 2, std::exchange(line, {}));
    line += line.empty() ? next : ' ' + next;
  }
  layout.add(indent + 2, std::move(line));
}

void Printer::printIf(const IfStmt &first, unsigned indent) {
  std::string opening = "if (";
  for (const IfStmt *stmt = &first; stmt;) {
    layout.add(indent, opening + spell(*stmt->getCond()) + ") {", commentOf(*stmt));
    printBlock(*stmt->getThen(), indent + 1);
    const Stmt *rest = stmt->getElse();
    stmt = dyn_cast_or_null<IfStmt>(rest);
    opening = "} else if (";
    if (rest && !stmt) {
      layout.add(indent, "} else {");
      printBlock(*rest, indent + 1);
    }
  }
  layout.add(indent, "}");
}

std::string Printer::forHeader(const ForStmt &stmt) {
  return "for (" + spellVariable(*stmt.getInit()) + "; " + spell(*stmt.getCond()) + "; " + spell(*stmt.getInc()) +
         ") {";
}

std::string Printer::spellVariable(const Stmt &stmt) {
  auto &variable = cast<VarDecl>(*cast<DeclStmt>(stmt).getSingleDecl());
  std::string code = spell(variable.getType(), variable.getName());
  return variable.getInit() ? code + " = " + spell(*variable.getInit()) : code;
}

// Types and expressions
// ---------------------

std::string Printer::spell(QualType type, StringRef name) {
  std::string text;
  llvm::raw_string_ostream os(text);
  type.print(os, policy, name);
  return text;
}

std::string Printer::spell(const Expr &expr) {
  std::string text;
  llvm::raw_string_ostream os(text);
  expr.printPretty(os, &literals, policy, 0, "\n", &context);
  return text;
}

static StringRef integerSuffix(QualType type) {
  if (type->isSpecificBuiltinType(BuiltinType::UInt))
    return "u";
  if (type->isSpecificBuiltinType(BuiltinType::LongLong))
    return "LL";
  return type->isSpecificBuiltinType(BuiltinType::ULongLong) ? "ULL" : "";
}

bool LiteralSpelling::handledStmt(Stmt *stmt, llvm::raw_ostream &os) {
  if (auto *literal = dyn_cast<IntegerLiteral>(stmt))
    os << literal->getValue().getZExtValue() << integerSuffix(literal->getType());
  else if (auto *literal = dyn_cast<FloatingLiteral>(stmt))
    os << (literal->getType()->isSpecificBuiltinType(BuiltinType::Float)
               ? spellFloat(literal->getValue().convertToFloat())
               : spellDouble(literal->getValue().convertToDouble()));
  else if (auto *literal = dyn_cast<clang::StringLiteral>(stmt))
    os << spellString(literal->getString());
  else
    return false;
  return true;
}
