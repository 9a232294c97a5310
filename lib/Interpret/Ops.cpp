// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Ops.h"

namespace kt {

// cast %x
// -------

template <class To, class From>
static void convertEach(Call &call) {
  for (unsigned i = 0; i != scalarCount(call.resultType()); ++i)
    call.result<To>()[i] = convertScalar<To>(call.arg<From>(0)[i]);
}

static void hasMemory(Call &call) { *call.result<bool>() = call.arg<ArrayView>(0)->data; }

static void addressOf(Call &call) {
  *call.result<uint64_t>() = reinterpret_cast<uintptr_t>(call.arg<ArrayView>(0)->data);
}

BuiltinFunction selectCast(const ir::Op &op) {
  if (op.operand(0)->type->isArray())
    return op.result()->type->isBool() ? hasMemory : addressOf;
  return withScalar(scalarOf(op.result()->type)->scalarKind(), [&]<class To>(Tag<To>) -> BuiltinFunction {
    return withScalar(scalarOf(op.operand(0)->type)->scalarKind(),
                      []<class From>(Tag<From>) -> BuiltinFunction { return convertEach<To, From>; });
  });
}

// reinterpret %x
// --------------

void reinterpretBytes(Call &call) { memcpy(call.result<char>(), call.arg<char>(0), *packedSize(call.resultType())); }

// %a < %b
// -------

template <class S>
static bool holds(ir::Predicate predicate, S a, S b) {
  switch (predicate) {
  case ir::Predicate::Eq: return a == b;
  case ir::Predicate::Ne: return a != b;
  case ir::Predicate::Lt: return a < b;
  case ir::Predicate::Le: return a <= b;
  case ir::Predicate::Gt: return a > b;
  case ir::Predicate::Ge: return a >= b;
  }
  llvm_unreachable("not a predicate");
}

/// Two composites are equal if all of their scalars are.
template <class S>
static void compare(Call &call) {
  const S *a = call.arg<S>(0), *b = call.arg<S>(1);
  ir::Predicate predicate = call.op().predicate();
  bool result = holds(predicate, a[0], b[0]);
  for (unsigned i = 1; i < scalarCount(call.argType(0)); ++i) {
    bool holdsHere = holds(predicate, a[i], b[i]);
    result = predicate == ir::Predicate::Ne ? result || holdsHere : result && holdsHere;
  }
  *call.result<bool>() = result;
}

BuiltinFunction selectCompare(const ir::Op &op) {
  return withScalar(scalarOf(op.operand(0)->type)->scalarKind(),
                    []<class S>(Tag<S>) -> BuiltinFunction { return compare<S>; });
}

// construct(%x, %y)
// -----------------

static void broadcast(Call &call) {
  size_t size = sizeOf(call.argType(0));
  for (size_t at = 0; at != sizeOf(call.resultType()); at += size)
    memcpy(call.result<char>() + at, call.arg<char>(0), size);
}

static void joinParts(Call &call) {
  char *next = call.result<char>();
  for (unsigned i = 0; i != call.argCount(); ++i) {
    memcpy(next, call.arg<char>(i), sizeOf(call.argType(i)));
    next += sizeOf(call.argType(i));
  }
}

static void joinColumns(Call &call) {
  const auto *matrix = cast<MatrixType>(call.resultType());
  size_t size = sizeOf(matrix->element());
  for (unsigned row = 0; row != matrix->rows(); ++row)
    for (unsigned column = 0; column != matrix->columns(); ++column)
      memcpy(call.result<char>() + (row * matrix->columns() + column) * size, call.arg<char>(column) + row * size,
             size);
}

/// An array without gaps at an address.
static void arrayAt(Call &call) {
  ArrayView array{};
  array.data = reinterpret_cast<char *>(uintptr_t(*call.arg<uint64_t>(0)));
  array.rank = int32_t(call.argCount() - 1);
  int64_t stride = sizeOf(cast<ArrayType>(call.resultType())->element());
  for (int32_t i = array.rank; i-- != 0; stride *= array.shape[i]) {
    array.shape[i] = int32_t(call.index(1 + i));
    array.strides[i] = int32_t(stride);
  }
  *call.result<ArrayView>() = array;
}

BuiltinFunction selectConstruct(const ir::Op &op) {
  if (op.result()->type->isArray())
    return arrayAt;
  const Type *first = op.operand(0)->type;
  if (op.operands().size() == 1)
    return first->isScalar() ? broadcast : selectCast(op);
  return op.result()->type->isMatrix() && first->isVector() ? joinColumns : joinParts;
}

// not %c, shape %a[0], assert %c
// ------------------------------

void logicalNot(Call &call) { *call.result<bool>() = !*call.arg<bool>(0); }

void arrayShape(Call &call) {
  bool isIndexed = cast<ArrayType>(call.argType(0))->isIndexed();
  const int32_t *shape = isIndexed ? call.arg<IndexedView>(0)->shape : call.arg<ArrayView>(0)->shape;
  *call.result<int32_t>() = shape[call.op().index()];
}

void assertTrue(Call &call) {
  if (!*call.arg<bool>(0))
    call.fail(InterpretError::Kind::Assertion, "assertion failed: " + call.op().text().str());
}

/// The body of a func that the user wrote in C++.
void refuseNative(Call &call) { call.fail(InterpretError::Kind::NativeCode, "the interpreter does not run C++"); }

} // namespace kt
