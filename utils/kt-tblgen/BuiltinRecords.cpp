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
    const auto *pattern = llvm::dyn_cast<llvm::DefInit>(init);
    if (!pattern || !isA(pattern->getDef(), className))
      PrintError(&def, "`" + init->getAsString() + "` in `" + field + "` is no " + className);
    else if (!name)
      PrintError(&def, "an argument in `" + field + "` has no name");
    else
      params.push_back({name->getValue(), pattern->getDef()});
  }
  return params;
}

void readDomains(const Record &def, std::vector<Param> &params) {
  for (const Record *on : def.getValueAsListOfDefs("Domain")) {
    StringRef name = on->getValueAsString("Param");
    auto param = llvm::find_if(params, [&](const Param &param) { return param.name == name; });
    if (param == params.end())
      PrintError(&def, "`Domain` names `" + name + "`, which is no argument of `" + def.getName() + "`");
    else
      param->domain = on->getValueAsDef("Domain")->getName();
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
      .params = readParams(def, "Params", "Pattern"),
      .statics = readParams(def, "Statics", "Static"),
      .returns = def.getValueAsDef("Returns"),
      .repeat = def.getValueAsOptionalDef("Repeat"),
      .isDifferentiable = def.getValueAsBit("Differentiable"),
      .weight = def.getValueAsInt("Weight"),
  };
  readDomains(def, builtin.params);
  return builtin;
}

} // namespace

std::vector<BuiltinRecord> readBuiltins(const llvm::RecordKeeper &records) {
  std::vector<const Record *> defs = records.getAllDerivedDefinitions("Builtin");
  llvm::sort(defs, llvm::LessRecordByID()); // TableGen sorts by name
  std::vector<BuiltinRecord> builtins;
  for (const Record *def : defs)
    builtins.push_back(readBuiltin(*def));
  return builtins;
}

} // namespace kt::tblgen
