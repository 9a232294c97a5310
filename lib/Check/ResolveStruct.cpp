// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Session.h"

using namespace kt;
using namespace kt::ast;

namespace {

class StructResolver {
public:
  StructResolver(Session &session, ModuleScope &scope, const ClassDef *def)
      : session(session), scope(scope), def(def) {}

  const Type *resolve();

private:
  void field(const AnnAssign *stmt);
  const Type *fieldType(const AnnAssign *stmt);
  void fail() { isValid = false; }

  Session &session;
  ModuleScope &scope;
  const ClassDef *def;
  std::vector<StructType::Field> fields;
  const AnnAssign *defaulted = nullptr;
  bool isValid = true;
};

const Type *StructResolver::fieldType(const AnnAssign *stmt) {
  const Type *type = resolveAnnotation(session, scope, stmt->annotation);
  if (isa<TupleType>(type) || isFixedArray(type)) {
    session.diags.report(stmt->annotation->loc, diag::LocalType, "a field", type->spelling());
    type = session.types.error();
  }
  if (type->isError())
    fail();
  return type;
}

// name: type
// ----------
void StructResolver::field(const AnnAssign *stmt) {
  const auto *name = dyn_cast<Name>(stmt->target);
  if (!name)
    return;
  for (const StructType::Field &other : fields) {
    if (other.name != name->id)
      continue;
    session.diags.report(name->loc, diag::DuplicateField, def->name.text, name->id).note(other.loc, "the first one");
    return fail();
  }
  // A new struct is all zeros, and a zero says no more than that.
  if (!defaulted && stmt->value && truthOf(evaluate(session, scope, stmt->value)).value_or(true))
    defaulted = stmt;
  fields.push_back({name->id.str(), fieldType(stmt), name->loc});
}

// @wp.struct
// class Name: …
// -------------
// Methods and whatever else stands in the class is not part of the value and is left alone.
const Type *StructResolver::resolve() {
  if (!def->bases.empty()) {
    session.diags.report(def->bases[0]->loc, diag::StructBase, def->name.text)
        .help("repeat the fields, or hold the other struct in a field");
    fail();
  }
  for (const Stmt *stmt : def->body)
    if (const auto *annotated = dyn_cast<AnnAssign>(stmt))
      field(annotated);
  if (!isValid)
    return session.types.error();
  StructType *type = session.types.makeStruct(def->name.text.str(), def->name.loc);
  type->setFields(std::move(fields));
  if (defaulted)
    session.fieldsWithDefault[type] = defaulted;
  return type;
}

} // namespace

const Type *kt::resolveStruct(Session &session, ModuleScope &scope, const ClassDef *def) {
  auto [it, isNew] = session.structs.try_emplace({&scope, def}, nullptr);
  if (!isNew) {
    if (it->second)
      return it->second;
    session.diags.report(def->name.loc, diag::RecursiveStruct, def->name.text);
    session.structs[{&scope, def}] = session.types.error();
    return session.types.error();
  }
  const Type *type = StructResolver(session, scope, def).resolve();
  session.structs[{&scope, def}] = type;
  return type;
}
