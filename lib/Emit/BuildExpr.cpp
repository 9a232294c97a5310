// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Build.h"
#include "Operators.h"
#include "Spelling.h"
#include "llvm/ADT/STLExtras.h"

using namespace kt;
using namespace kt::ir;
using clang::Expr;

Expr *BodyBuilder::expr(const Value &value) {
  auto named = decls.find(&value);
  if (named == decls.end())
    return buildOp(*value.definingOp());
  Expr *ref = make.ref(*named->second);
  const Op *op = value.definingOp();
  if (!op || !returnsTuple(*op))
    return ref;
  // One of several results, which are members of what the call returned.
  unsigned number = 0;
  while (op->result(number) != &value)
    ++number;
  if (op->kind() == OpKind::Builtin)
    return make.member(ref, runtime.tupleMember(op->resultCount(), number));
  return make.member(ref, **std::next(unit.resultsOf(op->callee()).field_begin(), number));
}

llvm::SmallVector<Expr *, 4> BodyBuilder::exprs(ArrayRef<Value *> values) {
  llvm::SmallVector<Expr *, 4> all;
  for (const Value *value : values)
    all.push_back(expr(*value));
  return all;
}

Expr *BodyBuilder::buildOp(const Op &op) {
  switch (op.kind()) {
  case OpKind::Constant: return buildConstant(op.constant());
  case OpKind::ThreadId: {
    static constexpr const char *coordinates[] = {"x", "y", "z", "w"};
    return make.member(make.ref(*thread), runtime.member("thread_t", coordinates[op.index()]));
  }
  case OpKind::Construct: return buildConstruct(op);
  case OpKind::Cast: return buildCast(op);
  case OpKind::Reinterpret:
    return make.call(make.callee("wp::cast", {make.templateArg(unit.typeOf(op.result()->type))}),
                     {expr(*op.operand(0))});
  case OpKind::Compare: {
    Expr *left = expr(*op.operand(0));
    return make.binary(binaryOperator(spelling(op.predicate())), left, expr(*op.operand(1)));
  }
  case OpKind::Not: return make.unary(clang::UO_LNot, expr(*op.operand(0)));
  case OpKind::Builtin: return buildBuiltin(op);
  case OpKind::Call: return buildCall(op);
  case OpKind::ArrayShape: {
    Expr *shape = make.member(expr(*op.operand(0)), runtime.member("array_t", "shape"));
    return make.subscript(shape, make.integer(int(op.index())));
  }
  case OpKind::View: return buildView(op);
  case OpKind::Element: return buildElement(op);
  case OpKind::Field: {
    Expr *base = expr(*op.operand(0));
    if (op.operand(0)->type->isTransform())
      return make.member(base, runtime.member("transform_t", fieldName(op.operand(0)->type, op.index())));
    clang::CXXRecordDecl &record = unit.recordOf(*cast<StructType>(op.operand(0)->type));
    return make.member(base, **std::next(record.field_begin(), op.index()));
  }
  case OpKind::Component: {
    Expr *base = expr(*op.operand(0));
    return make.subscript(base, expr(*op.operand(1)));
  }
  case OpKind::Load: return expr(*op.operand(0));
  case OpKind::If: return buildConditional(op);
  case OpKind::Let:
  case OpKind::Var:
  case OpKind::Store:
  case OpKind::For:
  case OpKind::While:
  case OpKind::Break:
  case OpKind::Continue:
  case OpKind::Return:
  case OpKind::Yield:
  case OpKind::Assert:
  case OpKind::Native:
  case OpKind::Printf: break;
  }
  llvm_unreachable("a value is used outside the scope of its name");
}

// Constants
// ---------

Expr *BodyBuilder::buildConstant(const Constant &constant) {
  const ScalarType &element = *scalarOf(constant.type);
  clang::QualType spelled = unit.typeOf(&element);
  if (constant.isScalar())
    return make.scalar(constant.values.front(), element, spelled);
  clang::QualType type = unit.typeOf(constant.type);
  bool isZero = llvm::all_of(constant.values, [](ScalarValue value) { return value.bits == 0; });
  if (isZero)
    return make.construct(type, ArrayRef<Expr *>());
  llvm::SmallVector<Expr *, 16> parts;
  for (ScalarValue value : constant.values)
    parts.push_back(make.scalar(value, element, spelled));
  return make.construct(type, parts);
}

Expr *BodyBuilder::buildConstruct(const Op &op) {
  clang::QualType type = unit.typeOf(op.result()->type);
  llvm::SmallVector<Expr *, 4> parts = exprs(op.operands());
  if (const auto *array = dyn_cast<ArrayType>(op.result()->type); array && !parts.empty())
    return make.call(make.callee("wp::array_at", {make.templateArg(unit.typeOf(array->element()))}), parts);
  if (op.result()->type->isStruct() && !parts.empty())
    return make.construct(type, llvm::cast<clang::InitListExpr>(make.braces(parts)));
  // The vectors that a matrix is made of are its columns.
  bool isOfColumns = op.result()->type->isMatrix() && !parts.empty() && op.operand(0)->type->isVector();
  if (isOfColumns)
    return make.call("wp::matrix_from_cols", parts);
  return make.construct(type, parts);
}

Expr *BodyBuilder::buildCast(const Op &op) {
  const Type *from = op.operand(0)->type, *to = op.result()->type;
  clang::QualType type = unit.typeOf(to);
  Expr *value = expr(*op.operand(0));
  // C++ leaves open what becomes of a float that the integer can't hold.
  if (from->isFloat() && to->isInteger())
    return make.call(make.callee("wp::to_int", {make.templateArg(type)}), {value});
  return make.construct(type, {value});
}

// Calls
// -----

Expr *BodyBuilder::buildBuiltin(const Op &op) {
  const Builtin &builtin = op.builtin();
  llvm::SmallVector<Expr *, 4> args = exprs(op.operands());
  StringRef infix = operatorOf(op);
  if (!infix.empty() && args.size() == 2)
    return make.binary(binaryOperator(infix), args[0], args[1]);
  if (!infix.empty())
    return make.unary(unaryOperator(infix), args[0]);
  if (!args.empty() || op.resultCount() == 0 || op.result()->type->isScalar())
    return make.call(builtin.function, args);

  // Without arguments nothing tells the types.
  llvm::SmallVector<clang::TemplateArgumentLoc, 2> types;
  if (auto *matrix = dyn_cast<MatrixType>(op.result()->type))
    types.push_back(make.templateArg(int(matrix->rows())));
  types.push_back(make.templateArg(unit.typeOf(scalarOf(op.result()->type))));
  return make.call(make.callee(builtin.function, types), {});
}

Expr *BodyBuilder::buildCall(const Op &op) {
  return make.call(make.ref(unit.declOf(op.callee())), exprs(op.operands()));
}

/// start, stop and step, as far as the last that is there; those left out before it are open.
Expr *BodyBuilder::buildSlice(const ViewAxis &slice) {
  llvm::SmallVector<Expr *, 3> parts;
  for (const Value *part : {slice.start, slice.stop, slice.step})
    parts.push_back(part ? expr(*part) : nullptr);
  while (!parts.empty() && !parts.back())
    parts.pop_back();
  for (Expr *&part : parts)
    part = part ? part : make.callee("wp::open");
  return make.call("wp::slice", parts);
}

Expr *BodyBuilder::buildView(const Op &op) {
  llvm::SmallVector<Expr *, 5> args{expr(*op.operand(0))};
  for (const ViewAxis &axis : viewAxes(op))
    args.push_back(axis.isSlice ? buildSlice(axis) : expr(*axis.start));
  return make.call("wp::view", args);
}

/// array[i] for one index, array(i, j) for more. A fixed array is asked itself.
Expr *BodyBuilder::buildElement(const Op &op) {
  const Op *view = op.operand(0)->definingOp();
  bool isOfFixed = view && view->kind() == OpKind::View && view->index() == 0;
  Expr *array = expr(isOfFixed ? *view->operand(0) : *op.operand(0));
  llvm::SmallVector<Expr *, 4> indices = exprs(op.operands().drop_front());
  return indices.size() == 1 ? make.subscript(array, indices.front()) : make.call(array, indices);
}

// c and x, c or x, x if c else y
// ------------------------------
// An `if` that yields a constant in one branch is the logical operator it came from.

static const Constant *yieldedConstant(const Region &region) {
  const Op *op = region.terminator()->operand(0)->definingOp();
  return op && op->kind() == OpKind::Constant && op->constant().isBool() ? &op->constant() : nullptr;
}

Expr *BodyBuilder::buildConditional(const Op &op) {
  Expr *condition = expr(*op.operand(0));
  const Value &ifTrue = *op.region(0).terminator()->operand(0), &ifFalse = *op.region(1).terminator()->operand(0);
  const Constant *whenTrue = yieldedConstant(op.region(0)), *whenFalse = yieldedConstant(op.region(1));
  if (whenFalse && !whenFalse->asBool())
    return make.binary(clang::BO_LAnd, condition, expr(ifTrue));
  if (whenTrue && whenTrue->asBool())
    return make.binary(clang::BO_LOr, condition, expr(ifFalse));
  Expr *chosen = expr(ifTrue);
  return make.conditional(condition, chosen, expr(ifFalse));
}
