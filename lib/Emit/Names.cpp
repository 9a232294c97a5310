// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Names.h"
#include "Spelling.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSwitch.h"

using namespace kt;
using namespace kt::ir;

std::string NameScopes::give(StringRef base, bool isUsersOwn) {
  std::string name = base.str();
  for (unsigned number = 1; isTaken(name) || (!isUsersOwn && wanted.contains(name)); ++number) {
    name = base.str() + '_' + std::to_string(number);
    isUsersOwn &= false; // a made-up name gives way to what the user wrote
  }
  take(name);
  return name;
}

Names::Names(const Module &module) {
  nameGlobals(module);
  for (const StructType *type : module.structs)
    nameFields(*type);
  for (auto &function : module.functions)
    nameLocals(*function);
}

// Globals and fields
// ------------------

void Names::nameGlobals(const Module &module) {
  llvm::StringMap<unsigned> namesakes;
  for (auto &function : module.functions)
    ++namesakes[function->name];
  for (const StructType *type : module.structs)
    globals.reserveForUser(makeGlobalIdentifier(type->name()));
  for (auto &function : module.functions)
    globals.reserveForUser(makeGlobalIdentifier(function->name));

  for (const StructType *type : module.structs) {
    structs[type].name = globals.give(makeGlobalIdentifier(type->name()), /*isUsersOwn=*/true);
    structNames.push_back(structs[type].name);
  }
  for (auto &function : module.functions) {
    FunctionNames &names = functions[function.get()];
    bool isOneOfSeveral = namesakes[function->name] > 1;
    // A kernel's name should not depend on which others there are.
    bool isMade = !function->instance.empty() && (isOneOfSeveral || function->isKernel());
    names.name = globals.give(makeGlobalIdentifier(isMade ? function->symbol() : function->name), !isMade);
    if (function->results.size() > 1) {
      names.resultStruct = globals.give(names.name + "_result", /*isUsersOwn=*/false);
      structNames.push_back(names.resultStruct);
    }
  }
}

void Names::nameFields(const StructType &type) {
  // A member can't have the name of its struct, nor of a type that a later member has.
  NameScopes scope;
  for (const std::string &name : structNames)
    scope.take(name);
  for (const StructType::Field &field : type.fields())
    scope.reserveForUser(makeIdentifier(field.name));
  for (const StructType::Field &field : type.fields())
    structs[&type].fields.push_back(scope.give(makeIdentifier(field.name), /*isUsersOwn=*/true));
}

// Locals
// ------

/// What the user named stays as it is, so names we make up have to know it first.
static void collectUserNames(const Region &region, NameScopes &scopes) {
  auto collect = [&](const Value &value) {
    if (!value.name.empty())
      scopes.reserveForUser(makeIdentifier(value.name));
  };
  for (auto &argument : region.arguments())
    collect(*argument);
  for (const Op &op : region.ops()) {
    if (op.kind() == OpKind::Let || op.kind() == OpKind::Var)
      collect(*op.result());
    for (unsigned i = 0; i != op.regionCount(); ++i)
      collectUserNames(op.region(i), scopes);
  }
}

static void takeCallees(const Region &region, const Names &names, NameScopes &scopes) {
  for (const Op &op : region.ops()) {
    if (op.kind() == OpKind::Call)
      scopes.take(names.of(op.callee()));
    for (unsigned i = 0; i != op.regionCount(); ++i)
      takeCallees(op.region(i), names, scopes);
  }
}

void Names::nameLocals(const Function &function) {
  NameScopes scopes;
  for (const std::string &name : structNames)
    scopes.take(name);
  takeCallees(function.body, *this, scopes);
  scopes.take("printf");
  // Its entry point has parameters of the same names, and calls it.
  if (function.isKernel())
    scopes.take(of(function));
  collectUserNames(function.body, scopes);
  if (function.isKernel())
    functions[&function].threadParam = scopes.give("thread", /*isUsersOwn=*/false);
  nameRegion(function.body, scopes);
}

void Names::nameRegion(const Region &region, NameScopes &scopes) {
  std::vector<const Value *> named;
  auto name = [&](const Value &value) {
    nameValue(value, scopes);
    named.push_back(&value);
  };
  for (auto &argument : region.arguments())
    name(*argument);
  for (const Op &op : region.ops()) {
    if (op.kind() == OpKind::Var && !op.operands().empty() && op.operand(0)->isArgument() &&
        variableOfParameter(*op.operand(0)) == &op)
      values[op.result()] = values.at(op.operand(0));
    else if (op.kind() == OpKind::Let || op.kind() == OpKind::Var || returnsTuple(op))
      name(*op.result());
    for (unsigned i = 0; i != op.regionCount(); ++i)
      nameRegion(op.region(i), scopes);
  }
  for (const Value *value : named)
    scopes.release(values.at(value));
}

static StringRef describeBuiltin(const Builtin &builtin) {
  return llvm::StringSwitch<StringRef>(builtin.name)
      .Case("add", "sum")
      .Case("sub", "difference")
      .Case("mul", "product")
      .Case("div", "quotient")
      .Case("floordiv", "quotient")
      .Case("mod", "remainder")
      .Case("neg", "negated")
      .Case(".gradient_of", "grads")
      .Cases({".gradient_at", ".gradient_take"}, "gradient")
      .Case(".range_count", "count")
      .Cases({".kept_take", ".kept_slot"}, "slot")
      .Default("");
}

/// The word for a value of this type.
static StringRef describeType(const Type *type) {
  if (type->isVector())
    return "vector";
  if (type->isMatrix())
    return "matrix";
  if (type->isQuaternion())
    return "rotation";
  if (type->isTransform())
    return "transform";
  if (type->isStruct())
    return "record";
  return "value";
}

static std::string describePlace(const Value &reference) {
  const Op &root = rootOf(reference);
  const Value &named = root.kind() == OpKind::Var ? *root.result() : *root.operand(0);
  return named.name.empty() ? "value" : makeIdentifier(named.name) + "_value";
}

/// A variable that was made to be changed by a builtin is called what that calls it.
static std::string describeVariable(const Value &variable) {
  for (const Use &use : variable.uses())
    if (use.user->kind() == OpKind::Builtin)
      return use.user->builtin().paramNames[use.index].str();
  return describeType(variable.type).str();
}

/// What a value that the user gave no name is.
static std::string describe(const Op &op) {
  switch (op.kind()) {
  case OpKind::Builtin: {
    StringRef word = describeBuiltin(op.builtin());
    return word.empty() ? (op.builtin().name.ltrim('.') + "_value").str() : word.str();
  }
  case OpKind::Call: return makeIdentifier(op.callee().name) + "_value";
  case OpKind::Load: return describePlace(*op.operand(0));
  case OpKind::Compare:
  case OpKind::Not: return "condition";
  case OpKind::If: return op.result()->type->isBool() ? "condition" : "chosen";
  case OpKind::Cast: return "converted";
  case OpKind::Reinterpret: return "bits";
  case OpKind::View: return "view";
  case OpKind::Component: return "component";
  case OpKind::Field: return (fieldName(op.operand(0)->type, op.index()) + "_value").str();
  case OpKind::Let: return op.operand(0)->definingOp() ? describe(*op.operand(0)->definingOp()) : "value";
  case OpKind::Var: return describeVariable(*op.result());
  case OpKind::Constant:
  case OpKind::ThreadId:
  case OpKind::Construct:
  case OpKind::ArrayShape:
  case OpKind::Element:
  case OpKind::Store:
  case OpKind::For:
  case OpKind::While:
  case OpKind::Break:
  case OpKind::Continue:
  case OpKind::Return:
  case OpKind::Yield:
  case OpKind::Assert:
  case OpKind::Native:
  case OpKind::Printf: return describeType(op.result()->type).str();
  }
  llvm_unreachable("not an op");
}

void Names::nameValue(const Value &value, NameScopes &scopes) {
  bool isUsersOwn = !value.name.empty();
  std::string base = isUsersOwn           ? makeIdentifier(value.name)
                     : value.definingOp() ? makeIdentifier(describe(*value.definingOp()))
                                          : "i";
  values[&value] = scopes.give(base, isUsersOwn);
}
