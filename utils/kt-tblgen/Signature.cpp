// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "BuiltinRecords.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace kt::tblgen {

namespace {

std::string spellDim(const Record *dim) {
  return isA(dim, "DimVar") ? dim->getValueAsString("Symbol").str() : std::to_string(dim->getValueAsInt("Value"));
}

std::string spellElement(const Record *pattern);

std::string spellPattern(const Record *pattern) {
  if (isA(pattern, "Tuple"))
    return "(" +
           llvm::join(llvm::map_range(tupleElements(pattern), [](const Record *part) { return spellPattern(part); }),
                      ", ") +
           ")";
  if (isA(pattern, "TypeVar"))
    return pattern->getValueAsString("Symbol").str();
  if (isA(pattern, "OneOf"))
    return pattern->getValueAsDef("Of")->getValueAsString("Words").str();
  if (isA(pattern, "Exactly"))
    return pattern->getValueAsString("Kind").lower();
  if (isA(pattern, "Vec"))
    return "vector(" + spellDim(pattern->getValueAsDef("Length")) + ", " + spellElement(pattern) + ")";
  if (isA(pattern, "Mat"))
    return "matrix((" + spellDim(pattern->getValueAsDef("Rows")) + ", " + spellDim(pattern->getValueAsDef("Columns")) +
           "), " + spellElement(pattern) + ")";
  if (isA(pattern, "Quat"))
    return "quaternion(" + spellElement(pattern) + ")";
  if (isA(pattern, "Trans"))
    return "transformation(" + spellElement(pattern) + ")";
  if (isA(pattern, "Number"))
    return "int";
  if (isA(pattern, "ScalarType"))
    return "type " + spellPattern(pattern->getValueAsDef("Of"));
  std::string rank = spellDim(pattern->getValueAsDef("Rank"));
  std::string array = rank == "1" || !llvm::isDigit(rank[0]) ? "array" : "array" + rank + "d";
  return array + "(dtype=" + spellElement(pattern) + ")";
}

std::string spellElement(const Record *pattern) { return spellPattern(pattern->getValueAsDef("Element")); }

/// `x: float32`, `out q: matrix((3, 3), F)`, `gain: float32 = 0.5`
std::string spellParam(const Param &param) {
  std::string place = param.passing == "Value" ? "" : param.passing.lower() + " ";
  std::string text = place + param.name.str() + ": " + spellPattern(param.pattern);
  return param.defaultValue.empty() ? text : text + " = " + param.defaultValue.str();
}

/// ", T any int or float": what each variable that stands for a type may be.
std::string spellVariables(const BuiltinRecord &builtin) {
  llvm::MapVector<StringRef, StringRef> words;
  auto note = [&](const Record *part) {
    if (isA(part, "TypeVar"))
      words[part->getValueAsString("Symbol")] = part->getValueAsDef("Of")->getValueAsString("Words");
  };
  for (const auto *params : {&builtin.params, &builtin.statics})
    for (const Param &param : *params)
      walkPattern(param.pattern, note);
  std::string text;
  for (auto [symbol, words] : words)
    text += (", " + symbol + " any " + words).str();
  return text;
}

} // namespace

std::string signatureOf(const BuiltinRecord &builtin) {
  std::vector<std::string> params;
  for (const auto *list : {&builtin.params, &builtin.statics})
    for (const Param &param : *list)
      params.push_back(spellParam(param));
  if (builtin.repeat)
    params.back().insert(0, "*");
  std::string text = builtin.name.str() + "(" + llvm::join(params, ", ") + ")";
  if (builtin.returns->getName() != "Nothing")
    text += " -> " + spellPattern(builtin.returns);
  return text + spellVariables(builtin);
}

} // namespace kt::tblgen
