// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Expressions that are neither name, operator, access nor call; numbers above all.

#include "FunctionChecker.h"
#include "llvm/ADT/ScopeExit.h"
#include <cmath>

using namespace kt;
using namespace kt::ast;
using Kind = StaticValue::Kind;

const Type *FunctionChecker::check(const Expr *expr) {
  // Some calls look at their arguments more than once; nested, that would double with every level.
  if (const Type *known = typeOf(expr))
    return known;
  if (exprDepth >= maxExprDepth)
    return refuseDepth(expr);
  ++exprDepth;
  llvm::scope_exit leave([&] { --exprDepth; });
  const Type *type = checkUnrecorded(expr);
  if (!type->isError() && !type->isNone())
    function.types[expr] = type;
  return type;
}

const Type *FunctionChecker::refuseDepth(const Expr *expr) {
  error(expr->loc, diag::ExprTooDeep).help("store a part of it in a variable");
  return errorType();
}

const Type *FunctionChecker::checkUnrecorded(const Expr *expr) {
  switch (expr->kind()) {
  case NodeKind::Constant: return checkLiteral(cast<ast::Constant>(expr));
  case NodeKind::Name: return checkName(cast<Name>(expr));
  case NodeKind::Attribute: return checkAttribute(cast<Attribute>(expr));
  case NodeKind::Subscript: return checkSubscript(cast<Subscript>(expr));
  case NodeKind::Call: return checkCall(cast<Call>(expr));
  case NodeKind::BinOp: return checkBinOp(cast<BinOp>(expr));
  case NodeKind::UnaryOp: return checkUnaryOp(cast<UnaryOp>(expr));
  case NodeKind::BoolOp: return checkBoolOp(cast<BoolOp>(expr));
  case NodeKind::Compare: return checkCompare(cast<Compare>(expr));
  case NodeKind::IfExp: return checkIfExp(cast<IfExp>(expr));
  case NodeKind::NamedExpr: return refuseExpr(expr, "`:=`", "assign on a line of its own");
  case NodeKind::Lambda: return refuseExpr(expr, "`lambda`", "define a `@wp.func`");
  case NodeKind::Dict: return refuseExpr(expr, "a dict", "use a `@wp.struct`");
  case NodeKind::Set: return refuseExpr(expr, "a set");
  case NodeKind::Comprehension: return refuseExpr(expr, "a comprehension", "write a `for` loop");
  case NodeKind::Await: return refuseExpr(expr, "`await`");
  case NodeKind::Yield: return refuseExpr(expr, "`yield`", "store results in an array");
  case NodeKind::JoinedStr:
  case NodeKind::FormattedValue: return refuseExpr(expr, "an f-string", "write `wp.printf(\"%d\\n\", value)`");
  case NodeKind::Starred: return refuseExpr(expr, "`*` before an argument", "write the arguments one by one");
  case NodeKind::List: return refuseExpr(expr, "a list", "use a vector, such as `wp.vec3(x, y, z)`");
  case NodeKind::Tuple: return checkTuple(cast<Tuple>(expr));
  case NodeKind::Slice: break; // stands in brackets only
#define STMT(Class) case NodeKind::Class:
#include "kt/AST/Nodes.def"
    break;
  }
  llvm_unreachable("not an expression");
}

const Type *FunctionChecker::checkValue(const Expr *expr) {
  const Type *type = check(expr);
  switch (type->kind()) {
  case Type::Kind::None: error(expr->loc, diag::NoValue, text(expr)); return errorType();
  case Type::Kind::String: error(expr->loc, diag::UnsupportedString); return errorType();
  case Type::Kind::Error:
  case Type::Kind::Scalar:
  case Type::Kind::Vector:
  case Type::Kind::Matrix:
  case Type::Kind::Quaternion:
  case Type::Kind::Transform:
  case Type::Kind::Array:
  case Type::Kind::Struct:
  case Type::Kind::Tuple:
  case Type::Kind::Kept: return type;
  }
  llvm_unreachable("every kind returned");
}

// a, b
// ----
const Type *FunctionChecker::checkTuple(const Tuple *expr) {
  if (expr->elts.empty())
    return refuseExpr(expr, "an empty tuple");
  llvm::SmallVector<const Type *, 4> elements;
  for (const Expr *elt : expr->elts)
    elements.push_back(checkValue(elt));
  if (llvm::any_of(elements, [](const Type *type) { return type->isError(); }))
    return errorType();
  return types.tuple(elements);
}

const Type *FunctionChecker::refuseExpr(const Expr *expr, StringRef what, StringRef help) {
  Diagnostic &diag = error(expr->loc, diag::UnsupportedSyntax, what);
  if (!help.empty())
    diag.help(help.str());
  return errorType();
}

// Literals
// --------

const Type *FunctionChecker::setConstant(const Expr *expr, kt::Constant value) {
  const Type *type = value.type;
  function.constants.insert_or_assign(expr, std::move(value));
  return type;
}

const Type *FunctionChecker::useNumber(const Expr *expr, const StaticValue &number, const ScalarType *type) {
  std::optional<kt::Constant> value = toConstant(number, type);
  bool overflows = value && value->isFloat() && std::isinf(value->asReal()) && std::isfinite(toDouble(number));
  if (value && !overflows)
    return setConstant(expr, std::move(*value));
  Diagnostic &diag = error(expr->loc, diag::LiteralOutOfRange, text(expr), type->spelling());
  if (number.is(Kind::Int) && type == types.int32() && number.integer.isSignedIntN(64))
    diag.help(("write `wp.int64(" + text(expr) + ")`").str());
  else if (number.is(Kind::Float) && type == types.float32() && std::isfinite(number.real))
    diag.help(("write `wp.float64(" + text(expr) + ")`").str());
  return errorType();
}

const Type *FunctionChecker::checkLiteral(const ast::Constant *expr) {
  switch (expr->constantKind) {
  case ast::Constant::True: return setConstant(expr, kt::Constant::boolean(true, types));
  case ast::Constant::False: return setConstant(expr, kt::Constant::boolean(false, types));
  case ast::Constant::Int:
    if (expr->intValue->getActiveBits() < 32)
      return setConstant(expr, kt::Constant::int32(expr->intValue->getZExtValue(), types));
    if (expr->intValue->getActiveBits() < StaticValue::intWidth)
      return useNumber(expr, StaticValue::ofInt(expr->intValue->zextOrTrunc(StaticValue::intWidth)), types.int32());
    error(expr->loc, diag::LiteralOutOfRange, text(expr), "int32");
    return errorType();
  case ast::Constant::Float:
    if (std::isinf(expr->floatValue)) { // no literal spells infinity on purpose
      error(expr->loc, diag::LiteralOutOfRange, text(expr), "float64").help("write `wp.inf` for infinity");
      return errorType();
    }
    return useNumber(expr, StaticValue::ofFloat(expr->floatValue), types.float32());
  case ast::Constant::Str: return types.string();
  case ast::Constant::None: error(expr->loc, diag::UnsupportedSyntax, "`None`"); return errorType();
  case ast::Constant::Ellipsis: error(expr->loc, diag::UnsupportedSyntax, "`...`"); return errorType();
  case ast::Constant::Complex: error(expr->loc, diag::UnsupportedSyntax, "a complex number"); return errorType();
  case ast::Constant::Bytes: error(expr->loc, diag::UnsupportedSyntax, "a bytes literal"); return errorType();
  }
  llvm_unreachable("every kind returned");
}

// Truth
// -----

/// Uses a scalar as `type`: a constant becomes one of that type, another value is converted.
void FunctionChecker::coerce(const Expr *expr, const ScalarType *type) {
  auto it = function.constants.find(expr);
  if (it == function.constants.end()) {
    function.conversions[expr] = type;
    return;
  }
  it->second = convert(it->second, type);
  function.types[expr] = type;
}

void FunctionChecker::checkCondition(const Expr *expr) {
  const Type *type = checkValue(expr);
  if (type->isError() || type->isBool())
    return;
  if (type->isScalar())
    return coerce(expr, types.boolean());
  if (type->isArray()) // true if it has memory
    return void(function.conversions[expr] = types.boolean());
  error(expr->loc, diag::ConditionType, text(expr), type->spelling());
}

// first and second, first or second
// ---------------------------------
// A truth value, whatever the operands are.
const Type *FunctionChecker::checkBoolOp(const BoolOp *expr) {
  if (expr->values.size() > maxExprDepth)
    return refuseDepth(expr);
  for (const Expr *value : expr->values)
    checkCondition(value);
  return types.boolean();
}

// body if test else orelse
// ------------------------
const Type *FunctionChecker::checkIfExp(const IfExp *expr) {
  checkCondition(expr->test);
  if (std::optional<bool> test = function.knownTest(expr->test))
    return checkValue(*test ? expr->body : expr->orelse);
  const Type *body = checkValue(expr->body);
  const Type *orelse = checkValue(expr->orelse);
  if (body->isError() || orelse->isError())
    return errorType();
  if (body == orelse)
    return body;
  Diagnostic &diag = error(expr->orelse->loc, diag::TernaryType, body->spelling(), orelse->spelling());
  diag.note(expr->body->loc, ("this is `" + body->spelling() + "`"));
  if (body->isScalar() && orelse->isScalar())
    diag.help(("cast one of them: `" + castName(body) + "(" + text(expr->orelse) + ")`").str());
  return errorType();
}
