// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Writes docs/Builtins.md: a table per group, a row per overload.

#include "BuiltinRecords.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/Support/raw_ostream.h"

namespace kt::tblgen {

namespace {

constexpr StringRef introduction = R"(<!-- Made from include/kt/Builtins/Builtins.td by `kt-tblgen --gen-docs`. -->
# Builtins

What a kernel can call as `wp.<name>`, and what its operators mean: `a + b` is `add(a, b)`, `-x` is `neg(x)`, and both
`*` and `@` are `mul`. An overload is chosen by the exact types of the arguments; nothing is converted on the way. In a
signature, T, F, I and V stand for one type each, N, R, C and K for one number each, wherever they occur. The call changes
a variable that is `inout`, and sets one that is `out`. A star marks what carries a gradient.

)";

void writeRow(const BuiltinRecord &builtin, llvm::raw_ostream &os) {
  os << "| `" << signatureOf(builtin) << "` | " << (builtin.isDifferentiable ? "*" : "") << " | " << builtin.doc
     << " |\n";
}

} // namespace

void genDocs(ArrayRef<BuiltinRecord> builtins, llvm::raw_ostream &os) {
  llvm::MapVector<StringRef, std::vector<const BuiltinRecord *>> groups;
  for (const BuiltinRecord &builtin : builtins)
    if (!builtin.isInternal())
      groups[builtin.group].push_back(&builtin);
  os << introduction;
  for (const auto &[group, members] : groups) {
    os << "## " << group << "\n\n| Overload | | |\n| --- | --- | --- |\n";
    for (const BuiltinRecord *builtin : members)
      writeRow(*builtin, os);
    os << (group == groups.back().first ? "" : "\n");
  }
}

} // namespace kt::tblgen
