// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Snippets.h"
#include "kt/Support/Diagnostics.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Regex.h"

using namespace kt;

/// The lines of `unit` that hold the snippet, the brace behind it included: [first, last]. Nothing if it is not there.
static std::optional<std::pair<unsigned, unsigned>> linesOf(const NativeCode &native, StringRef unit) {
  std::string emitted;
  for (StringRef line : llvm::split(native.forward, '\n'))
    emitted += (line.empty() ? "" : "  ") + line.str() + '\n';
  size_t at = unit.find(emitted + "}\n");
  if (at == StringRef::npos)
    return std::nullopt;
  unsigned first = unit.take_front(at).count('\n') + 1;
  return std::pair(first, first + unsigned(StringRef(emitted).count('\n')));
}

LogicalResult kt::blameSnippets(const CheckedModule &module, StringRef unit, StringRef log, DiagEngine &diags) {
  static const llvm::Regex message("^[^:]+:([0-9]+):[0-9]+: (error|warning): (.*)$");
  bool isValid = true;
  for (StringRef line : llvm::split(log, '\n')) {
    llvm::SmallVector<StringRef, 4> groups;
    unsigned number;
    if (!message.match(line, &groups) || groups[1].getAsInteger(10, number))
      continue;
    for (const CheckedFunction *function : module.functions) {
      auto lines = function->native ? linesOf(*function->native, unit) : std::nullopt;
      if (!lines || number < lines->first || number > lines->second)
        continue;
      diags.report(function->native->loc, diag::SnippetRefused, function->name, groups[3])
          .note({}, "line " + std::to_string(number - lines->first + 1) + " of the text");
      isValid = false;
    }
  }
  return success(isValid);
}
