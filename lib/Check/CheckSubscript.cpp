// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// base[index], base[start:stop:step]: elements and views of arrays, components of vectors and matrices, items of
// tuples. What a slice takes of an array is found when the kernel runs; of everything else it is a part of the type.

#include "FunctionChecker.h"

using namespace kt;
using namespace kt::ast;
using Kind = StaticValue::Kind;

static llvm::SmallVector<const Expr *, 4> indicesOf(const Expr *slice) {
  if (const auto *tuple = dyn_cast<Tuple>(slice))
    return {tuple->elts.begin(), tuple->elts.end()};
  return {slice};
}

// a[i][j] is a[i, j]. A slice ends that: a[0:2][0] is the first row of what a[0:2] is.
ArrayAccess kt::arrayAccess(const Subscript &expr, const CheckedFunction &function) {
  ArrayAccess access{expr.value, indicesOf(expr.slice)};
  while (const auto *inner = dyn_cast<Subscript>(access.array)) {
    const Type *base = function.types.lookup(inner->value);
    llvm::SmallVector<const Expr *, 4> indices = indicesOf(inner->slice);
    if (!base || !base->isArray() || llvm::any_of(indices, [](const Expr *index) { return isa<Slice>(index); }))
      break;
    access.array = inner->value;
    access.indices.insert(access.indices.begin(), indices.begin(), indices.end());
  }
  return access;
}

// Indices and slices
// ------------------

bool FunctionChecker::checkIndex(const Expr *index) {
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

bool FunctionChecker::checkSlice(const Slice *slice) {
  bool isValidSlice = true;
  for (const Expr *part : {slice->lower, slice->upper, slice->step})
    isValidSlice &= !part || checkIndex(part);
  const kt::Constant *step = isValidSlice && slice->step ? constantOf(slice->step) : nullptr;
  if (!step || step->asInt() != 0)
    return isValidSlice;
  error(slice->step->loc, diag::SliceStepZero);
  return false;
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

/// Which of `extent` components a slice with these bounds takes, as Python says it.
static SliceRange rangeOf(std::optional<int64_t> start, std::optional<int64_t> stop, int64_t step, int64_t extent) {
  bool isBackward = step < 0;
  int64_t low = isBackward ? -1 : 0, high = isBackward ? extent - 1 : extent;
  auto within = [&](int64_t bound) { return std::clamp(bound < 0 ? bound + extent : bound, low, high); };
  int64_t first = start ? within(*start) : isBackward ? high : low;
  int64_t last = stop ? within(*stop) : isBackward ? low : high;
  int64_t length = isBackward ? first - last : last - first;
  return {int(first), int(step), length > 0 ? unsigned((length - 1) / std::abs(step)) + 1 : 0};
}

/// How many of the components of `type` a slice takes; 0 after a report.
unsigned FunctionChecker::checkComponentSlice(const Slice *slice, unsigned extent, const Type *type) {
  if (!checkSlice(slice))
    return 0;
  const Expr *parts[] = {slice->lower, slice->upper, slice->step};
  std::optional<int64_t> bounds[3];
  for (auto [bound, part] : llvm::zip_equal(bounds, parts)) {
    if (!part)
      continue;
    const kt::Constant *constant = constantOf(part);
    if (!constant)
      return error(part->loc, diag::SliceNotStatic, type->spelling(), text(part)), 0;
    bound = constant->asInt();
  }
  SliceRange range = rangeOf(bounds[0], bounds[1], bounds[2].value_or(1), extent);
  if (range.count == 0)
    error(slice->loc, diag::EmptySlice, type->spelling(), extent);
  function.slices[slice] = range;
  return range.count;
}

// Arrays
// ------

// array[i, j], array[i][j]: an element. With fewer indices, or with slices among them: a view.
const Type *FunctionChecker::indexArray(const Subscript *expr, const ArrayType *array, ArrayRef<const Expr *> indices) {
  bool isValidIndex = true;
  unsigned rank = array->rank();
  for (const Expr *index : indices) {
    const auto *slice = dyn_cast<Slice>(index);
    isValidIndex &= slice ? checkSlice(slice) : checkIndex(index);
    if (slice && array->isIndexed()) {
      error(slice->loc, diag::IndexedSlice, array->spelling())
          .help("give indices, or slice the array that it is made of");
      isValidIndex = false;
    }
    rank -= !slice;
  }
  if (!isValidIndex)
    return errorType();
  if (indices.size() <= array->rank())
    return rank == 0 ? array->element()
                     : types.array(array->element(), rank,
                                   array->isIndexed() ? ArrayType::Form::Indexed : ArrayType::Form::Plain);
  ArrayAccess access = arrayAccess(*expr, function);
  const auto *whole = cast<ArrayType>(typeOf(access.array));
  Diagnostic &diag = error(expr->loc, diag::TooManyIndices, whole->spelling(), whole->rank(), access.indices.size());
  if (whole->element()->isComposite())
    diag.help("index the element in brackets of its own: `a[i][j]`");
  return errorType();
}

// Tuples
// ------

/// Warp's shapes have four extents, those beyond the rank are 0.
bool FunctionChecker::isBeyondShape(const Subscript *expr, const TupleType *shape) {
  const auto *attribute = dyn_cast<Attribute>(expr->value);
  const Type *owner = attribute ? typeOf(attribute->value) : nullptr;
  const kt::Constant *index = constantOf(expr->slice);
  return owner && owner->isArray() && index && index->asInt() >= int64_t(shape->elements().size()) &&
         index->asInt() < 4;
}

// tuple[i], tuple[start:stop], array.shape[i]
const Type *FunctionChecker::indexTuple(const Subscript *expr, const TupleType *tuple) {
  ArrayRef<const Type *> elements = tuple->elements();
  if (const auto *slice = dyn_cast<Slice>(expr->slice)) {
    if (!checkComponentSlice(slice, elements.size(), tuple))
      return errorType();
    SliceRange range = function.slices.at(slice);
    llvm::SmallVector<const Type *, 4> taken;
    for (unsigned i = 0; i != range.count; ++i)
      taken.push_back(elements[range.start + int(i) * range.step]);
    return types.tuple(taken);
  }
  if (!checkIndex(expr->slice))
    return errorType();
  if (isBeyondShape(expr, tuple))
    return setConstant(expr, kt::Constant::int32(0, types));
  if (!checkComponentIndex(expr->slice, elements.size(), tuple))
    return errorType();
  if (const kt::Constant *index = constantOf(expr->slice))
    return elements[index->asInt()];
  if (elements[0]->isScalar() && llvm::all_equal(elements))
    return elements[0];
  error(expr->slice->loc, diag::TupleIndex, tuple->spelling());
  return errorType();
}

// Vectors, quaternions, matrices
// ------------------------------

/// What is left of an axis: nothing for an index, that many components for a slice; none after a report.
std::optional<unsigned> FunctionChecker::checkComponents(const Expr *index, unsigned extent, const Type *type) {
  if (const auto *slice = dyn_cast<Slice>(index)) {
    unsigned count = checkComponentSlice(slice, extent, type);
    return count ? std::optional(count) : std::nullopt;
  }
  return checkComponentIndex(index, extent, type) ? std::optional(0u) : std::nullopt;
}

// vector[i], quaternion[i], transform[i], matrix[i], matrix[i, j], and each with slices
const Type *FunctionChecker::indexComposite(const Subscript *expr, const Type *base, ArrayRef<const Expr *> indices) {
  const auto *matrix = dyn_cast<MatrixType>(base);
  if (indices.size() > (matrix ? 2 : 1)) {
    error(expr->loc, diag::TooManyIndices, base->spelling(), matrix ? 2 : 1, indices.size());
    return errorType();
  }
  std::optional<unsigned> rows = checkComponents(indices[0], componentCount(base), base);
  std::optional<unsigned> columns = !matrix               ? std::optional(0u)
                                    : indices.size() == 1 ? std::optional(matrix->columns())
                                                          : checkComponents(indices[1], matrix->columns(), base);
  if (!rows || !columns)
    return errorType();
  const ScalarType *scalar = scalarOf(base);
  if (*rows && *columns)
    return types.matrix(*rows, *columns, scalar);
  return *rows + *columns ? static_cast<const Type *>(types.vector(*rows + *columns, scalar)) : scalar;
}

// base[index]
// -----------

const Type *FunctionChecker::checkSubscript(const Subscript *expr) {
  // A tuple of the module is no value, but its elements may be.
  if (std::optional<StaticValue> base = staticOf(expr->value); base && base->is(Kind::Sequence))
    return useStatic(expr, evaluateInside(expr));
  const Type *base = check(expr->value);
  if (base->isError())
    return base;
  if (const auto *tuple = dyn_cast<TupleType>(base))
    return indexTuple(expr, tuple);
  llvm::SmallVector<const Expr *, 4> indices = indicesOf(expr->slice);
  if (const auto *array = dyn_cast<ArrayType>(base))
    return indexArray(expr, array, indices);
  if (base->isComposite() && !indices.empty())
    return indexComposite(expr, base, indices);
  error(expr->loc, diag::NotIndexable, text(expr->value), base->spelling());
  return errorType();
}
