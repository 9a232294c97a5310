// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One op at a time, result types worked out from the operands.

#include "kt/IR/IR.h"
#include "llvm/Support/ErrorHandling.h"

namespace kt::ir {

Op *Builder::add(OpKind kind, ArrayRef<Value *> operands, ArrayRef<const Type *> results, Op::Payload payload,
                 unsigned regionCount) {
  return region->insert(Op::create(kind, loc, operands, results, std::move(payload), regionCount), before);
}

static Value *asReference(Op *op) {
  op->result()->isReference = true;
  return op->result();
}

// Values
// ------

Value *Builder::constant(Constant value) {
  const Type *type = value.type;
  return add(OpKind::Constant, {}, {type}, std::move(value))->result();
}

Value *Builder::constantInt(int32_t value) { return constant(Constant::int32(value, types())); }

Value *Builder::constantBool(bool value) { return constant(Constant::boolean(value, types())); }

Value *Builder::threadId(unsigned dimension) {
  return add(OpKind::ThreadId, {}, {types().int32()}, dimension)->result();
}

Value *Builder::construct(const Type *type, ArrayRef<Value *> parts) {
  return add(OpKind::Construct, parts, {type})->result();
}

Value *Builder::cast(Value *value, const ScalarType *type) { return add(OpKind::Cast, {value}, {type})->result(); }

Value *Builder::reinterpret(Value *value, const Type *type) {
  return add(OpKind::Reinterpret, {value}, {type})->result();
}

Value *Builder::compare(Predicate predicate, Value *left, Value *right) {
  return add(OpKind::Compare, {left, right}, {types().boolean()}, predicate)->result();
}

Value *Builder::logicalNot(Value *value) { return add(OpKind::Not, {value}, {types().boolean()})->result(); }

Value *Builder::builtin(const Builtin &builtin, ArrayRef<Value *> args, const Type *result) {
  Op *op = builtinOp(builtin, args, result);
  return op->resultCount() ? op->result() : nullptr;
}

Op *Builder::builtinOp(const Builtin &builtin, ArrayRef<Value *> args, const Type *result) {
  if (result->isNone())
    return add(OpKind::Builtin, args, {}, &builtin);
  if (const auto *tuple = kt::dyn_cast<TupleType>(result))
    return add(OpKind::Builtin, args, tuple->elements(), &builtin);
  return add(OpKind::Builtin, args, {result}, &builtin);
}

Op *Builder::call(Function &callee, ArrayRef<Value *> args) { return add(OpKind::Call, args, callee.results, &callee); }

Value *Builder::arrayShape(Value *array, unsigned dimension) {
  return add(OpKind::ArrayShape, {array}, {types().int32()}, dimension)->result();
}

Value *Builder::view(Value *array, ArrayRef<ViewAxis> axes) {
  const auto *type = kt::cast<ArrayType>(array->type);
  llvm::SmallVector<Value *, 8> operands{array};
  unsigned payload = 0, rank = type->rank();
  for (auto [i, axis] : llvm::enumerate(axes)) {
    unsigned bits = axis.isSlice ? 8 : 0;
    Value *parts[] = {axis.start, axis.stop, axis.step};
    for (auto [part, value] : llvm::enumerate(parts)) {
      if (!value)
        continue;
      operands.push_back(value);
      bits |= 1u << part;
    }
    payload |= bits << (4 * i);
    rank -= !axis.isSlice;
  }
  ArrayType::Form form = type->isFixed() ? ArrayType::Form::Plain : type->form();
  return add(OpKind::View, operands, {types().array(type->element(), rank, form)}, payload)->result();
}

Value *Builder::let(Value *value, StringRef name) {
  Value *result = add(OpKind::Let, {value}, {value->type})->result();
  result->name = name;
  return result;
}

// Memory
// ------

Value *Builder::var(const Type *type, StringRef name, Value *init) {
  Op *op = init ? add(OpKind::Var, {init}, {type}) : add(OpKind::Var, {}, {type});
  op->result()->name = name;
  return asReference(op);
}

Value *Builder::element(Value *array, ArrayRef<Value *> indices) {
  llvm::SmallVector<Value *, 5> operands{array};
  operands.append(indices.begin(), indices.end());
  return asReference(add(OpKind::Element, operands, {kt::cast<ArrayType>(array->type)->element()}));
}

Value *Builder::field(Value *base, unsigned number) {
  Op *op = add(OpKind::Field, {base}, {fieldType(base->type, number)}, number);
  return base->isReference ? asReference(op) : op->result();
}

Value *Builder::component(Value *base, Value *index) {
  Op *op = add(OpKind::Component, {base, index}, {componentOf(base->type, types())});
  return base->isReference ? asReference(op) : op->result();
}

Value *Builder::load(Value *reference) { return add(OpKind::Load, {reference}, {reference->type})->result(); }

Op *Builder::store(Value *reference, Value *value) { return add(OpKind::Store, {reference, value}, {}); }

// Made of the above
// -----------------

Op *Builder::callBuiltin(StringRef name, ArrayRef<Value *> args) {
  llvm::SmallVector<const Type *, 4> argTypes;
  for (const Value *arg : args)
    argTypes.push_back(arg->type);
  std::optional<BuiltinMatch> match = resolveBuiltin(name, argTypes, types());
  if (!match)
    llvm::report_fatal_error("no overload of `" + name + "` takes these types");
  return builtinOp(*match->builtin, args, match->result);
}

Value *Builder::zero(const Type *type) {
  const auto *scalar = kt::dyn_cast<ScalarType>(type);
  if (!scalar)
    return construct(type, {});
  return constant(scalar->isFloat() ? Constant::real(scalar, 0) : Constant::integer(scalar, 0));
}

// Structure and effects
// ---------------------

Op *Builder::ifOp(Value *condition, ArrayRef<const Type *> results) {
  return add(OpKind::If, {condition}, results, {}, 2);
}

Op *Builder::forOp(Value *start, Value *stop, Value *step, StringRef inductionName) {
  Op *op = add(OpKind::For, {start, stop, step}, {}, {}, 1);
  op->region(0).addArgument(start->type, inductionName);
  return op;
}

Op *Builder::whileOp() { return add(OpKind::While, {}, {}, {}, 2); }
Op *Builder::breakOp() { return add(OpKind::Break, {}, {}); }
Op *Builder::continueOp() { return add(OpKind::Continue, {}, {}); }
Op *Builder::returnOp(ArrayRef<Value *> values) { return add(OpKind::Return, values, {}); }
Op *Builder::yield(ArrayRef<Value *> values) { return add(OpKind::Yield, values, {}); }

Op *Builder::assertOp(Value *condition, StringRef text) { return add(OpKind::Assert, {condition}, {}, text); }

Op *Builder::native(StringRef text) { return add(OpKind::Native, {}, {}, text); }

Op *Builder::printf(StringRef format, ArrayRef<Value *> args) { return add(OpKind::Printf, args, {}, format); }

} // namespace kt::ir
