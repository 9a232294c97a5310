// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "BuiltinRecords.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/TableGen/Error.h"

namespace kt::tblgen {

namespace {

/// The text of a field, or "" and a report if the record leaves it open.
StringRef requiredText(const Record &def, StringRef field) {
  StringRef text = def.getValueAsOptionalString(field).value_or("");
  if (text.empty())
    PrintError(&def, "builtin `" + def.getName() + "` has no `" + field + "`");
  return text;
}

/// The arguments of `(args Pattern:$name, ...)` that are what they should be.
std::vector<Param> readParams(const Record &def, StringRef field, StringRef className) {
  std::vector<Param> params;
  const llvm::DagInit *dag = def.getValueAsDag(field);
  for (auto [init, name] : llvm::zip_equal(dag->getArgs(), dag->getArgNames())) {
    const auto *part = llvm::dyn_cast<llvm::DefInit>(init);
    const Record *pattern = part ? part->getDef() : nullptr;
    StringRef passing = "Value";
    if (pattern && isA(pattern, "Place")) {
      passing = isA(pattern, "Out") ? "Out" : isA(pattern, "In") ? "In" : "InOut";
      pattern = pattern->getValueAsDef("Of");
    }
    if (!pattern || !isA(pattern, className))
      PrintError(&def, "`" + init->getAsString() + "` in `" + field + "` is no " + className);
    else if (!name)
      PrintError(&def, "an argument in `" + field + "` has no name");
    else
      params.push_back({.name = name->getValue(), .pattern = pattern, .passing = passing});
  }
  return params;
}

/// Calls `visit` with each record of the list `field` and the parameter that it names.
template <typename Visit>
void forEachNamed(const Record &def, StringRef field, std::vector<Param> &params, Visit visit) {
  for (const Record *part : def.getValueAsListOfDefs(field)) {
    StringRef name = part->getValueAsString("Param");
    auto param = llvm::find_if(params, [&](const Param &param) { return param.name == name; });
    if (param == params.end())
      PrintError(&def, "`" + field + "` names `" + name + "`, which is no argument of `" + def.getName() + "`");
    else
      visit(*part, *param);
  }
}

void readAdjoints(const Record &def, BuiltinRecord &builtin) {
  for (const Record *adjoint : def.getValueAsListOfDefs("Adjoint")) {
    int param = paramIndex(builtin, adjoint->getValueAsString("Param"));
    if (param < 0)
      PrintError(&def, "builtin `" + def.getName() + "`: `Adjoint` names `" + adjoint->getValueAsString("Param") +
                           "`, which the call does not have");
    else
      builtin.adjoints.push_back({unsigned(param), adjoint->getValueAsDag("Rule")});
  }
}

BuiltinRecord readBuiltin(const Record &def) {
  BuiltinRecord builtin{
      .def = &def,
      .name = requiredText(def, "Name"),
      .group = requiredText(def, "Group"),
      .doc = requiredText(def, "Doc"),
      .effect = def.getValueAsDef("Eff")->getName(),
      .infix = def.getValueAsString("Infix"),
      .function = def.getValueAsString("Function"),
      .header = def.getValueAsString("Header"),
      .params = readParams(def, "Params", "Pattern"),
      .statics = readParams(def, "Statics", "Static"),
      .returns = def.getValueAsDef("Returns"),
      .repeat = def.getValueAsOptionalDef("Repeat"),
      .isDifferentiable = def.getValueAsBit("Differentiable"),
      .weight = def.getValueAsInt("Weight"),
      .adjoints = {},
  };
  forEachNamed(def, "Domain", builtin.params,
               [](const Record &on, Param &param) { param.domain = on.getValueAsDef("Domain")->getName(); });
  forEachNamed(def, "Defaults", builtin.params,
               [](const Record &given, Param &param) { param.defaultValue = given.getValueAsString("Value"); });
  readAdjoints(def, builtin);
  return builtin;
}

} // namespace

int paramIndex(const BuiltinRecord &builtin, StringRef name) {
  auto found = llvm::find_if(builtin.params, [&](const Param &param) { return param.name == name; });
  return found == builtin.params.end() ? -1 : int(found - builtin.params.begin());
}

std::vector<BuiltinRecord> readBuiltins(const llvm::RecordKeeper &records) {
  std::vector<const Record *> defs = records.getAllDerivedDefinitions("Builtin");
  llvm::sort(defs, llvm::LessRecordByID()); // TableGen sorts by name
  std::vector<BuiltinRecord> builtins;
  for (const Record *def : defs)
    builtins.push_back(readBuiltin(*def));
  return builtins;
}

} // namespace kt::tblgen
