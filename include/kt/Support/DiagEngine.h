// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Collects what the phases find wrong and renders it. A phase reports; it does not print and does not stop the
// program. Holes are checked against Diagnostics.def when the call is compiled.

#ifndef KT_SUPPORT_DIAGENGINE_H
#define KT_SUPPORT_DIAGENGINE_H

#include "kt/Support/SourceManager.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <type_traits>
#include <vector>

namespace llvm {
class raw_ostream;
}

namespace kt {

using llvm::StringRef;

enum class Severity { Error, Warning, Note };

/// The constant part of a diagnostic: one line of Diagnostics.def. Who reports one includes kt/Support/Diagnostics.h.
template <typename... Holes>
struct DiagInfo {
  const char *slug;
  Severity severity;
  const char *text;
};

/// One reported diagnostic. `label` says what the marked range is; a note marks a second range.
struct Diagnostic {
  struct Note {
    Location loc; // may be nowhere
    std::string text;
  };

  StringRef slug;
  Severity severity;
  Location loc;
  std::string text;
  std::string labelText;
  std::vector<Note> notes;
  std::string helpText;

  Diagnostic &label(std::string text) {
    labelText = std::move(text);
    return *this;
  }
  Diagnostic &note(Location loc, std::string text) {
    notes.push_back({loc, std::move(text)});
    return *this;
  }
  Diagnostic &help(std::string text) {
    helpText = std::move(text);
    return *this;
  }
};

enum class DiagFormat { Text, Json };

struct DiagOptions {
  unsigned errorLimit = 100;
};

class DiagEngine {
public:
  explicit DiagEngine(const SourceManager &sources, DiagOptions options = {}) : sources(sources), options(options) {}

  /// Reports `info` at `loc`, its holes filled. The reference is good until the next report.
  template <typename... Holes>
  Diagnostic &report(Location loc, const DiagInfo<Holes...> &info, std::type_identity_t<Holes>... holes) {
    return add(loc, info.slug, info.severity, info.text, {toHole(holes)...});
  }

  /// Adds a note to every diagnostic from number `first` on.
  void noteSince(unsigned first, Location loc, const std::string &text);
  /// Takes back every diagnostic from number `first` on: something was only tried.
  void dropSince(unsigned first);

  const SourceManager &sourceManager() const { return sources; }
  const std::vector<Diagnostic> &diagnostics() const { return reported; }
  bool hasErrors() const { return errors != 0; }
  unsigned errorCount() const { return errors; }
  /// True once the error limit is reached: phases give up early, further reports are dropped.
  bool atLimit() const { return errors >= options.errorLimit; }

private:
  static std::string toHole(StringRef text) { return text.str(); }
  static std::string toHole(int64_t number) { return std::to_string(number); }
  Diagnostic &add(Location loc, StringRef slug, Severity severity, StringRef text, std::vector<std::string> holes);

  const SourceManager &sources;
  DiagOptions options;
  std::vector<Diagnostic> reported;
  Diagnostic dropped; // stands in for reports past the limit
  unsigned errors = 0;
};

/// One diagnostic as one JSON object, on one line and without a line end.
std::string toJson(const Diagnostic &diagnostic, const SourceManager &sources);

/// Renders in the order reported. Text is ruff's shape (see docs/Language.md); Json is one object a line.
void printDiagnostics(const DiagEngine &diags, llvm::raw_ostream &os, DiagFormat format, bool color);

} // namespace kt

#endif
