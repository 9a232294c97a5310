// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "kt/IR/Clone.h"
#include "llvm/ADT/SmallVectorExtras.h"

namespace kt::ir {

Op &cloneAlone(const Op &op, Builder &b, ValueMap &map) {
  auto operands = llvm::map_to_vector<4>(op.operands(), [&](Value *operand) { return map(operand); });
  llvm::SmallVector<const Type *, 2> types;
  for (unsigned i = 0; i != op.resultCount(); ++i)
    types.push_back(op.result(i)->type);
  Op *copy = b.insert(Op::create(op.kind(), op.loc, operands, types, op.anyPayload(), op.regionCount()));
  for (unsigned i = 0; i != op.resultCount(); ++i) {
    copy->result(i)->name = op.result(i)->name;
    copy->result(i)->isReference = op.result(i)->isReference;
    map.set(op.result(i), copy->result(i));
  }
  return *copy;
}

Op &clone(const Op &op, Builder &b, ValueMap &map) {
  Op &copy = cloneAlone(op, b, map);
  for (unsigned i = 0; i != op.regionCount(); ++i) {
    for (const auto &argument : op.region(i).arguments())
      map.set(argument.get(), copy.region(i).addArgument(argument->type, argument->name));
    Builder inner(b.module(), copy.region(i));
    cloneOps(op.region(i), inner, map);
  }
  return copy;
}

void cloneOps(const Region &region, Builder &b, ValueMap &map) {
  for (const Op &op : region.ops())
    clone(op, b, map);
}

std::unique_ptr<Function> clone(const Function &function, Module &module, ValueMap &map) {
  auto copy = std::make_unique<Function>();
  copy->kind = function.kind;
  copy->name = function.name;
  copy->instance = function.instance;
  copy->loc = function.loc;
  copy->results = function.results;
  copy->effects = function.effects;
  copy->threadRank = function.threadRank;
  for (const auto &argument : function.body.arguments())
    map.set(argument.get(), copy->body.addArgument(argument->type, argument->name));
  Builder b(module, copy->body);
  cloneOps(function.body, b, map);
  return copy;
}

} // namespace kt::ir
