// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "NodeFactory.h"
#include "Precedence.h"
#include "clang/AST/StmtCXX.h"
#include <cmath>

using namespace kt;
using namespace clang;
using kt::ScalarType;
using llvm::ArrayRef;

// Types matter to the printer only where a literal's suffix follows from them, so most nodes are simply dependent, as
// they would be in a template.

// Names
// -----

Expr *NodeFactory::ref(ValueDecl &decl) {
  decl.setIsUsed();
  return DeclRefExpr::Create(context, NestedNameSpecifierLoc(), SourceLocation(), &decl, false, loc,
                             context.DependentTy, VK_LValue);
}

Expr *NodeFactory::callee(StringRef name, ArrayRef<TemplateArgumentLoc> templateArgs) {
  TemplateArgumentListInfo args(loc, loc);
  for (const TemplateArgumentLoc &arg : templateArgs)
    args.addArgument(arg);
  NestedNameSpecifierLoc qualifier = name.starts_with("wp::") ? runtime.qualifier() : NestedNameSpecifierLoc();
  return DeclRefExpr::Create(context, qualifier, SourceLocation(), &runtime.function(name), false, loc,
                             context.DependentTy, VK_LValue, nullptr, templateArgs.empty() ? nullptr : &args);
}

TemplateArgumentLoc NodeFactory::templateArg(QualType type) {
  return TemplateArgumentLoc(TemplateArgument(type), context.getTrivialTypeSourceInfo(type, loc));
}

TemplateArgumentLoc NodeFactory::templateArg(int value) {
  Expr *literal = integer(value);
  return TemplateArgumentLoc(TemplateArgument(literal, /*IsCanonical=*/false), literal);
}

TemplateArgumentLoc NodeFactory::templateArg(FunctionDecl &function) {
  Expr *named = ref(function);
  return TemplateArgumentLoc(TemplateArgument(named, /*IsCanonical=*/false), named);
}

// Literals
// --------

Expr *NodeFactory::boolean(bool value) { return CXXBoolLiteralExpr::Create(context, value, context.BoolTy, loc); }

Expr *NodeFactory::number(llvm::APInt value, QualType type) {
  return IntegerLiteral::Create(context, value, type, loc);
}

/// A negative number is a minus and a literal; the lowest has no literal to negate.
Expr *NodeFactory::integerOf(uint64_t bits, bool isSigned, unsigned width, QualType type) {
  int64_t value = int64_t(bits);
  if (!isSigned || value >= 0)
    return number(llvm::APInt(width, bits, /*isSigned=*/false, /*implicitTrunc=*/true), type);
  bool isLowest = value == llvm::minIntN(width);
  Expr *negated = unary(UO_Minus, number(llvm::APInt(width, uint64_t(-(value + isLowest))), type));
  return isLowest ? binary(BO_Sub, negated, integer(1)) : negated;
}

Expr *NodeFactory::real(double value, bool isFloat) {
  QualType type = isFloat ? context.FloatTy : context.DoubleTy;
  Expr *size;
  if (std::isnan(value))
    size = call(callee("wp::nan", {templateArg(type)}), {});
  else if (std::isinf(value))
    size = call(callee("wp::inf", {templateArg(type)}), {});
  else
    size = FloatingLiteral::Create(context,
                                   isFloat ? llvm::APFloat(float(std::fabs(value))) : llvm::APFloat(std::fabs(value)),
                                   /*isexact=*/true, type, loc);
  return std::signbit(value) && !std::isnan(value) ? unary(UO_Minus, size) : size;
}

Expr *NodeFactory::scalar(ScalarValue value, const ScalarType &type, QualType spelled) {
  switch (type.scalarKind()) {
  case ScalarKind::Bool: return boolean(value.bits != 0);
  case ScalarKind::Int8:
  case ScalarKind::Int16: return construct(spelled, {integerOf(value.bits, true, 32, context.IntTy)});
  case ScalarKind::UInt8:
  case ScalarKind::UInt16: return construct(spelled, {integerOf(value.bits, false, 32, context.IntTy)});
  case ScalarKind::Int32: return integerOf(value.bits, true, 32, context.IntTy);
  case ScalarKind::UInt32: return integerOf(value.bits, false, 32, context.UnsignedIntTy);
  case ScalarKind::Int64: return integerOf(value.bits, true, 64, context.LongLongTy);
  case ScalarKind::UInt64: return integerOf(value.bits, false, 64, context.UnsignedLongLongTy);
  case ScalarKind::Float16: return construct(spelled, {real(value.real, /*isFloat=*/true)});
  case ScalarKind::Float32: return real(value.real, /*isFloat=*/true);
  case ScalarKind::Float64: return real(value.real, /*isFloat=*/false);
  }
  llvm_unreachable("not a scalar");
}

Expr *NodeFactory::string(StringRef text) {
  return clang::StringLiteral::Create(context, text, StringLiteralKind::Unevaluated, false, context.VoidTy, loc);
}

// Operators
// ---------

Expr *NodeFactory::paren(Expr *inner) { return new (context) ParenExpr(loc, loc, inner); }

Expr *NodeFactory::unary(UnaryOperatorKind op, Expr *operand) {
  if (needsParens(op, *operand))
    operand = paren(operand);
  return UnaryOperator::Create(context, operand, op, context.DependentTy, VK_PRValue, OK_Ordinary, loc, false,
                               FPOptionsOverride());
}

Expr *NodeFactory::binary(BinaryOperatorKind op, Expr *left, Expr *right) {
  if (needsParens(op, *left, Side::Left))
    left = paren(left);
  if (needsParens(op, *right, Side::Right))
    right = paren(right);
  if (BinaryOperator::isCompoundAssignmentOp(op))
    return CompoundAssignOperator::Create(context, left, right, op, context.DependentTy, VK_LValue, OK_Ordinary, loc,
                                          FPOptionsOverride());
  return BinaryOperator::Create(context, left, right, op, context.DependentTy, VK_PRValue, OK_Ordinary, loc,
                                FPOptionsOverride());
}

Expr *NodeFactory::conditional(Expr *condition, Expr *ifTrue, Expr *ifFalse) {
  auto parenIfConditional = [&](Expr *expr) { return isa<ConditionalOperator>(expr) ? paren(expr) : expr; };
  return new (context) ConditionalOperator(parenIfConditional(condition), loc, parenIfConditional(ifTrue), loc,
                                           parenIfConditional(ifFalse), context.DependentTy, VK_PRValue, OK_Ordinary);
}

Expr *NodeFactory::call(Expr *callee, ArrayRef<Expr *> args) {
  return CallExpr::Create(context, postfixBase(callee), args, context.DependentTy, VK_PRValue, loc,
                          FPOptionsOverride());
}

Expr *NodeFactory::construct(QualType type, ArrayRef<Expr *> args) {
  return CXXUnresolvedConstructExpr::Create(context, type, context.getTrivialTypeSourceInfo(type, loc), loc, args, loc,
                                            /*IsListInit=*/false);
}

Expr *NodeFactory::construct(QualType type, InitListExpr *braces) {
  return CXXUnresolvedConstructExpr::Create(context, type, context.getTrivialTypeSourceInfo(type, loc), loc, {braces},
                                            loc, /*IsListInit=*/true);
}

Expr *NodeFactory::braces(ArrayRef<Expr *> args) {
  auto *list = new (context) InitListExpr(context, loc, args, loc);
  list->setType(context.DependentTy);
  return list;
}

Expr *NodeFactory::postfixBase(Expr *base) { return isPrimary(*base) ? base : paren(base); }

Expr *NodeFactory::subscript(Expr *base, Expr *index) {
  return new (context) ArraySubscriptExpr(postfixBase(base), index, context.DependentTy, VK_LValue, OK_Ordinary, loc);
}

Expr *NodeFactory::member(Expr *base, ValueDecl &field, bool isArrow) {
  return MemberExpr::CreateImplicit(context, postfixBase(base), isArrow, &field, context.DependentTy, VK_LValue,
                                    OK_Ordinary);
}

// Statements
// ----------

Stmt *NodeFactory::compound(ArrayRef<Stmt *> stmts) {
  return CompoundStmt::Create(context, stmts, FPOptionsOverride(), loc, loc);
}

Stmt *NodeFactory::declare(VarDecl &variable) { return new (context) DeclStmt(DeclGroupRef(&variable), loc, loc); }

Stmt *NodeFactory::ifStmt(Expr *condition, Stmt *thenStmt, Stmt *elseStmt) {
  return IfStmt::Create(context, loc, IfStatementKind::Ordinary, nullptr, nullptr, condition, loc, loc, thenStmt, loc,
                        elseStmt);
}

Stmt *NodeFactory::forStmt(Stmt *init, Expr *condition, Expr *increment, Stmt *body) {
  return new (context) ForStmt(context, init, condition, nullptr, increment, body, loc, loc, loc);
}

Stmt *NodeFactory::whileStmt(Expr *condition, Stmt *body) {
  return WhileStmt::Create(context, nullptr, condition, body, loc, loc, loc);
}

Stmt *NodeFactory::returnStmt(Expr *value) { return ReturnStmt::Create(context, loc, value, nullptr); }

// Declarations
// ------------

VarDecl &NodeFactory::variable(StringRef name, QualType type, Expr *init) {
  auto *decl = VarDecl::Create(context, context.getTranslationUnitDecl(), loc, loc, &context.Idents.get(name), type,
                               context.getTrivialTypeSourceInfo(type, loc), SC_None);
  decl->setInit(init);
  return *decl;
}

ParmVarDecl &NodeFactory::param(StringRef name, QualType type) {
  return *ParmVarDecl::Create(context, context.getTranslationUnitDecl(), loc, loc, &context.Idents.get(name), type,
                              context.getTrivialTypeSourceInfo(type, loc), SC_None, nullptr);
}

FunctionDecl &NodeFactory::function(StringRef name, QualType result, ArrayRef<ParmVarDecl *> params, bool isExternC) {
  DeclContext *scope = context.getTranslationUnitDecl();
  if (isExternC)
    scope = LinkageSpecDecl::Create(context, scope, loc, loc, LinkageSpecLanguageIDs::C, /*HasBraces=*/false);
  llvm::SmallVector<QualType, 8> types;
  for (const ParmVarDecl *param : params)
    types.push_back(param->getType());
  QualType type = context.getFunctionType(result, types, FunctionProtoType::ExtProtoInfo());
  auto *decl = FunctionDecl::Create(context, scope, loc, loc, &context.Idents.get(name), type,
                                    context.getTrivialTypeSourceInfo(type, loc), isExternC ? SC_None : SC_Static,
                                    /*UsesFPIntrin=*/false, /*isInlineSpecified=*/!isExternC);
  decl->setParams(params);
  for (ParmVarDecl *param : params)
    param->setOwningFunction(decl);
  return *decl;
}

CXXRecordDecl &NodeFactory::record(StringRef name, ArrayRef<std::pair<StringRef, QualType>> fields,
                                   bool beginsAsZeros) {
  auto *decl = CXXRecordDecl::Create(context, TagTypeKind::Struct, context.getTranslationUnitDecl(), loc, loc,
                                     &context.Idents.get(name));
  decl->startDefinition();
  for (const auto &[fieldName, type] : fields) {
    // The types of the runtime begin as zeros by themselves, and structs with what their members begin with.
    bool needsInitializer = beginsAsZeros && type->isArithmeticType();
    auto *field = FieldDecl::Create(context, decl, loc, loc, &context.Idents.get(fieldName), type,
                                    context.getTrivialTypeSourceInfo(type, loc), nullptr, false,
                                    needsInitializer ? ICIS_CopyInit : ICIS_NoInit);
    field->setAccess(AS_public);
    decl->addDecl(field);
  }
  return *decl;
}

QualType NodeFactory::typeOf(CXXRecordDecl &record) {
  return context.getTagType(ElaboratedTypeKeyword::None, std::nullopt, &record, /*OwnsTag=*/false);
}
