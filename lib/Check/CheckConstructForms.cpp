// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// wp.vector(…), wp.matrix(…), wp.quaternion(…) and wp.transformation(…), whose type is found from their arguments.

#include "FunctionChecker.h"

using namespace kt;
using namespace kt::ast;
using Kind = StaticValue::Kind;

/// The scalar type that `dtype=` names, or else that of `first`, which may be null; null after a report.
const ScalarType *FunctionChecker::scalarOfForm(const Call *expr, const Expr *first) {
  if (const Expr *dtype = keyword(expr, "dtype")) {
    const Type *type = typeNamedBy(dtype);
    const auto *scalar = dyn_cast_or_null<ScalarType>(type);
    if (type && !scalar)
      error(dtype->loc, diag::NotAScalarType, text(dtype));
    return scalar;
  }
  if (!first) {
    error(expr->loc, diag::MissingKeyword, text(expr->func), "dtype").help("write `dtype=float`");
    return nullptr;
  }
  return scalarOf(checkValue(first));
}

template <typename Exprs>
static const Expr *firstOf(const Exprs &exprs) {
  return exprs.empty() ? nullptr : exprs[0];
}

/// What is known of `expr` in the module, or of `len(v)`, `v.length` and `wp.static(…)` in this function.
StaticValue FunctionChecker::numberHere(const Expr *expr) {
  const auto *call = dyn_cast<Call>(expr);
  if (call && isStaticForm(call))
    return evaluateInside(call->args[0]);
  const auto *attribute = dyn_cast<Attribute>(expr);
  bool isOfLocal = (call && call->args.size() == 1 && isLocal(call->args[0])) ||
                   (attribute && (isLocal(attribute->value) || valueType(attribute->value)));
  if (!isOfLocal)
    return evaluateInside(expr);
  check(expr);
  const kt::Constant *constant = constantOf(expr);
  return constant && constant->type->isInteger() ? StaticValue::ofInt(constant->asInt()) : StaticValue();
}

/// An integer that is known and can be an extent; 0 after a report.
unsigned FunctionChecker::extentOf(const Expr *expr) {
  StaticValue value = numberHere(expr);
  constexpr int64_t maxExtent = 256;
  if (value.is(Kind::Int) && value.integer.sgt(0) && value.integer.sle(maxExtent))
    return value.integer.getZExtValue();
  if (value.is(Kind::Int))
    error(expr->loc, diag::TypeTooLarge, text(expr), "an extent lies between 1 and 256");
  else
    error(expr->loc, diag::ExtentNotStatic, text(expr));
  return 0;
}

// vec5(x, length=5), mat32(m, shape=(3, 2)), wp.vec3(x, dtype=float)
// ------------------------------------------------------------------
/// Such a keyword may repeat what the type says.
bool FunctionChecker::checkTypeKeywords(const Call *expr, const Type *type) {
  const auto *vector = dyn_cast<VectorType>(type);
  const auto *matrix = dyn_cast<MatrixType>(type);
  auto isExtent = [&](const Expr *given, unsigned extent) {
    StaticValue value = numberHere(given);
    return value.is(Kind::Int) && value.integer == extent;
  };
  for (const Keyword &keyword : expr->keywords) {
    StringRef name = keyword.name.text;
    const Expr *value = keyword.value;
    const auto *extents = dyn_cast<Tuple>(value);
    bool fits = true;
    if (name == "dtype") {
      const Type *given = typeNamedBy(value);
      if (!given)
        return false;
      fits = given == scalarOf(type);
    } else if (name == "length") {
      fits = vector && isExtent(value, vector->length());
    } else if (name == "shape") {
      fits = matrix && extents && extents->elts.size() == 2 && isExtent(extents->elts[0], matrix->rows()) &&
             isExtent(extents->elts[1], matrix->columns());
    }
    if (!fits) {
      error(value->loc, diag::TypeKeyword, text(value), type->spelling(), name).help("leave it out");
      return false;
    }
  }
  return true;
}

// wp.vector(x, y, length=, dtype=)
// --------------------------------
const Type *FunctionChecker::callVector(const Call *expr) {
  if (!refuseKeywords(expr, {"length", "dtype"}))
    return errorType();
  const ScalarType *scalar = scalarOfForm(expr, firstOf(expr->args));
  if (!scalar)
    return errorType();
  unsigned length = expr->args.size();
  if (const Expr *given = keyword(expr, "length")) {
    length = extentOf(given);
  } else if (length == 1) {
    const auto *vector = dyn_cast<VectorType>(checkValue(expr->args[0]));
    length = vector ? vector->length() : 0;
  }
  if (length == 0) {
    if (!keyword(expr, "length"))
      error(expr->loc, diag::MissingKeyword, text(expr->func), "length").help("write `length=3`");
    return errorType();
  }
  return finishConstruct(expr, types.vector(length, scalar), {expr->args.begin(), expr->args.end()});
}

// wp.matrix(a, b, c, d, shape=(2, 2), dtype=)
// -------------------------------------------
const Type *FunctionChecker::callMatrix(const Call *expr) {
  if (!refuseKeywords(expr, {"shape", "dtype"}))
    return errorType();
  const ScalarType *scalar = scalarOfForm(expr, firstOf(expr->args));
  if (!scalar)
    return errorType();
  const Expr *shape = keyword(expr, "shape");
  const auto *extents = dyn_cast_or_null<Tuple>(shape);
  if (!shape && expr->args.size() == 1)
    if (const auto *matrix = dyn_cast<MatrixType>(checkValue(expr->args[0])))
      return finishConstruct(expr, types.matrix(matrix->rows(), matrix->columns(), scalar),
                             {expr->args.begin(), expr->args.end()});
  if (!extents || extents->elts.size() != 2) {
    error(shape ? shape->loc : expr->loc, diag::MissingKeyword, text(expr->func), "shape").help("write `shape=(2, 3)`");
    return errorType();
  }
  unsigned rows = extentOf(extents->elts[0]);
  unsigned columns = rows ? extentOf(extents->elts[1]) : 0;
  if (!columns)
    return errorType();
  return finishConstruct(expr, types.matrix(rows, columns, scalar), {expr->args.begin(), expr->args.end()});
}

// wp.quaternion(x, y, z, w, dtype=), wp.transformation(p, q, dtype=)
// ------------------------------------------------------------------
const Type *FunctionChecker::callOfFloats(const Call *expr, bool isTransform) {
  auto typeOfFloats = [&](const ScalarType *scalar) -> const Type * {
    if (isTransform)
      return types.transform(scalar);
    return types.quaternion(scalar);
  };
  llvm::SmallVector<const Expr *, 8> parts;
  if (!bindParts(expr, typeOfFloats(types.float32()), parts, {"dtype"}))
    return errorType();
  bool isPlain = expr->args.empty() && expr->keywords.empty();
  const ScalarType *scalar = isPlain ? types.float32() : scalarOfForm(expr, firstOf(parts));
  if (!scalar)
    return errorType();
  if (!scalar->isFloat()) {
    error(expr->loc, diag::QuaternionScalar, isTransform ? "transform" : "quaternion", scalar->spelling());
    return errorType();
  }
  return finishConstruct(expr, typeOfFloats(scalar), parts);
}
