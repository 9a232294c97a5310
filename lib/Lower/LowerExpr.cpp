// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Expressions, from left to right as Python evaluates them.

#include "Lowering.h"

namespace kt {

Values resultsOf(const ir::Op &op) {
  Values results;
  for (unsigned i = 0; i != op.resultCount(); ++i)
    results.push_back(op.result(i));
  return results;
}

const Type *Lowering::typeOf(const ast::Expr &expr) const {
  if (const Type *type = source.types.lookup(&expr))
    return type;
  const Variable *variable = source.names.lookup(&expr);
  return variable ? variable->type : nullptr;
}

ir::Value *Lowering::convert(ir::Value *value, const Type *type, Location loc) {
  if (value->type == type)
    return value;
  if (const auto *scalar = dyn_cast<ScalarType>(type))
    return at(loc).cast(value, scalar);
  return at(loc).construct(type, {value});
}

ir::Value *Lowering::lowerValue(const ast::Expr &expr) {
  const Type *type = source.conversions.lookup(&expr);
  ir::Value *value = type && isFixedArray(typeOf(expr)) ? lowerArray(expr) : lowerUnconverted(expr);
  return type ? convert(value, type, expr.loc) : value;
}

ir::Value *Lowering::lowerUnconverted(const ast::Expr &expr) {
  auto constant = source.constants.find(&expr);
  if (constant != source.constants.end())
    return at(expr.loc).constant(constant->second);
  if (const auto *node = dyn_cast<ast::BoolOp>(&expr))
    return lowerBoolOp(*node, node->values);
  if (const auto *node = dyn_cast<ast::Compare>(&expr))
    return lowerCompare(*node);
  if (const auto *node = dyn_cast<ast::IfExp>(&expr))
    return lowerIfExp(*node).front();
  if (const auto *node = dyn_cast<ast::UnaryOp>(&expr))
    return lowerUnary(*node);
  if (isa<ast::Call, ast::BinOp>(&expr))
    return lowerCall(expr);
  assert((isa<ast::Name, ast::Attribute, ast::Subscript>(&expr)) && "the checker lets no other expression through");
  ir::Value *place = lowerPlace(expr);
  return place->isReference ? at(expr.loc).load(place) : place;
}

ir::Value *Lowering::lowerCondition(const ast::Expr &expr) {
  return convert(lowerValue(expr), b.types().boolean(), expr.loc);
}

Values Lowering::lowerValues(const ast::Expr &expr) {
  auto callee = source.callees.find(&expr);
  bool isCall = callee != source.callees.end() && isa<ast::Call>(&expr);
  if (isCall && !source.conversions.contains(&expr) && !source.constants.contains(&expr))
    return lowerCallResults(expr, callee->second);
  const Type *type = typeOf(expr);
  if (!type || !isa<TupleType>(type))
    return {lowerValue(expr)};
  if (const auto *tuple = dyn_cast<ast::Tuple>(&expr)) {
    Values values;
    for (const ast::Expr *element : tuple->elts)
      values.append(lowerValues(*element));
    return values;
  }
  if (const Variable *variable = source.names.lookup(&expr)) {
    Values values = bindings.lookup(variable);
    for (ir::Value *&value : values)
      value = value->isReference ? at(expr.loc).load(value) : value;
    return values;
  }
  if (const auto *node = dyn_cast<ast::Subscript>(&expr))
    return lowerItems(*node);
  if (const auto *node = dyn_cast<ast::IfExp>(&expr))
    return lowerIfExp(*node);
  const auto &shape = cast<ast::Attribute>(expr); // of an array
  return extentsOf(*shape.value, expr.loc);
}

// name, base.attr, base[index]
// ----------------------------
// Places: references where the base is one, so that they can be stored to; else parts of a value.
ir::Value *Lowering::lowerPlace(const ast::Expr &expr) {
  if (const Variable *variable = source.names.lookup(&expr)) {
    const Values &bound = bindings[variable];
    assert(bound.size() == 1 && "a variable is set before it is read");
    return bound.front();
  }
  if (source.constants.contains(&expr))
    return lowerValue(expr);
  if (const auto *node = dyn_cast<ast::Attribute>(&expr))
    return lowerPlace(*node);
  if (const auto *node = dyn_cast<ast::Subscript>(&expr))
    return lowerPlace(*node);
  return lowerValue(expr);
}

ir::Value *Lowering::lowerPlace(const ast::Attribute &node) {
  if (typeOf(*node.value)->isArray())
    return lowerArrayAttribute(node, *node.value);
  ir::Value *base = lowerPlace(*node.value);
  if (int index = fieldIndex(base->type, node.attr.text); index >= 0)
    return at(node.loc).field(base, index);
  size_t index = StringRef("xyzw").find(node.attr.text);
  assert(index != StringRef::npos && "a vector has no such part");
  ir::Value *number = at(node.attr.loc).constantInt(index);
  return at(node.loc).component(base, number);
}

// not operand
// -----------
ir::Value *Lowering::lowerUnary(const ast::UnaryOp &node) {
  if (node.op != ast::UnaryOperator::Not)
    return lowerCall(node);
  ir::Value *operand = lowerCondition(*node.operand);
  return at(node.loc).logicalNot(operand);
}

// first and second and …, first or second or …
// --------------------------------------------
// Each value is computed only if those before it have not decided.
ir::Value *Lowering::lowerBoolOp(const ast::BoolOp &node, ArrayRef<ast::Expr *> values) {
  ir::Value *first = lowerCondition(*values.front());
  if (values.size() == 1)
    return first;
  bool isAnd = node.op == ast::BoolOperator::And;
  ir::Op *op = at(node.loc).ifOp(first, {b.types().boolean()});
  ir::Region &outer = b.insertionRegion();

  b.setInsertionPoint(op->region(isAnd ? 0 : 1));
  ir::Value *rest = lowerBoolOp(node, values.drop_front());
  at(node.loc).yield(rest);
  b.setInsertionPoint(op->region(isAnd ? 1 : 0));
  ir::Value *decided = at(node.loc).constantBool(!isAnd);
  b.yield(decided);
  b.setInsertionPoint(outer);
  return op->result();
}

// left < middle <= right
// ----------------------
// `left < middle and middle <= right`, with `middle` computed once.
static ir::Predicate predicateOf(ast::CompareOperator op) {
  switch (op) {
  case ast::CompareOperator::Eq: return ir::Predicate::Eq;
  case ast::CompareOperator::NotEq: return ir::Predicate::Ne;
  case ast::CompareOperator::Lt: return ir::Predicate::Lt;
  case ast::CompareOperator::LtE: return ir::Predicate::Le;
  case ast::CompareOperator::Gt: return ir::Predicate::Gt;
  case ast::CompareOperator::GtE: return ir::Predicate::Ge;
  case ast::CompareOperator::Is:
  case ast::CompareOperator::IsNot:
  case ast::CompareOperator::In:
  case ast::CompareOperator::NotIn: break;
  }
  llvm_unreachable("the checker lets no such comparison through");
}

ir::Value *Lowering::lowerCompare(const ast::Compare &node) {
  return lowerCompareRest(node, lowerValue(*node.left), 0);
}

ir::Value *Lowering::lowerCompareRest(const ast::Compare &node, ir::Value *left, unsigned first) {
  ir::Value *right = lowerValue(*node.comparators[first]);
  ir::Value *result = at(node.loc).compare(predicateOf(node.ops[first]), left, right);
  if (first + 1 == node.ops.size())
    return result;
  ir::Op *op = at(node.loc).ifOp(result, {b.types().boolean()});
  ir::Region &outer = b.insertionRegion();
  b.setInsertionPoint(op->region(0));
  ir::Value *rest = lowerCompareRest(node, right, first + 1);
  at(node.loc).yield(rest);
  b.setInsertionPoint(op->region(1));
  ir::Value *no = at(node.loc).constantBool(false);
  b.yield(no);
  b.setInsertionPoint(outer);
  return op->result();
}

// body if test else orelse
// ------------------------
Values Lowering::lowerIfExp(const ast::IfExp &node) {
  if (std::optional<bool> known = source.knownTest(node.test))
    return lowerValues(*known ? *node.body : *node.orelse);
  ir::Value *test = lowerCondition(*node.test);
  ir::Op *op = at(node.loc).ifOp(test, leavesOf(typeOf(node)));
  ir::Region &outer = b.insertionRegion();
  for (unsigned i = 0; i != 2; ++i) {
    const ast::Expr &branch = i == 0 ? *node.body : *node.orelse;
    b.setInsertionPoint(op->region(i));
    Values values = lowerValues(branch);
    at(branch.loc).yield(values);
  }
  b.setInsertionPoint(outer);
  return resultsOf(*op);
}

} // namespace kt
