// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The records of Builtins.td as data: read once, checked once, then used by every generator.

#ifndef KT_TBLGEN_BUILTINRECORDS_H
#define KT_TBLGEN_BUILTINRECORDS_H

#include "llvm/TableGen/Record.h"
#include <string>
#include <vector>

namespace kt::tblgen {

using llvm::ArrayRef;
using llvm::Record;
using llvm::StringRef;

struct Param {
  StringRef name;
  const Record *pattern; // a Pattern, or a Static
  StringRef domain = "Any";
  StringRef passing = "Value"; // "InOut", "Out": it takes a place
  StringRef defaultValue = ""; // empty if there is none
};

/// One rule of `Adjoint`.
struct AdjointRecord {
  unsigned param;
  const llvm::DagInit *rule;
};

struct BuiltinRecord {
  const Record *def;
  StringRef name;
  StringRef group;
  StringRef doc;
  StringRef effect;
  StringRef infix;
  StringRef function;
  StringRef header;
  std::vector<Param> params;
  std::vector<Param> statics;
  const Record *returns;
  const Record *repeat; // null if every parameter takes one argument
  bool isDifferentiable;
  int64_t weight;
  std::vector<AdjointRecord> adjoints;

  /// Its name is none that a program can spell: adjoint rules alone call it.
  bool isInternal() const { return name.starts_with("."); }
};

/// Every builtin, in the order of the file. Faults are reported at their line; what stands in a faulty record is then
/// not to be relied on, and TableGen's error count is not zero.
std::vector<BuiltinRecord> readBuiltins(const llvm::RecordKeeper &records);

/// Holds each record against the rules that TableGen's own types cannot say, and reports what breaks them.
void checkBuiltins(ArrayRef<BuiltinRecord> builtins);

/// `isSubClassOf` for a pattern's kind: "Vec", "TypeVar", ...
inline bool isA(const Record *pattern, StringRef className) { return pattern->isSubClassOf(className); }

/// What a Tuple holds; nothing for any other pattern.
inline std::vector<const Record *> tupleElements(const Record *pattern) {
  return isA(pattern, "Tuple") ? pattern->getValueAsListOfDefs("Elements") : std::vector<const Record *>();
}

/// Calls `visit` for `pattern` and every pattern and dimension in it, outermost first.
template <typename Visit>
void walkPattern(const Record *pattern, Visit visit) {
  visit(pattern);
  for (StringRef field : {"Of", "Length", "Rows", "Columns", "Rank", "Element"})
    if (const llvm::RecordVal *value = pattern->getValue(field))
      if (const auto *part = llvm::dyn_cast<llvm::DefInit>(value->getValue());
          part && !isA(part->getDef(), "TypeClass"))
        walkPattern(part->getDef(), visit);
  for (const Record *element : tupleElements(pattern))
    walkPattern(element, visit);
}

/// The number of the parameter called `name`, or -1.
int paramIndex(const BuiltinRecord &builtin, StringRef name);

/// `dot(a: vector(N, T), b: vector(N, T)) -> T, T any int or float`
std::string signatureOf(const BuiltinRecord &builtin);

/// Adjoint rules as constants of type kt::AdjointRule; a rule that several records share stands there once.
class RulePool {
public:
  /// The address of `rule`, which belongs to `builtin`, as C++.
  std::string add(const llvm::DagInit &rule, const BuiltinRecord &builtin);
  void write(llvm::raw_ostream &os) const;

private:
  std::string addRow(std::string row);
  std::vector<std::string> rows;
};

void genOverloads(ArrayRef<BuiltinRecord> builtins, llvm::raw_ostream &os);
void genDocs(ArrayRef<BuiltinRecord> builtins, llvm::raw_ostream &os);
void genTests(ArrayRef<BuiltinRecord> builtins, llvm::raw_ostream &os);

} // namespace kt::tblgen

#endif
