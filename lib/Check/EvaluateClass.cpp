// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Classes that are no structs: enums and holders of constants and funcs.

#include "Session.h"
#include "llvm/Support/SaveAndRestore.h"

using namespace kt;
using namespace kt::ast;
using Kind = StaticValue::Kind;

/// One of the classes that `def` names as its bases is called `name`, whatever module it comes from.
static bool hasBase(const ClassDef *def, ArrayRef<StringRef> names) {
  return llvm::any_of(def->bases, [&](const Expr *base) {
    if (const auto *name = dyn_cast<Name>(base))
      return llvm::is_contained(names, name->id);
    const auto *attribute = dyn_cast<Attribute>(base);
    return attribute && llvm::is_contained(names, attribute->attr.text);
  });
}

namespace {
/// `name = value` in a class.
struct Member {
  const Name *target = nullptr;
  const Expr *value = nullptr;
};
} // namespace

static Member memberIn(const Stmt *stmt) {
  if (const auto *assign = dyn_cast<Assign>(stmt); assign && assign->targets.size() == 1)
    return {dyn_cast<Name>(assign->targets[0]), assign->value};
  if (const auto *annotated = dyn_cast<AnnAssign>(stmt); annotated && annotated->value)
    return {dyn_cast<Name>(annotated->target), annotated->value};
  return {};
}

/// `auto()` or `enum.auto()`
static bool isAuto(const Expr *value) {
  const auto *call = dyn_cast<Call>(value);
  if (!call || !call->args.empty())
    return false;
  if (const auto *name = dyn_cast<Name>(call->func))
    return name->id == "auto";
  const auto *attribute = dyn_cast<Attribute>(call->func);
  return attribute && attribute->attr.text == "auto";
}

/// What the `autos`-th `auto()` behind `last` gives: the next number, of flags the next power of two.
static StaticValue countOn(const StaticValue &last, unsigned autos, bool isFlag, Location loc) {
  if (!isFlag)
    return evaluateBinary(BinaryOperator::Add, last, StaticValue::ofInt(autos), loc);
  if (!last.is(Kind::Int) || last.integer.isNegative())
    return last.isMissing() ? last : StaticValue::unknown(loc, "`auto()` counts on from whole numbers only");
  StaticValue bit = StaticValue::ofInt(last.integer.getActiveBits() + autos - 1);
  return evaluateBinary(BinaryOperator::LShift, StaticValue::ofInt(1), bit, loc);
}

/// The value that `class X: name = value` gives; `auto()` counts on from the member before.
StaticValue kt::classMember(Session &session, const StaticValue &owner, StringRef name, Location loc) {
  std::optional<StaticValue> found;
  const Expr *counted = nullptr; // the last value that was written out
  unsigned autos = 0;            // the ones counted on from it
  for (const Stmt *stmt : owner.classDef->body) {
    Member member = memberIn(stmt);
    if (!member.target)
      continue;
    bool isCounted = isAuto(member.value);
    autos = isCounted ? autos + 1 : 0;
    if (!isCounted)
      counted = member.value;
    if (member.target->id != name)
      continue;
    if (found)
      return StaticValue::unknown(member.target->loc, "`" + name + "` is assigned more than once in its class");
    llvm::SaveAndRestore inClass(session.enclosingClass, &owner);
    found = counted ? evaluate(session, *owner.module, counted) : StaticValue::ofInt(0);
    if (isCounted)
      found = countOn(*found, autos, hasBase(owner.classDef, {"Flag", "IntFlag"}), loc);
  }
  return found ? std::move(*found) : StaticValue();
}

StaticValue kt::memberOfClass(Session &session, const StaticValue &owner, StringRef name, Location loc) {
  llvm::SmallVector<const FunctionDef *, 1> defs;
  for (const Stmt *stmt : owner.classDef->body)
    if (const auto *def = dyn_cast<FunctionDef>(stmt); def && def->name.text == name)
      defs.push_back(def);
  if (!defs.empty())
    return functionNamed(session, *owner.module, name, defs);
  StaticValue value = classMember(session, owner, name, loc);
  // A plain Enum's members are not equal to their values.
  if (value.isMissing() || !hasBase(owner.classDef, {"Enum", "Flag"}))
    return value;
  StaticValue member = StaticValue::ofSequence({std::move(value)});
  member.kind = Kind::EnumMember;
  member.classDef = owner.classDef;
  member.text = name;
  return member;
}
