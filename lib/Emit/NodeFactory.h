// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The one place where Clang's nodes are made. It owns parentheses: those that precedence asks for, and those without
// which compilers suspect a mistake. Nothing is looked up and nothing is checked; the text is checked later.

#ifndef KT_LIB_EMIT_NODEFACTORY_H
#define KT_LIB_EMIT_NODEFACTORY_H

#include "RuntimeDecls.h"
#include "kt/Types/Constant.h"
#include "clang/AST/Expr.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/Stmt.h"

namespace kt {

class NodeFactory {
public:
  explicit NodeFactory(RuntimeDecls &runtime)
      : runtime(runtime), context(runtime.context()), loc(runtime.somewhere()) {}

  // Expressions
  clang::Expr *ref(clang::ValueDecl &decl);
  /// A function of the runtime, with template arguments where they can't be deduced.
  clang::Expr *callee(StringRef name, ArrayRef<clang::TemplateArgumentLoc> templateArgs = {});
  clang::TemplateArgumentLoc templateArg(clang::QualType type);
  clang::TemplateArgumentLoc templateArg(int value);
  clang::TemplateArgumentLoc templateArg(clang::FunctionDecl &function);

  clang::Expr *boolean(bool value);
  clang::Expr *integer(int value) { return number(llvm::APInt(32, uint32_t(value)), context.IntTy); }
  /// A scalar of `type`, which `spelled` prints as.
  clang::Expr *scalar(ScalarValue value, const ScalarType &type, clang::QualType spelled);
  clang::Expr *string(StringRef text);

  clang::Expr *unary(clang::UnaryOperatorKind op, clang::Expr *operand);
  clang::Expr *binary(clang::BinaryOperatorKind op, clang::Expr *left, clang::Expr *right);
  clang::Expr *conditional(clang::Expr *condition, clang::Expr *ifTrue, clang::Expr *ifFalse);
  clang::Expr *call(clang::Expr *callee, ArrayRef<clang::Expr *> args);
  clang::Expr *call(StringRef name, ArrayRef<clang::Expr *> args) { return call(callee(name), args); }
  /// `type(args)`: a constructor call or a cast.
  clang::Expr *construct(clang::QualType type, ArrayRef<clang::Expr *> args);
  /// `{args}`, and `type{args}`.
  clang::Expr *braces(ArrayRef<clang::Expr *> args);
  clang::Expr *construct(clang::QualType type, clang::InitListExpr *braces);
  clang::Expr *subscript(clang::Expr *base, clang::Expr *index);
  clang::Expr *member(clang::Expr *base, clang::ValueDecl &field, bool isArrow = false);

  // Statements
  clang::Stmt *compound(ArrayRef<clang::Stmt *> stmts);
  clang::Stmt *declare(clang::VarDecl &variable);
  clang::Stmt *ifStmt(clang::Expr *condition, clang::Stmt *thenStmt, clang::Stmt *elseStmt);
  clang::Stmt *forStmt(clang::Stmt *init, clang::Expr *condition, clang::Expr *increment, clang::Stmt *body);
  clang::Stmt *whileStmt(clang::Expr *condition, clang::Stmt *body);
  clang::Stmt *empty() { return new (context) clang::NullStmt(loc); }
  clang::Stmt *breakStmt() { return new (context) clang::BreakStmt(loc); }
  clang::Stmt *continueStmt() { return new (context) clang::ContinueStmt(loc); }
  clang::Stmt *returnStmt(clang::Expr *value);

  // Declarations; none is entered into its context, so that a unit leaves no trace in later ones.
  clang::VarDecl &variable(StringRef name, clang::QualType type, clang::Expr *init);
  clang::ParmVarDecl &param(StringRef name, clang::QualType type);
  clang::FunctionDecl &function(StringRef name, clang::QualType result, ArrayRef<clang::ParmVarDecl *> params,
                                bool isExternC);
  clang::CXXRecordDecl &record(StringRef name, ArrayRef<std::pair<StringRef, clang::QualType>> fields,
                               bool beginsAsZeros);
  clang::QualType typeOf(clang::CXXRecordDecl &record);

  clang::ASTContext &astContext() { return context; }

private:
  clang::Expr *number(llvm::APInt value, clang::QualType type);
  clang::Expr *integerOf(uint64_t bits, bool isSigned, unsigned width, clang::QualType type);
  clang::Expr *real(double value, bool isFloat);
  clang::Expr *paren(clang::Expr *inner);
  clang::Expr *postfixBase(clang::Expr *base);

  RuntimeDecls &runtime;
  clang::ASTContext &context;
  clang::SourceLocation loc;
};

} // namespace kt

#endif
