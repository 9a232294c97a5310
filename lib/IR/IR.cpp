// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Values, ops and regions: who owns what, and use lists that stay right.

#include "kt/IR/IR.h"
#include "llvm/ADT/StringExtras.h"

namespace kt::ir {

StringRef mnemonic(OpKind kind) {
  static constexpr StringRef names[] = {
#define OP(Class, Mnemonic, ...) Mnemonic,
#include "kt/IR/Ops.def"
  };
  return names[unsigned(kind)];
}

StringRef spelling(Predicate predicate) {
  switch (predicate) {
  case Predicate::Eq: return "==";
  case Predicate::Ne: return "!=";
  case Predicate::Lt: return "<";
  case Predicate::Le: return "<=";
  case Predicate::Gt: return ">";
  case Predicate::Ge: return ">=";
  }
  llvm_unreachable("not a predicate");
}

// Values
// ------

Value::~Value() {
  for (Use use : useList)
    use.user->operandList[use.index] = nullptr;
}

void Value::replaceAllUsesWith(Value *other) {
  assert(other != this && "a value cannot replace itself");
  for (Use use : useList)
    use.user->operandList[use.index] = other;
  other->useList.append(useList.begin(), useList.end());
  useList.clear();
}

// Regions
// -------

Region::~Region() {
  while (!opList.empty())
    opList.back().remove();
}

Value *Region::addArgument(const Type *type, StringRef name) {
  args.push_back(std::unique_ptr<Value>(new Value(type, nullptr)));
  args.back()->name = name;
  return args.back().get();
}

Op *Region::terminator() const {
  if (opList.empty() || !opList.back().isTerminator())
    return nullptr;
  return const_cast<Op *>(&opList.back());
}

Op *Region::insert(std::unique_ptr<Op> op, Op *before) {
  assert(!op->parent && "the op stands in a region already");
  assert((!before || before->parent == this) && "the place is in another region");
  op->parent = this;
  opList.insert(before ? before->getIterator() : opList.end(), *op);
  return op.release();
}

void Region::takeOps(Region &other) {
  for (Op &op : other.opList)
    op.parent = this;
  opList.splice(opList.end(), other.opList);
}

// Ops
// ---

std::unique_ptr<Op> Op::create(OpKind kind, Location loc, ArrayRef<Value *> operands,
                               ArrayRef<const Type *> resultTypes, Payload payload, unsigned regionCount) {
  std::unique_ptr<Op> op(new Op(kind, loc, std::move(payload)));
  for (Value *operand : operands)
    op->addOperand(operand);
  for (const Type *type : resultTypes)
    op->resultList.push_back(std::unique_ptr<Value>(new Value(type, op.get())));
  for (unsigned i = 0; i != regionCount; ++i) {
    op->regionList.push_back(std::make_unique<Region>());
    op->regionList.back()->parent = op.get();
  }
  return op;
}

Op::~Op() {
  assert(!parent && "an op is taken out of its region before it dies");
  dropOperands();
}

/// Forgets that `user` has `value` as its operand `index`. Uses go in about the reverse order of their making, so the
/// search starts at the end.
static void dropUse(llvm::SmallVectorImpl<Use> &uses, const Op *user, unsigned index) {
  auto found =
      std::find_if(uses.rbegin(), uses.rend(), [&](const Use &use) { return use.user == user && use.index == index; });
  assert(found != uses.rend() && "use list out of step");
  uses.erase(std::next(found).base());
}

void Op::setOperand(unsigned i, Value *value) {
  if (Value *old = operandList[i])
    dropUse(old->useList, this, i);
  operandList[i] = value;
  value->useList.push_back({this, i});
}

void Op::addOperand(Value *value) {
  assert(value && "an operand is missing");
  value->useList.push_back({this, unsigned(operandList.size())});
  operandList.push_back(value);
}

void Op::dropOperands() {
  for (unsigned i = operandList.size(); i-- != 0;)
    if (Value *value = operandList[i])
      dropUse(value->useList, this, i);
  operandList.clear();
}

Op *Op::next() const {
  auto following = std::next(getIterator());
  return following == parent->opList.end() ? nullptr : const_cast<Op *>(&*following);
}

Op *Op::previous() const {
  return this == &parent->opList.front() ? nullptr : const_cast<Op *>(&*std::prev(getIterator()));
}

bool Op::isTerminator() const {
  return opKind == OpKind::Break || opKind == OpKind::Continue || opKind == OpKind::Return || opKind == OpKind::Yield;
}

llvm::SmallVector<ViewAxis, 4> viewAxes(const Op &view) {
  llvm::SmallVector<ViewAxis, 4> axes;
  unsigned operand = 1;
  for (unsigned bits = view.index(); bits != 0; bits >>= 4) {
    ViewAxis &axis = axes.emplace_back();
    axis.isSlice = bits & 8;
    Value **parts[] = {&axis.start, &axis.stop, &axis.step};
    for (auto [part, value] : llvm::enumerate(parts))
      if (bits >> part & 1)
        *value = view.operand(operand++);
  }
  return axes;
}

void Op::moveBefore(Op *other) {
  if (other == this)
    return;
  Region *target = other->parent;
  target->insert(remove(), other);
}

void Op::erase() {
  assert(llvm::all_of(resultList, [](const auto &result) { return result->isUnused(); }) && "a result is still used");
  remove();
}

std::unique_ptr<Op> Op::remove() {
  parent->opList.remove(*this);
  parent = nullptr;
  return std::unique_ptr<Op>(this);
}

std::string Function::symbol() const {
  std::string result = name;
  for (StringRef rest = instance; !rest.empty();) {
    StringRef word = rest.take_while([](char c) { return llvm::isAlnum(c) || c == '_'; });
    rest = rest.drop_front(std::max<size_t>(word.size(), 1));
    bool isPartName = rest.starts_with("="); // `dtype=`
    if (!word.empty() && !isPartName)
      result += ("_" + word).str();
  }
  return result;
}

} // namespace kt::ir
