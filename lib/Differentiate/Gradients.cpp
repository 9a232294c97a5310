// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Where gradients come together: those of values in a value as long as one region adds to them, in a variable of their
// own otherwise; those of variables in a variable; those of array elements in memory.

#include "Reverser.h"

using namespace kt;
using namespace kt::ir;

Region &Reverser::homeOf(const Value &value) {
  const Region *region = regionOf(value, primal);
  assert(homes.contains(region) && "a gradient is asked for outside of its region's reverse sweep");
  return *homes.lookup(region);
}

/// Of structs and fixed arrays part by part, as they have no operator.
Value *Reverser::sum(Value *left, Value *right) {
  if (isFixedArray(left->type)) {
    Value *total = b.var(left->type, "total", left);
    addTo(total, right);
    return b.load(total);
  }
  const auto *type = dyn_cast<StructType>(left->type);
  if (!type)
    return b.compute("add", {left, right});
  llvm::SmallVector<Value *, 4> parts;
  for (auto [i, field] : llvm::enumerate(type->fields()))
    parts.push_back(hasFloats(field.type) ? sum(b.field(left, i), b.field(right, i)) : b.field(left, i));
  return b.construct(type, parts);
}

/// Made where it holds for all that adds to it: before the op of its home that holds the insertion point.
Value *Reverser::gradientVariable(const Value *value) {
  Gradient &gradient = gradients[value];
  if (gradient.variable)
    return gradient.variable;
  Builder at = before(homeOf(*value));
  StringRef name = module.save("adj_" + (value->name.empty() ? "value" : value->name));
  gradient.variable = at.var(value->type, name, gradient.value ? gradient.value : at.zero(value->type));
  gradient.value = nullptr;
  ownVariables.insert(gradient.variable->definingOp());
  return gradient.variable;
}

/// What comes first is the variable's first value.
void Reverser::addToVariable(const Value *value, Value *amount) {
  Gradient &gradient = gradients[value];
  if (!gradient.variable && !gradient.value && &homeOf(*value) == &here())
    gradient.value = amount; // which it is made with
  else
    addTo(gradientVariable(value), amount);
  gradientVariable(value);
}

void Reverser::addTo(Value *place, Value *amount) {
  if (!isFixedArray(place->type))
    return b.store(place, sum(b.load(place), amount)), void();
  Region &region = here();
  Value *other = b.var(amount->type, "other", amount);
  llvm::SmallVector<Value *, 4> indices;
  for (unsigned extent : cast<ArrayType>(place->type)->shape()) {
    Op *loop = b.forOp(b.constantInt(0), b.constantInt(int32_t(extent)), b.constantInt(1), "element");
    b.setInsertionPoint(loop->region(0));
    indices.push_back(loop->region(0).arguments().front().get());
  }
  addTo(b.element(b.view(place, {}), indices), b.load(b.element(b.view(other, {}), indices)));
  b.setInsertionPoint(region);
}

void Reverser::add(const Value *value, Value *amount) {
  if (!amount || !activity.isActive(value))
    return;
  Gradient &gradient = gradients[value];
  if (!gradient.variable && &homeOf(*value) == &here()) {
    gradient.value = gradient.value ? sum(gradient.value, amount) : amount;
    return;
  }
  addTo(gradientVariable(value), amount);
}

Value *Reverser::gradientOf(const Value *value) {
  Gradient gradient = gradients.lookup(value);
  return gradient.variable ? b.load(gradient.variable) : gradient.value;
}

/// The part of the gradient `root` that `place` is of its variable or element.
Value *Reverser::gradientPlace(const Value *place, Value *root) {
  const Op &op = *place->definingOp();
  switch (op.kind()) {
  case OpKind::Field: return b.field(gradientPlace(op.operand(0), root), op.index());
  case OpKind::Component: return b.component(gradientPlace(op.operand(0), root), use(op.operand(1)));
  case OpKind::Element: {
    if (!variableOf(*place))
      return root;
    llvm::SmallVector<Value *, 5> element = elementOf(op);
    return b.element(element.front(), ArrayRef(element).drop_front());
  }
  default: return root;
  }
}

/// Where the gradients of an array's elements are.
Value *Reverser::gradientArray(const Value *array) {
  if (Value *known = gradientArrays.lookup(array))
    return known;
  const Op *op = array->definingOp();
  if (op && op->kind() == OpKind::Let) { // under a name of its own too, where the array's other uses see it
    Region &region = here(), &home = homeOf(*array);
    b.setInsertionPoint(home, ancestorIn(home, region));
    Value *gradients = b.let(gradientArray(op->operand(0)), module.save("adj_" + array->name));
    b.setInsertionPoint(region);
    return gradientArrays[array] = gradients;
  }
  if (op && op->kind() == OpKind::View) {
    const Value *base = op->operand(0);
    ValueMap operands;
    operands.set(base, base->isReference ? gradientVariable(variableOf(*base)->result()) : gradientArray(base));
    for (const Value *part : op->operands().drop_front())
      operands.set(part, use(part));
    return cloneAlone(*op, b, operands).result();
  }
  // An array out of a struct, or out of memory, has its gradients with it.
  Value *own = use(array);
  const Value *base = op && op->kind() == OpKind::Field ? op->operand(0) : nullptr;
  Value *structGradient = base ? gradientArrays.lookup(base) : nullptr;
  Value *given = structGradient ? b.field(structGradient, op->index()) : b.zero(array->type);
  return b.compute(".gradient_of", {own, given});
}

/// The array of gradients, and the indices, of `element`.
llvm::SmallVector<Value *, 5> Reverser::elementOf(const Op &element) {
  llvm::SmallVector<Value *, 5> result{gradientArray(element.operand(0))};
  for (const Value *index : element.operands().drop_front())
    result.push_back(use(index));
  return result;
}
