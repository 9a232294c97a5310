// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Parts of values: base.attr, base[index].

#include "FunctionChecker.h"

using namespace kt;
using namespace kt::ast;
using Kind = StaticValue::Kind;

// base.attr
// ---------

static const Type *componentNamed(StringRef name, unsigned count, const Type *element) {
  size_t index = name.size() == 1 ? StringRef("xyzw").find(name) : StringRef::npos;
  return index < count ? element : nullptr;
}

const Type *FunctionChecker::memberType(const Attribute *expr, const Type *base) {
  StringRef name = expr->attr.text;
  switch (base->kind()) {
  case Type::Kind::Vector:
    return componentNamed(name, cast<VectorType>(base)->length(), cast<VectorType>(base)->element());
  case Type::Kind::Quaternion: return componentNamed(name, 4, cast<QuaternionType>(base)->element());
  case Type::Kind::Transform:
  case Type::Kind::Struct: return fieldType(base, fieldIndex(base, name));
  case Type::Kind::Array: {
    unsigned rank = cast<ArrayType>(base)->rank();
    if (name == "ndim")
      return setConstant(expr, kt::Constant::int32(rank, types));
    if (name != "shape")
      return nullptr;
    return types.tuple(llvm::SmallVector<const Type *, 4>(rank, types.int32()));
  }
  case Type::Kind::Error:
  case Type::Kind::None:
  case Type::Kind::String:
  case Type::Kind::Scalar:
  case Type::Kind::Matrix:
  case Type::Kind::Tuple: return nullptr;
  }
  llvm_unreachable("every kind returned");
}

static std::string swizzleHelp(StringRef base, StringRef name) {
  std::string help = "write `wp.vec" + std::to_string(name.size()) + "(";
  llvm::interleave(name, [&](char c) { help += (base + "." + llvm::Twine(c)).str(); }, [&] { help += ", "; });
  return help + ")`";
}

const Type *FunctionChecker::checkAttribute(const Attribute *expr) {
  if (std::optional<StaticValue> base = staticOf(expr->value); base && base->isMissing()) {
    reportMissing(expr->value, *base);
    return errorType();
  }
  if (std::optional<StaticValue> value = staticOf(expr))
    return useStatic(expr, *value);
  const Type *base = check(expr->value);
  if (base->isError())
    return base;
  if (base->isNone() || base->kind() == Type::Kind::String)
    return checkValue(expr->value);
  if (const Type *type = memberType(expr, base))
    return type;
  Diagnostic &diag = error(expr->attr.loc, diag::NoAttribute, base->spelling(), expr->attr.text);
  bool isSwizzle = base->isVector() && expr->attr.text.size() >= 2 && expr->attr.text.size() <= 4 &&
                   expr->attr.text.find_first_not_of("xyzw") == StringRef::npos;
  if (isSwizzle)
    return diag.help(swizzleHelp(text(expr->value), expr->attr.text)), errorType();
  if (const auto *type = dyn_cast<StructType>(base)) {
    llvm::SmallVector<StringRef, 16> names;
    for (const StructType::Field &field : type->fields())
      names.push_back(field.name);
    if (StringRef meant = nearest(expr->attr.text, names); !meant.empty())
      diag.help(("did you mean `" + meant + "`?").str());
  } else if (base->isArray() && expr->attr.text == "size") {
    diag.help("multiply the elements of `.shape`");
  } else if (base->isMatrix()) {
    diag.help("write `m[row, column]`");
  }
  return errorType();
}

// base[index]
// -----------

static llvm::SmallVector<const Expr *, 4> indicesOf(const Expr *slice) {
  if (const auto *tuple = dyn_cast<Tuple>(slice))
    return {tuple->elts.begin(), tuple->elts.end()};
  return {slice};
}

const Subscript *FunctionChecker::partialSubscript(const Expr *expr) const {
  const auto *subscript = dyn_cast<Subscript>(expr);
  if (!subscript)
    return nullptr;
  const Type *type = typeOf(subscript), *base = typeOf(subscript->value);
  return type && base && type->isArray() && base->isArray() ? subscript : nullptr;
}

bool FunctionChecker::checkIndex(const Expr *index) {
  if (isa<Slice>(index))
    return refuseExpr(index, "a slice", "write a loop over the elements"), false;
  const Type *type = checkValue(index);
  if (type->isError())
    return false;
  if (!type->isInteger()) {
    Diagnostic &diag = error(index->loc, diag::IndexType, text(index), type->spelling());
    if (type->isScalar())
      diag.help(("write `int(" + text(index) + ")`").str());
    return false;
  }
  if (type != types.int32())
    coerce(index, types.int32());
  return true;
}

/// A constant index is held against the extent, and made to count from the start.
bool FunctionChecker::checkComponentIndex(const Expr *index, unsigned extent, const Type *type) {
  if (!checkIndex(index))
    return false;
  const kt::Constant *constant = constantOf(index);
  if (!constant)
    return true;
  int64_t value = constant->asInt();
  if (value < -int64_t(extent) || value >= int64_t(extent)) {
    error(index->loc, diag::IndexOutOfRange, value, type->spelling(), extent);
    return false;
  }
  if (value < 0)
    setConstant(index, kt::Constant::int32(value + extent, types));
  return true;
}

// array[i, j], array[i][j]
const Type *FunctionChecker::indexArray(const Subscript *expr, const ArrayType *array, ArrayRef<const Expr *> indices,
                                        bool mayBePartial) {
  bool isValidIndex = true;
  for (const Expr *index : indices)
    isValidIndex &= checkIndex(index);
  if (!isValidIndex)
    return errorType();
  unsigned count = indices.size();
  for (const Expr *base = expr->value; const Subscript *inner = partialSubscript(base); base = inner->value)
    count += indicesOf(inner->slice).size();
  if (count == array->rank())
    return array->element();
  if (count < array->rank()) {
    if (mayBePartial)
      return array;
    error(expr->loc, diag::PartialIndex, array->spelling(), array->rank(), count)
        .help("give every index, or pass the array and the index on");
    return errorType();
  }
  Diagnostic &diag = error(expr->loc, diag::TooManyIndices, array->spelling(), array->rank(), count);
  if (array->element()->isComposite())
    diag.help("index the element in brackets of its own: `a[i][j]`");
  return errorType();
}

// vector[i], quaternion[i], transform[i], matrix[i], matrix[i, j]
const Type *FunctionChecker::indexComposite(const Subscript *expr, const Type *base, ArrayRef<const Expr *> indices) {
  const auto *matrix = dyn_cast<MatrixType>(base);
  if (indices.size() > (matrix ? 2 : 1)) {
    error(expr->loc, diag::TooManyIndices, base->spelling(), matrix ? 2 : 1, indices.size());
    return errorType();
  }
  bool isValidIndex = checkComponentIndex(indices[0], componentCount(base), base);
  if (indices.size() == 2)
    isValidIndex &= checkComponentIndex(indices[1], matrix->columns(), base);
  if (!isValidIndex)
    return errorType();
  return indices.size() == 2 ? matrix->element() : componentOf(base, types);
}

// array.shape[0]
const Type *FunctionChecker::checkShape(const Subscript *expr, const Attribute *shape) {
  const auto *array = cast<ArrayType>(typeOf(shape->value));
  if (isa<Tuple, Slice>(expr->slice)) {
    error(expr->slice->loc, diag::ShapeIndex);
    return errorType();
  }
  if (!checkIndex(expr->slice))
    return errorType();
  if (!constantOf(expr->slice)) {
    error(expr->slice->loc, diag::ShapeIndex);
    return errorType();
  }
  return checkComponentIndex(expr->slice, array->rank(), array) ? types.int32() : errorType();
}

const Type *FunctionChecker::checkSubscript(const Subscript *expr) {
  bool mayBePartial = std::exchange(allowsPartialIndex, false);
  // A tuple of the module is no value, but its elements may be.
  if (std::optional<StaticValue> base = staticOf(expr->value); base && base->is(Kind::Sequence))
    return useStatic(expr, evaluate(session, scope, expr));
  allowsPartialIndex = isa<Subscript>(expr->value);
  const Type *base = check(expr->value);
  if (base->isError())
    return base;
  const auto *attribute = dyn_cast<Attribute>(expr->value);
  const Type *owner = attribute ? typeOf(attribute->value) : nullptr;
  if (base->kind() == Type::Kind::Tuple && owner && owner->isArray())
    return checkShape(expr, attribute);
  llvm::SmallVector<const Expr *, 4> indices = indicesOf(expr->slice);
  if (const auto *array = dyn_cast<ArrayType>(base))
    return indexArray(expr, array, indices, mayBePartial);
  if (base->isComposite() && !indices.empty())
    return indexComposite(expr, base, indices);
  error(expr->loc, diag::NotIndexable, text(expr->value), base->spelling());
  return errorType();
}
