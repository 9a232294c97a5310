// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Adjoint rules, from TableGen's dags to a constant tree.

#include "BuiltinRecords.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/raw_ostream.h"

namespace kt::tblgen {

std::string RulePool::addRow(std::string row) {
  size_t number = llvm::find(rows, row) - rows.begin();
  if (number == rows.size())
    rows.push_back(std::move(row));
  return "&rules[" + std::to_string(number) + "]";
}

std::string RulePool::add(const llvm::DagInit &rule, const BuiltinRecord &builtin) {
  StringRef op = llvm::cast<llvm::DefInit>(rule.getOperator())->getDef()->getName();
  bool hasNumber = llvm::any_of(rule.getArgs(), llvm::IsaPred<llvm::IntInit>);
  bool namesParam = op == "zero" || op == "gradAt" || op == "valueAt"; // rather than using its value
  std::vector<std::string> operands;
  std::string index, value; // in the order of the fields
  std::string row = "{.kind = AdjointRule::Kind::" + llvm::StringSwitch<std::string>(op)
                                                         .Case("grad", "Gradient")
                                                         .Case("gradAt", "ElementGradient")
                                                         .Case("valueAt", "ElementValue")
                                                         .Case("result", "Result")
                                                         .Case("zero", "Zero")
                                                         .Case("less", "Less")
                                                         .Case("part", hasNumber ? "Part" : "OwnPart")
                                                         .Case("make", "Construct")
                                                         .Case("number", "Number")
                                                         .Default("Call");
  for (auto [init, name] : llvm::zip_equal(rule.getArgs(), rule.getArgNames())) {
    if (const auto *nested = llvm::dyn_cast<llvm::DagInit>(init))
      operands.push_back(add(*nested, builtin));
    else if (const auto *number = llvm::dyn_cast<llvm::IntInit>(init))
      index = ", .index = " + std::to_string(number->getValue());
    else if (const auto *text = llvm::dyn_cast<llvm::StringInit>(init))
      value = op == "number" ? ", .number = " + text->getValue().str() : ", .name = \"" + text->getValue().str() + "\"";
    else if (std::string param = ", .index = " + std::to_string(paramIndex(builtin, name->getValue())); namesParam)
      index = param;
    else
      operands.push_back(addRow("{.kind = AdjointRule::Kind::Argument" + param + "}"));
  }
  row += index + value;
  if (!operands.empty())
    row += ", .operands = {" + llvm::join(operands, ", ") + "}";
  return addRow(row + "}");
}

void RulePool::write(llvm::raw_ostream &os) const {
  os << "constexpr AdjointRule rules[" << rows.size() << "] = {\n";
  for (const std::string &row : rows)
    os << "  " << row << ",\n";
  os << "};\n\n";
}

} // namespace kt::tblgen
