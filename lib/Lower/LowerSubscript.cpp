// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// base[index], base[start:stop:step]. A view of an array is an op; a slice of a vector or matrix is made of its
// components.

#include "Lowering.h"

namespace kt {

ir::Value *Lowering::lowerPlace(const ast::Subscript &node) {
  if (isa<TupleType>(typeOf(*node.value)))
    return lowerItems(node).front();
  if (typeOf(*node.value)->isArray())
    return lowerArrayAccess(node);
  if (takesSlice(node))
    return gather(placesOf(node, lowerPlace(*node.value)), typeOf(node), node.loc);
  ir::Value *place = lowerPlace(*node.value);
  for (ir::Value *index : lowerIndices(*node.slice))
    place = at(node.loc).component(place, index);
  return place;
}

Values Lowering::lowerIndices(const ast::Expr &slice) {
  const auto *tuple = dyn_cast<ast::Tuple>(&slice);
  if (!tuple)
    return {lowerValue(slice)};
  Values indices;
  for (const ast::Expr *index : tuple->elts)
    indices.push_back(lowerValue(*index));
  return indices;
}

// array[i, j], array[i, start:stop]
// ---------------------------------
ir::Value *Lowering::lowerArrayAccess(const ast::Subscript &node) {
  ArrayAccess access = arrayAccess(node, source);
  ir::Value *array = lowerArray(*access.array);
  llvm::SmallVector<ir::ViewAxis, 4> axes;
  for (const ast::Expr *index : access.indices) {
    const auto *slice = dyn_cast<ast::Slice>(index);
    auto lowerPart = [&](const ast::Expr *part) { return part ? lowerValue(*part) : nullptr; };
    ir::ViewAxis &axis = axes.emplace_back();
    axis.isSlice = slice;
    axis.start = lowerPart(slice ? slice->lower : index);
    axis.stop = slice ? lowerPart(slice->upper) : nullptr;
    axis.step = slice ? lowerPart(slice->step) : nullptr;
  }
  if (typeOf(node)->isArray())
    return at(node.loc).view(array, axes);
  Values indices;
  for (const ir::ViewAxis &axis : axes)
    indices.push_back(axis.start);
  return at(node.loc).element(array, indices);
}

// array.size, array.ptr
// ---------------------

/// The extents of these dimensions.
Values Lowering::extentsOf(const ast::Expr &array, ArrayRef<unsigned> dimensions, Location loc) {
  const auto *type = cast<ArrayType>(typeOf(array));
  ir::Value *value = type->isFixed() ? nullptr : lowerValue(array);
  Values extents;
  for (unsigned i : dimensions)
    extents.push_back(value ? at(loc).arrayShape(value, i) : at(loc).constantInt(type->shape()[i]));
  return extents;
}

Values Lowering::extentsOf(const ast::Expr &array, Location loc) {
  static constexpr unsigned all[] = {0, 1, 2, 3};
  return extentsOf(array, ArrayRef(all).take_front(cast<ArrayType>(typeOf(array))->rank()), loc);
}

ir::Value *Lowering::lowerArrayAttribute(const ast::Attribute &node, const ast::Expr &array) {
  if (node.attr.text == "ptr")
    return at(node.loc).cast(lowerArray(array), b.types().scalar(ScalarKind::UInt64));
  assert(node.attr.text == "size" && "an array has no such part");
  const Type *type = b.types().int32();
  std::optional<BuiltinMatch> multiply = resolveBuiltin("mul", {type, type}, b.types());
  Values extents = extentsOf(array, node.loc);
  ir::Value *size = extents.front();
  for (ir::Value *extent : ArrayRef(extents).drop_front())
    size = at(node.loc).builtin(*multiply->builtin, {size, extent}, type);
  return size;
}

// Fixed arrays
// ------------
// What is no variable is kept in one, so that there is a place to look at.
ir::Value *Lowering::lowerArray(const ast::Expr &expr) {
  if (!isFixedArray(typeOf(expr)))
    return lowerValue(expr);
  ir::Value *place = source.names.contains(&expr) ? lowerPlace(expr) : lowerUnconverted(expr);
  if (!place->isReference)
    place = at(expr.loc).var(place->type, {}, place);
  return at(expr.loc).view(place, {});
}

// tuple[i], tuple[start:stop], array.shape[i]
// -------------------------------------------
// An index that is not known picks one component of a vector of all items.
Values Lowering::lowerItems(const ast::Subscript &node) {
  auto known = source.constants.find(node.slice);
  const auto *shape = dyn_cast<ast::Attribute>(node.value);
  if (shape && typeOf(*shape->value)->isArray() && known != source.constants.end())
    return extentsOf(*shape->value, unsigned(known->second.asInt()), node.loc);
  Values all = lowerValues(*node.value);
  if (!isa<ast::Slice>(node.slice) && known == source.constants.end()) {
    ir::Value *index = lowerValue(*node.slice);
    const auto *item = cast<ScalarType>(all.front()->type);
    ir::Value *vector = at(node.loc).construct(b.types().vector(all.size(), item), all);
    return {b.component(vector, index)};
  }
  const auto *slice = dyn_cast<ast::Slice>(node.slice);
  SliceRange range = slice ? source.slices.at(slice) : SliceRange{int(known->second.asInt()), 1, 1};
  Values items;
  for (unsigned i = 0; i != range.count; ++i) {
    unsigned wanted = range.start + int(i) * range.step, first = 0;
    ArrayRef<const Type *> types = cast<TupleType>(typeOf(*node.value))->elements();
    for (const Type *type : types.take_front(wanted))
      first += leavesOf(type).size();
    items.append(all.begin() + first, all.begin() + first + leavesOf(types[wanted]).size());
  }
  return items;
}

// vector[start:stop], matrix[i, start:stop], matrix[:, j]
// -------------------------------------------------------

bool Lowering::takesSlice(const ast::Subscript &node) const {
  if (!typeOf(*node.value)->isComposite())
    return false;
  const auto *tuple = dyn_cast<ast::Tuple>(node.slice);
  return isa<ast::Slice>(node.slice) ||
         (tuple && llvm::any_of(tuple->elts, [](const ast::Expr *index) { return isa<ast::Slice>(index); }));
}

/// The numbers of the components that one index or slice takes.
Values Lowering::lowerComponents(const ast::Expr &index) {
  const auto *slice = dyn_cast<ast::Slice>(&index);
  if (!slice)
    return {lowerValue(index)};
  Values numbers;
  SliceRange range = source.slices.at(slice);
  for (unsigned i = 0; i != range.count; ++i)
    numbers.push_back(at(slice->loc).constantInt(range.start + int(i) * range.step));
  return numbers;
}

/// The scalars that a slice takes of `base`, row by row: references if it is one.
Values Lowering::placesOf(const ast::Subscript &node, ir::Value *base) {
  const auto *tuple = dyn_cast<ast::Tuple>(node.slice);
  Values rows = lowerComponents(tuple ? *tuple->elts.front() : *node.slice), columns;
  const auto *matrix = dyn_cast<MatrixType>(base->type);
  if (tuple && tuple->elts.size() == 2)
    columns = lowerComponents(*tuple->elts.back());
  else if (matrix)
    for (unsigned i = 0; i != matrix->columns(); ++i)
      columns.push_back(at(node.loc).constantInt(i));
  Values places;
  for (ir::Value *row : rows) {
    ir::Value *place = at(node.loc).component(base, row);
    if (!matrix)
      places.push_back(place);
    else
      for (ir::Value *column : columns)
        places.push_back(b.component(place, column));
  }
  return places;
}

ir::Value *Lowering::gather(ArrayRef<ir::Value *> places, const Type *type, Location loc) {
  Values parts;
  for (ir::Value *place : places)
    parts.push_back(place->isReference ? at(loc).load(place) : place);
  return at(loc).construct(type, parts);
}

/// The scalars of a composite, row by row.
Values Lowering::scalarsOf(ir::Value *value, Location loc) {
  const ir::Op *op = value->definingOp();
  bool isMadeOfThem = op && op->kind() == ir::OpKind::Construct && op->operands().size() == scalarCount(value->type);
  if (isMadeOfThem)
    return Values(op->operands());
  Values scalars;
  for (unsigned i = 0; i != componentCount(value->type); ++i) {
    at(loc);
    ir::Value *part = b.component(value, b.constantInt(i));
    if (part->type->isScalar())
      scalars.push_back(part);
    else
      scalars.append(scalarsOf(part, loc));
  }
  return scalars;
}

void Lowering::scatter(ArrayRef<ir::Value *> places, ir::Value *value, Location stmt) {
  for (auto [place, scalar] : llvm::zip_equal(places, scalarsOf(value, stmt)))
    at(stmt).store(place, scalar);
}

} // namespace kt
