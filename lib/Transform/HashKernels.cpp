// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Kernels named by what they mean.

#include "kt/Transform/HashKernels.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Support/xxhash.h"

namespace kt {

namespace {
/// What a function's meaning rests on besides its own body, in the order of first mention.
struct Needs {
  llvm::SetVector<const ir::Function *> callees;
  llvm::SetVector<const StructType *> structs;

  void add(const Type *type);
  void add(const ir::Region &region);
};
} // namespace

void Needs::add(const Type *type) {
  if (const auto *array = dyn_cast<ArrayType>(type))
    return add(array->element());
  const auto *structType = dyn_cast<StructType>(type);
  if (!structType || !structs.insert(structType))
    return;
  for (const StructType::Field &field : structType->fields())
    add(field.type);
}

void Needs::add(const ir::Region &region) {
  for (const auto &argument : region.arguments())
    add(argument->type);
  for (const ir::Op &op : region.ops()) {
    if (op.kind() == ir::OpKind::Call)
      callees.insert(&op.callee());
    for (unsigned i = 0; i != op.resultCount(); ++i)
      add(op.result(i)->type);
    for (unsigned i = 0; i != op.regionCount(); ++i)
      add(op.region(i));
  }
}

/// `hashes` holds those of the callees.
static uint64_t hashOf(const ir::Function &function, const llvm::DenseMap<const ir::Function *, uint64_t> &hashes) {
  Needs needs;
  needs.add(function.body);
  llvm::SmallString<2048> text;
  llvm::raw_svector_ostream os(text);
  for (const StructType *type : needs.structs)
    ir::print(*type, os);
  for (const ir::Function *callee : needs.callees)
    os << callee->name << ' ' << hashes.lookup(callee) << '\n';
  ir::print(function, os);
  return llvm::xxh3_64bits(text.str());
}

void hashKernels(ir::Module &module) {
  llvm::DenseMap<const ir::Function *, uint64_t> hashes;
  for (const std::unique_ptr<ir::Function> &function : module.functions) {
    uint64_t hash = hashes[function.get()] = hashOf(*function, hashes);
    if (!function->isKernel())
      continue;
    function->hash.clear();
    llvm::raw_string_ostream(function->hash) << llvm::format_hex_no_prefix(uint32_t(hash), 8);
  }
}

} // namespace kt
