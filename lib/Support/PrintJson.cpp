// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "PrintDiagnostics.h"
#include "llvm/Support/JSON.h"

using namespace kt;
using llvm::json::OStream;

static void printText(OStream &json, StringRef key, StringRef text) { json.attribute(key, llvm::json::fixUTF8(text)); }

static void printLocation(OStream &json, const SourceManager &sources, Location loc) {
  if (!loc.isValid())
    return;
  const SourceFile &file = sources.file(loc.file);
  SourceFile::Position begin = file.position(loc.begin), end = file.position(loc.end);
  printText(json, "file", file.name());
  json.attribute("line", begin.line);
  json.attribute("column", begin.column);
  json.attribute("end_line", end.line);
  json.attribute("end_column", end.column);
}

static void printOne(OStream &json, const SourceManager &sources, const Diagnostic &diagnostic) {
  json.object([&] {
    printText(json, "severity", severityName(diagnostic.severity));
    printText(json, "slug", diagnostic.slug);
    printText(json, "message", diagnostic.text);
    printLocation(json, sources, diagnostic.loc);
    if (!diagnostic.labelText.empty())
      printText(json, "label", diagnostic.labelText);
    if (!diagnostic.notes.empty())
      json.attributeArray("notes", [&] {
        for (const Diagnostic::Note &note : diagnostic.notes)
          json.object([&] {
            printText(json, "message", note.text);
            printLocation(json, sources, note.loc);
          });
      });
    if (!diagnostic.helpText.empty())
      printText(json, "help", diagnostic.helpText);
  });
}

std::string kt::toJson(const Diagnostic &diagnostic, const SourceManager &sources) {
  std::string text;
  llvm::raw_string_ostream os(text);
  OStream json(os);
  printOne(json, sources, diagnostic);
  json.flush();
  return text;
}

void kt::printJson(const DiagEngine &diags, llvm::raw_ostream &os) {
  for (const Diagnostic &diagnostic : diags.diagnostics())
    os << toJson(diagnostic, diags.sourceManager()) << '\n';
}
