// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Arrays that a kernel makes itself: wp.zeros, which has its elements in the thread, and wp.array over memory that is
// known by its address.

#include "FunctionChecker.h"

using namespace kt;
using namespace kt::ast;

// fixed arrays where others are wanted
// ------------------------------------

const Type *FunctionChecker::decayed(const Type *type) {
  return isFixedArray(type) ? types.array(cast<ArrayType>(type)->element(), cast<ArrayType>(type)->rank()) : type;
}

void FunctionChecker::decay(const Expr *arg) {
  if (const Type *type = typeOf(arg); type && isFixedArray(type))
    function.conversions[arg] = decayed(type);
}

// wp.zeros(shape=(2, 3), dtype=float), wp.array(ptr=address, shape=(n, 3), dtype=float)
// -------------------------------------------------------------------------------------

/// The arguments called `names`, by position or by keyword; nothing after a report.
std::optional<llvm::SmallVector<const Expr *, 3>> FunctionChecker::bindNamed(const Call *expr,
                                                                             ArrayRef<StringRef> names) {
  if (!refuseKeywords(expr, names))
    return std::nullopt;
  if (expr->args.size() > names.size()) {
    error(expr->loc, diag::ArgumentCount, text(expr->func), std::to_string(names.size()), expr->args.size());
    return std::nullopt;
  }
  llvm::SmallVector<const Expr *, 3> bound(expr->args.begin(), expr->args.end());
  for (StringRef name : names.drop_front(bound.size())) {
    bound.push_back(keyword(expr, name));
    if (bound.back())
      continue;
    error(expr->loc, diag::MissingKeyword, text(expr->func), name);
    return std::nullopt;
  }
  return bound;
}

/// The type of elements that `dtype` names; null after a report.
const Type *FunctionChecker::elementTypeNamedBy(const Expr *dtype) {
  const Type *type = typeNamedBy(dtype);
  if (!type || !(type->isArray() || isa<TupleType>(type)))
    return type;
  error(dtype->loc, diag::NotAType, text(dtype));
  return nullptr;
}

const Type *FunctionChecker::callZeros(const Call *expr) {
  auto bound = bindNamed(expr, {"shape", "dtype"});
  if (!bound)
    return errorType();
  const Expr *shape = (*bound)[0];
  const Type *element = elementTypeNamedBy((*bound)[1]);
  std::optional<llvm::SmallVector<unsigned, 4>> extents = fixedShape(evaluateInside(shape));
  if (!extents)
    error(shape->loc, diag::ZerosShape, text(shape));
  if (!extents || !element)
    return errorType();
  return setCallee(expr, {Callee::Construct{}, {}, types.fixedArray(element, *extents)});
}

const Type *FunctionChecker::callArray(const Call *expr) {
  auto bound = bindNamed(expr, {"ptr", "shape", "dtype"});
  if (!bound)
    return errorType();
  const Expr *address = (*bound)[0], *shape = (*bound)[1];
  const auto *tuple = dyn_cast<Tuple>(shape);
  llvm::SmallVector<const Expr *, 4> extents(1, shape);
  if (tuple)
    extents.assign(tuple->elts.begin(), tuple->elts.end());
  const Type *addressType = checkValue(address);
  bool isValidShape = true;
  for (const Expr *extent : extents)
    isValidShape &= checkIndex(extent);
  const Type *element = elementTypeNamedBy((*bound)[2]);
  if (!element || !isValidShape || addressType->isError())
    return errorType();
  if (addressType != types.scalar(ScalarKind::UInt64)) {
    error(address->loc, diag::AddressType, text(address), addressType->spelling())
        .help("pass a `uint64`, such as `a.ptr`");
    return errorType();
  }
  if (extents.empty() || extents.size() > 4) {
    error(shape->loc, diag::ArrayRank, extents.size());
    return errorType();
  }
  Callee callee{Callee::Construct{}, {address}, types.array(element, extents.size())};
  llvm::append_range(callee.args, extents);
  return setCallee(expr, std::move(callee));
}
