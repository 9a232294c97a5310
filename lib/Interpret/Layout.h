// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How values of each type lie in memory, which is part of the binary interface: as C lays them out. A composite is its
// scalars in a row, aligned as one of them.

#ifndef KT_LIB_INTERPRET_LAYOUT_H
#define KT_LIB_INTERPRET_LAYOUT_H

#include "kt/Types/Constant.h"

namespace kt {

/// What an array is as a value. Strides are in bytes.
struct ArrayView {
  char *data;
  char *grad;
  int32_t shape[4];
  int32_t strides[4];
  int32_t rank;
};

/// What an indexed array is: those elements of `array` whose indices stand in `indices`, or all where that is null.
struct IndexedView {
  ArrayView array;
  int32_t *indices[4];
  int32_t shape[4];
};

/// What a `kept(C, W)` is: C rounds, C bytes that number their slots, and six numbers more.
struct KeptLayout {
  static constexpr size_t numberCount = 6;
  size_t slots, numbers, size;

  explicit KeptLayout(const KeptType &type)
      : slots(sizeof(int32_t) * type.snapshots()), numbers((slots + type.snapshots() + 3) / 4 * 4),
        size(numbers + sizeof(int32_t) * numberCount) {}
};

unsigned scalarSize(ScalarKind kind);
size_t sizeOf(const Type *type);
size_t alignmentOf(const Type *type);
size_t alignTo(size_t offset, const Type *type);
/// Where field `number` of a struct, or part `number` of a transform, begins.
size_t fieldOffset(const Type *type, unsigned number);
/// Puts the bytes of `constant` at `memory`.
void writeConstant(const Constant &constant, char *memory);

} // namespace kt

#endif
