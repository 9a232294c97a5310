// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "PlainForms.h"
#include "Places.h"
#include "llvm/ADT/StringSwitch.h"

using namespace kt;
using namespace kt::ir;

/// `svd3(A, U, sigma, V)` is `U, sigma, V = svd3(A)`, and `transform_set_rotation(t, q)` is `t.q = q`.
static bool storeResults(Op &call, Builder &b) {
  const Builtin &builtin = call.builtin();
  llvm::SmallVector<Value *, 3> places, args;
  llvm::SmallVector<const Type *, 2> types;
  for (auto [i, operand] : llvm::enumerate(call.operands())) {
    if (builtin.changesPlace(i)) {
      places.push_back(operand);
      continue;
    }
    args.push_back(operand);
    types.push_back(operand->type);
  }
  if (places.empty() || call.resultCount() != 0)
    return false;
  if (int field = llvm::StringSwitch<int>(builtin.name)
                      .Case("transform_set_translation", 0)
                      .Case("transform_set_rotation", 1)
                      .Default(-1);
      field >= 0) {
    b.store(b.field(places[0], unsigned(field)), args[0]);
    return true;
  }
  std::optional<BuiltinMatch> match = resolveBuiltin(builtin.name, types, b.types());
  if (!match)
    return false;
  Op *returning = b.builtinOp(*match->builtin, args, match->result);
  for (auto [i, place] : llvm::enumerate(places))
    b.store(place, returning->result(i));
  return true;
}

/// What an atomic step makes of the element's `old` value; null for one that need not set it.
static Value *updated(StringRef name, Value *old, Value *value, Builder &b) {
  StringRef plain = llvm::StringSwitch<StringRef>(name)
                        .Case("atomic_add", "add")
                        .Case("atomic_sub", "sub")
                        .Case("atomic_min", "min")
                        .Case("atomic_max", "max")
                        .Case("atomic_and", "bit_and")
                        .Case("atomic_or", "bit_or")
                        .Case("atomic_xor", "bit_xor")
                        .Default("");
  return plain.empty() ? nullptr : b.compute(plain, {old, value});
}

static bool updateLocally(Op &call, Builder &b) {
  const Builtin &builtin = call.builtin();
  if (builtin.effect != Effect::ReadModifyWrite || !variableBehind(*call.operand(0)))
    return false;
  unsigned rank = cast<ArrayType>(call.operand(0)->type)->rank();
  Value *place = b.element(call.operand(0), call.operands().slice(1, rank));
  Value *old = b.load(place), *value = call.operands().back();
  if (builtin.name == "atomic_cas") {
    Op *equal = b.ifOp(b.compare(Predicate::Eq, old, call.operand(rank + 1)));
    Builder then(b.module(), equal->region(0));
    then.loc = call.loc;
    then.store(place, value);
  } else {
    Value *next = updated(builtin.name, old, value, b);
    b.store(place, next ? next : value);
  }
  call.result()->replaceAllUsesWith(old);
  return true;
}

static bool choose(Op &call, Builder &b) {
  bool isWhere = call.builtin().name == "where";
  if (!isWhere && call.builtin().name != "select")
    return false;
  const Type *type = call.result()->type;
  if (!type->isArray() && !type->isStruct())
    return false;
  const Type *boolean = b.types().boolean();
  Value *condition = call.operand(0);
  if (condition->type != boolean)
    condition = b.cast(condition, cast<ScalarType>(boolean));
  Op *chosen = b.ifOp(condition, {type});
  for (unsigned arm = 0; arm != 2; ++arm) {
    Builder inner(b.module(), chosen->region(arm));
    inner.loc = call.loc;
    inner.yield({call.operand(isWhere ? 1 + arm : 2 - arm)});
  }
  call.result()->replaceAllUsesWith(chosen->result());
  return true;
}

static void rewrite(Region &region, Module &module) {
  for (Op *op = region.empty() ? nullptr : &region.ops().front(); op;) {
    Op *next = op->next();
    for (unsigned i = 0; i != op->regionCount(); ++i)
      rewrite(op->region(i), module);
    if (op->kind() == OpKind::Builtin) {
      Builder b(module, region, op);
      b.loc = op->loc;
      if (storeResults(*op, b) || updateLocally(*op, b) || choose(*op, b))
        op->erase();
    }
    op = next;
  }
}

void kt::usePlainForms(Function &function, Module &module) { rewrite(function.body, module); }
