// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Legalize.h"
#include "Spelling.h"

using namespace kt;
using namespace kt::ir;

static const ScalarType *asNarrowInteger(const Type *type) {
  auto *scalar = dyn_cast<ScalarType>(type);
  return scalar && scalar->isInteger() && scalar->bitWidth() < 32 ? scalar : nullptr;
}

/// The product of two uint16 can overflow the int that C++ computes it in: multiplies uint32 instead.
static void widenProduct(Op &op, Module &module) {
  const ScalarType *wide = module.types.scalar(ScalarKind::UInt32);
  std::optional<BuiltinMatch> match = resolveBuiltin(op.builtin().name, {wide, wide}, module.types);
  assert(match && "uint32 has the operators of uint16");
  Builder builder(module, *op.parentRegion(), &op);
  builder.loc = op.loc;
  Value *product =
      builder.builtin(*match->builtin, {builder.cast(op.operand(0), wide), builder.cast(op.operand(1), wide)}, wide);
  op.result()->replaceAllUsesWith(builder.cast(product, cast<ScalarType>(op.result()->type)));
  op.erase();
}

static void wrap(Op &op, Module &module) {
  Builder builder(module, *op.parentRegion(), op.next());
  builder.loc = op.loc;
  llvm::SmallVector<Use, 4> uses(op.result()->uses());
  Value *wrapped = builder.cast(op.result(), cast<ScalarType>(op.result()->type));
  for (Use use : uses)
    use.user->setOperand(use.index, wrapped);
}

void kt::wrapNarrowIntegers(Module &module) {
  forEachOp(module, [&](Op &op) {
    if (op.kind() != OpKind::Builtin || op.resultCount() != 1)
      return;
    const ScalarType *narrow = asNarrowInteger(op.result()->type);
    StringRef spelled = operatorOf(op);
    if (!narrow || spelled.empty())
      return;
    if (spelled == "*" && narrow->scalarKind() == ScalarKind::UInt16)
      widenProduct(op, module);
    else
      wrap(op, module);
  });
}
