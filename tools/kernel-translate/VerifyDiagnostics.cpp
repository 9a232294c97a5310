// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "VerifyDiagnostics.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/Regex.h"
#include "llvm/Support/raw_ostream.h"

using namespace kt;

namespace {

struct Message {
  unsigned line; // 0: nowhere in this file
  std::string severity;
  std::string slug;
  std::string text;
  bool matched = false;
};

} // namespace

static StringRef nameOf(Severity severity) {
  switch (severity) {
  case Severity::Error: return "error";
  case Severity::Warning: return "warning";
  case Severity::Note: return "note";
  }
  llvm_unreachable("all severities are named");
}

static unsigned lineMeant(StringRef where, unsigned commentLine) {
  int offset = 0;
  if (where == "*")
    return 0;
  where.consume_front("+");
  where.getAsInteger(10, offset);
  return commentLine + offset;
}

static std::vector<Message> expectedMessages(const SourceFile &file) {
  static const llvm::Regex pattern("(error|warning|note)(@([-+][0-9]+|\\*))?: *\\[([a-z0-9-]+)\\] *\"([^\"]*)\"");
  std::vector<Message> expected;
  for (unsigned line = 1; line <= file.lineCount(); ++line) {
    auto [code, comment] = file.lineText(line).split('#');
    llvm::SmallVector<StringRef, 6> groups;
    for (; pattern.match(comment, &groups); comment = comment.drop_front(groups[0].end() - comment.begin()))
      expected.push_back(
          {groups[3].empty() ? line : lineMeant(groups[3], line), groups[1].str(), groups[4].str(), groups[5].str()});
  }
  return expected;
}

static std::vector<Message> drawnMessages(const DiagEngine &diags, FileId file) {
  std::vector<Message> drawn;
  for (const Diagnostic &diagnostic : diags.diagnostics()) {
    bool here = diagnostic.loc.isValid() && diagnostic.loc.file == file;
    unsigned line = here ? diags.sourceManager().position(diagnostic.loc).line : 0;
    drawn.push_back({line, nameOf(diagnostic.severity).str(), diagnostic.slug.str(), diagnostic.text});
  }
  return drawn;
}

static bool meets(const Message &drawn, const Message &expected) {
  return !drawn.matched && drawn.line == expected.line && drawn.severity == expected.severity &&
         drawn.slug == expected.slug && StringRef(drawn.text).contains(expected.text);
}

static void tell(StringRef what, const Message &message, const SourceFile &file, llvm::raw_ostream &os) {
  os << file.name() << ':' << message.line << ": " << what << ": " << message.severity << ": [" << message.slug
     << "] \"" << message.text << "\"\n";
}

LogicalResult kt::compareWithExpectations(const DiagEngine &diags, FileId id, llvm::raw_ostream &os) {
  const SourceFile &file = diags.sourceManager().file(id);
  std::vector<Message> expected = expectedMessages(file), drawn = drawnMessages(diags, id);
  bool differs = false;
  for (const Message &message : expected) {
    auto found = llvm::find_if(drawn, [&](const Message &candidate) { return meets(candidate, message); });
    if (found != drawn.end()) {
      found->matched = true;
      continue;
    }
    tell("expected, but not seen", message, file, os);
    differs = true;
  }
  for (const Message &message : drawn) {
    if (message.matched)
      continue;
    tell("seen, but not expected", message, file, os);
    differs = true;
  }
  return success(!differs);
}
