// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Rules on one op alone: how many operands, results and regions, which payload, which types.

#include "VerifyOp.h"
#include "kt/IR/Views.h"

namespace kt::ir {

namespace {
struct Shape {
  int minOperands;
  int maxOperands;
  unsigned regions;
};

class OpVerifier {
public:
  OpVerifier(const Op &op, TypeContext &types, llvm::function_ref<void(const llvm::Twine &)> report)
      : op(op), types(types), report(report) {}
  void verify();

private:
  const Op &op;
  TypeContext &types;
  llvm::function_ref<void(const llvm::Twine &)> report;

  bool check(bool holds, const llvm::Twine &rule) {
    if (!holds)
      report(rule);
    return holds;
  }
  bool verifyShape();
  bool verifyPayload();
  bool verifyPlaces();
  void verifyTypes();

  bool checkResults(ArrayRef<const Type *> expected);
  void checkResult(const Type *expected) { checkResults({expected}); }
  void checkOperand(unsigned i, const Type *expected);

  void verifyConstant();
  void verifyConstruct();
  void verifyStructParts(const StructType &type);
  void verifyArrayParts(const ArrayType &type);
  void verifyCast();
  void verifyReinterpret();
  void verifyCompare();
  void verifyBuiltin();
  void verifyCall();
  void verifyShapeOf();
  void verifyView();
  void verifyElement();
  void verifyField();
  void verifyComponent();
  void verifyVar();
  void verifyFor();
  void verifyNoKeptValue();
};
} // namespace

static Shape shapeOf(OpKind kind) {
  static constexpr Shape table[] = {
#define OP(Class, Mnemonic, Min, Max, Regions, ...) {Min, Max, Regions},
#include "kt/IR/Ops.def"
  };
  return table[unsigned(kind)];
}

// What every op has to have before its types can be asked for
// ------------------------------------------------------------

bool OpVerifier::verifyShape() {
  Shape shape = shapeOf(op.kind());
  int count = op.operands().size();
  bool good = check(count >= shape.minOperands && (shape.maxOperands < 0 || count <= shape.maxOperands),
                    llvm::Twine("has ") + llvm::Twine(count) + " operands");
  good &= check(op.regionCount() == shape.regions, llvm::Twine("has ") + llvm::Twine(op.regionCount()) + " regions");
  for (const Value *operand : op.operands())
    good &= check(operand, "lacks an operand");
  for (unsigned i = 0; i != op.resultCount(); ++i)
    good &= check(op.result(i)->type, "has a result without a type");
  return good;
}

/// The place of the payload's type in Op::Payload that ops of `kind` have.
static size_t payloadOf(OpKind kind) {
  static const Op::Payload none, constant{Constant()}, builtin{(const Builtin *)nullptr}, function{(Function *)nullptr},
      predicate{Predicate::Eq}, number{0u}, text{StringRef()};
  switch (kind) {
  case OpKind::Constant: return constant.index();
  case OpKind::Builtin: return builtin.index();
  case OpKind::Call: return function.index();
  case OpKind::Compare: return predicate.index();
  case OpKind::ThreadId:
  case OpKind::ArrayShape:
  case OpKind::View:
  case OpKind::Field: return number.index();
  case OpKind::Assert:
  case OpKind::Native:
  case OpKind::Printf: return text.index();
  case OpKind::Construct:
  case OpKind::Cast:
  case OpKind::Reinterpret:
  case OpKind::Not:
  case OpKind::Let:
  case OpKind::Var:
  case OpKind::Element:
  case OpKind::Component:
  case OpKind::Load:
  case OpKind::Store:
  case OpKind::If:
  case OpKind::For:
  case OpKind::While:
  case OpKind::Break:
  case OpKind::Continue:
  case OpKind::Return:
  case OpKind::Yield: return none.index();
  }
  llvm_unreachable("not a kind");
}

bool OpVerifier::verifyPayload() {
  if (!check(op.anyPayload().index() == payloadOf(op.kind()), "has the wrong payload"))
    return false;
  if (op.kind() == OpKind::ThreadId || op.kind() == OpKind::ArrayShape)
    return check(op.index() < 4, "asks for dimension " + llvm::Twine(op.index()));
  return true;
}

/// References stand only where a place is meant, and values everywhere else.
bool OpVerifier::verifyPlaces() {
  bool mayTakePlace = op.kind() == OpKind::Field || op.kind() == OpKind::Component || op.kind() == OpKind::View;
  auto takesPlace = [&](unsigned i) {
    if (op.kind() == OpKind::Builtin)
      return op.builtin().takesPlace(i);
    return i == 0 && (op.kind() == OpKind::Load || op.kind() == OpKind::Store);
  };
  bool good = true;
  for (unsigned i = 0; i != op.operands().size(); ++i) {
    if (i == 0 && mayTakePlace)
      continue;
    bool wanted = takesPlace(i);
    good &= check(op.operand(i)->isReference == wanted,
                  "operand " + llvm::Twine(i) + (wanted ? " is not a reference" : " is a reference"));
  }
  bool isPart = op.kind() == OpKind::Field || op.kind() == OpKind::Component;
  bool makesPlace = op.kind() == OpKind::Var || op.kind() == OpKind::Element || (isPart && op.operand(0)->isReference);
  for (unsigned i = 0; i != op.resultCount(); ++i)
    good &= check(op.result(i)->isReference == makesPlace,
                  makesPlace ? "its result is not a reference" : "its result is a reference");
  return good;
}

// Types
// -----

bool OpVerifier::checkResults(ArrayRef<const Type *> expected) {
  if (!check(op.resultCount() == expected.size(),
             "has " + llvm::Twine(op.resultCount()) + " results, not " + llvm::Twine(expected.size())))
    return false;
  bool good = true;
  for (unsigned i = 0; i != expected.size(); ++i)
    good &=
        check(op.result(i)->type == expected[i], "result " + llvm::Twine(i) + " is " + op.result(i)->type->spelling() +
                                                     ", not " + expected[i]->spelling());
  return good;
}

void OpVerifier::checkOperand(unsigned i, const Type *expected) {
  check(op.operand(i)->type == expected,
        "operand " + llvm::Twine(i) + " is " + op.operand(i)->type->spelling() + ", not " + expected->spelling());
}

void OpVerifier::verifyConstant() {
  const Constant &constant = op.constant();
  if (!check(constant.type && (constant.type->isScalar() || constant.type->isComposite()),
             "is of no scalar or composite"))
    return;
  check(constant.values.size() == scalarCount(constant.type), "has too few or too many scalars");
  checkResult(constant.type);
}

/// Nothing, one scalar, one composite of the same shape, or parts that have as many scalars as are needed.
void OpVerifier::verifyConstruct() {
  if (!check(op.resultCount() == 1, "has no single result"))
    return;
  const Type *type = op.result()->type;
  if (const auto *structType = dyn_cast<StructType>(type))
    return verifyStructParts(*structType);
  if (const auto *array = dyn_cast<ArrayType>(type))
    return verifyArrayParts(*array);
  if (!check(type->isComposite(), "makes a " + type->spelling()) || op.operands().empty())
    return;
  unsigned count = 0;
  bool sameElement = true;
  for (const Value *part : op.operands()) {
    if (!check(part->type->isScalar() || part->type->isComposite(), "has a " + part->type->spelling() + " as a part"))
      return;
    count += scalarCount(part->type);
    sameElement &= scalarOf(part->type) == scalarOf(type);
  }
  bool isSingle = op.operands().size() == 1;
  bool isBroadcast = isSingle && op.operand(0)->type->isScalar();
  bool isConversion = isSingle && op.operand(0)->type->isComposite();
  check(isBroadcast || count == scalarCount(type), "has " + llvm::Twine(count) + " scalars for a " + type->spelling());
  check(sameElement || isConversion, "mixes element types");
}

void OpVerifier::verifyStructParts(const StructType &type) {
  if (op.operands().empty())
    return;
  if (!check(op.operands().size() == type.fields().size(), "does not have a part for each field"))
    return;
  for (unsigned i = 0; i != op.operands().size(); ++i)
    checkOperand(i, type.fields()[i].type);
}

/// Nothing, or the address of a plain array's memory and an extent for each dimension.
void OpVerifier::verifyArrayParts(const ArrayType &type) {
  if (op.operands().empty())
    return;
  if (!check(type.form() == ArrayType::Form::Plain && op.operands().size() == 1 + type.rank(),
             "does not have an address and the extents of " + type.spelling()))
    return;
  checkOperand(0, types.scalar(ScalarKind::UInt64));
  for (unsigned i = 0; i != type.rank(); ++i)
    checkOperand(1 + i, types.int32());
}

/// An array is true if it has memory, and as a uint64 is the address of that.
void OpVerifier::verifyCast() {
  const Type *from = op.operand(0)->type;
  if (!check(op.resultCount() == 1 && op.result()->type->isScalar(), "does not make a scalar"))
    return;
  bool takesArray = op.result()->type->isBool() || op.result()->type == types.scalar(ScalarKind::UInt64);
  check(from->isScalar() || (from->isArray() && !isFixedArray(from) && takesArray), "casts a " + from->spelling());
}

void OpVerifier::verifyReinterpret() {
  std::optional<unsigned> size = packedSize(op.operand(0)->type);
  check(op.resultCount() == 1 && size && size == packedSize(op.result()->type),
        "takes the bytes of a " + op.operand(0)->type->spelling() + " for another number of them");
}

void OpVerifier::verifyCompare() {
  const Type *type = op.operand(0)->type;
  checkOperand(1, type);
  checkResult(types.boolean());
  bool isEquality = op.predicate() == Predicate::Eq || op.predicate() == Predicate::Ne;
  check(type->isScalar() || (isEquality && type->isComposite()), "compares two " + type->spelling());
}

void OpVerifier::verifyBuiltin() {
  const Builtin &builtin = op.builtin();
  llvm::SmallVector<const Type *, 4> args;
  for (const Value *operand : op.operands())
    args.push_back(operand->type);
  llvm::SmallVector<const Type *, 3> results;
  for (unsigned i = 0; i != op.resultCount(); ++i)
    results.push_back(op.result(i)->type);
  const Type *result = results.empty() ? types.none() : results.size() == 1 ? results.front() : types.tuple(results);
  check(isCallOf(builtin, args, result), "does not take these operands to this result: " + signature(builtin));
  bool mayWriteMemory = builtin.effect > Effect::Read;
  for (const Value *place : placesWritten(op))
    check(mayWriteMemory || place->definingOp()->kind() == OpKind::Var, "changes something else than a variable");
}

void OpVerifier::verifyCall() {
  const Function &callee = op.callee();
  checkResults(callee.results);
  if (!check(op.operands().size() == callee.body.arguments().size(),
             "has " + llvm::Twine(op.operands().size()) + " operands for @" + callee.name))
    return;
  for (unsigned i = 0; i != op.operands().size(); ++i)
    checkOperand(i, callee.body.arguments()[i]->type);
}

void OpVerifier::verifyShapeOf() {
  const auto *array = dyn_cast<ArrayType>(op.operand(0)->type);
  if (check(array && !array->isFixed(), "is asked of a " + op.operand(0)->type->spelling()))
    check(op.index() < array->rank(), "asks for dimension " + llvm::Twine(op.index()) + " of " + array->spelling());
  checkResult(types.int32());
}

/// The axes that the payload speaks of, before its operands are looked for.
static unsigned partsOf(unsigned payload, unsigned &axes, unsigned &indices) {
  unsigned parts = 0;
  for (; payload != 0; payload >>= 4) {
    ++axes;
    indices += !(payload & 8);
    parts += llvm::popcount(payload & 7);
  }
  return parts;
}

void OpVerifier::verifyView() {
  const auto *array = dyn_cast<ArrayType>(op.operand(0)->type);
  if (!check(array, "is of a " + op.operand(0)->type->spelling()))
    return;
  if (!check(array->isFixed() == op.operand(0)->isReference && (op.index() == 0) == array->isFixed(),
             "takes a fixed array where it is kept, without axes, or another array and some axes"))
    return;
  // In a loop or branch it is gone when that is left.
  if (array->isFixed() && rootOf(*op.operand(0)).parentOp())
    check(!escapes(*op.result()), "is of a variable in a loop or branch, and may outlive it");
  unsigned axes = 0, indices = 0, parts = partsOf(op.index(), axes, indices);
  check(op.operands().size() == 1 + parts, "does not have the parts that its payload tells of");
  if (!check(axes <= array->rank(), "names " + llvm::Twine(axes) + " axes of " + array->spelling()))
    return;
  for (const Value *part : op.operands().drop_front())
    check(part->type->isInteger(), "has a " + part->type->spelling() + " as index");
  check(!array->isIndexed() || indices == axes, "takes a slice of " + array->spelling());
  ArrayType::Form form = array->isFixed() ? ArrayType::Form::Plain : array->form();
  if (check(indices < array->rank(), "leaves no axis"))
    checkResult(types.array(array->element(), array->rank() - indices, form));
}

void OpVerifier::verifyElement() {
  const auto *array = dyn_cast<ArrayType>(op.operand(0)->type);
  if (!check(array && !array->isFixed(), "is of a " + op.operand(0)->type->spelling()))
    return;
  check(op.operands().size() == array->rank() + 1, "does not have one index per dimension");
  for (const Value *index : op.operands().drop_front())
    check(index->type->isInteger(), "has a " + index->type->spelling() + " as index");
  checkResult(array->element());
}

void OpVerifier::verifyField() {
  const Type *base = op.operand(0)->type;
  if (!check(base->isStruct() || base->isTransform(), "is of a " + base->spelling()))
    return;
  if (const Type *type = fieldType(base, op.index()); check(type, "is not a field of " + base->spelling()))
    checkResult(type);
}

void OpVerifier::verifyComponent() {
  const Type *type = componentOf(op.operand(0)->type, types);
  if (check(type, "is of a " + op.operand(0)->type->spelling()))
    checkResult(type);
  check(op.operand(1)->type->isInteger(), "has a " + op.operand(1)->type->spelling() + " as index");
}

void OpVerifier::verifyVar() {
  if (check(op.resultCount() == 1, "has no single result") && !op.operands().empty())
    checkOperand(0, op.result()->type);
}

/// What a reverse sweep keeps is never a value.
void OpVerifier::verifyNoKeptValue() {
  for (unsigned i = 0; i != op.resultCount(); ++i)
    check(op.result(i)->isReference || !isa<KeptType>(op.result(i)->type),
          "makes a value of " + op.result(i)->type->spelling());
}

void OpVerifier::verifyFor() {
  checkResults({});
  check(op.operand(0)->type->isInteger(), "counts with a " + op.operand(0)->type->spelling());
  checkOperand(1, op.operand(0)->type);
  checkOperand(2, op.operand(0)->type);
}

void OpVerifier::verifyTypes() {
  switch (op.kind()) {
  case OpKind::Constant: return verifyConstant();
  case OpKind::ThreadId: return checkResult(types.int32());
  case OpKind::Construct: return verifyConstruct();
  case OpKind::Cast: return verifyCast();
  case OpKind::Reinterpret: return verifyReinterpret();
  case OpKind::Compare: return verifyCompare();
  case OpKind::Not: checkOperand(0, types.boolean()); return checkResult(types.boolean());
  case OpKind::Builtin: return verifyBuiltin();
  case OpKind::Call: return verifyCall();
  case OpKind::ArrayShape: return verifyShapeOf();
  case OpKind::View: return verifyView();
  case OpKind::Let:
  case OpKind::Load: return checkResult(op.operand(0)->type);
  case OpKind::Var: return verifyVar();
  case OpKind::Element: return verifyElement();
  case OpKind::Field: return verifyField();
  case OpKind::Component: return verifyComponent();
  case OpKind::Store: checkOperand(1, op.operand(0)->type); return void(checkResults({}));
  case OpKind::If: return checkOperand(0, types.boolean()); // results: with the yields
  case OpKind::For: return verifyFor();
  case OpKind::Assert: checkOperand(0, types.boolean()); return void(checkResults({}));
  case OpKind::Native:
    check(!op.previous() && !op.next(), "shares a body with other ops");
    return void(checkResults({}));
  case OpKind::While:
  case OpKind::Break:
  case OpKind::Continue:
  case OpKind::Return:
  case OpKind::Yield:
  case OpKind::Printf: return void(checkResults({}));
  }
}

void OpVerifier::verify() {
  if (!verifyShape() || !verifyPayload() || !verifyPlaces())
    return;
  verifyTypes();
  verifyNoKeptValue();
}

void verifyOp(const Op &op, TypeContext &types, llvm::function_ref<void(const llvm::Twine &)> report) {
  OpVerifier(op, types, report).verify();
}

} // namespace kt::ir
