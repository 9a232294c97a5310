// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "PrintDiagnostics.h"
#include "kt/Support/Utf8.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Unicode.h"
#include "llvm/Support/raw_ostream.h"

using namespace kt;
using llvm::raw_ostream;

StringRef kt::severityName(Severity severity) {
  switch (severity) {
  case Severity::Error: return "error";
  case Severity::Warning: return "warning";
  case Severity::Note: return "note";
  }
  llvm_unreachable("no such severity");
}

namespace {

constexpr unsigned tabWidth = 4;
constexpr unsigned longestLine = 200; // bytes; of a longer line, only the surroundings of the mark are shown
constexpr unsigned beforeMark = 60;

/// A source line made fit for a terminal, and the columns of it that are marked.
struct Excerpt {
  std::string line;
  unsigned markBegin = 0;
  unsigned markWidth = 1;
};

class TextPrinter {
public:
  TextPrinter(const SourceManager &sources, raw_ostream &os) : sources(sources), os(os) {}

  void print(const Diagnostic &diagnostic);

private:
  void printHead(Severity severity, StringRef slug, StringRef text);
  void printExcerpt(Location loc, char mark, raw_ostream::Colors color, StringRef label);
  void printColored(StringRef text, raw_ostream::Colors color) {
    os.changeColor(color, /*Bold=*/true) << text;
    os.resetColor();
  }

  const SourceManager &sources;
  raw_ostream &os;
};

} // namespace

static raw_ostream::Colors colorOf(Severity severity) {
  switch (severity) {
  case Severity::Error: return raw_ostream::RED;
  case Severity::Warning: return raw_ostream::YELLOW;
  case Severity::Note: return raw_ostream::CYAN;
  }
  llvm_unreachable("no such severity");
}

/// The columns that printable text takes on a terminal.
static unsigned displayWidth(StringRef printable) {
  return std::max(0, llvm::sys::unicode::columnWidthUTF8(printable));
}

/// Appends `text` to an excerpt: tabs become spaces up to the next stop. Returns the column reached.
static unsigned appendShown(StringRef text, unsigned column, std::string &out) {
  while (!text.empty()) {
    auto [head, tail] = text.split('\t');
    std::string shown = makePrintable(head);
    out += shown;
    column += displayWidth(shown);
    if (head.size() == text.size())
      break;
    unsigned spaces = tabWidth - column % tabWidth;
    out.append(spaces, ' ');
    column += spaces;
    text = tail;
  }
  return column;
}

/// Moves `offset` down to where a character begins.
static size_t charStart(StringRef text, size_t offset) {
  auto isContinuation = [](char byte) { return (byte & 0xC0) == 0x80; };
  while (offset > 0 && offset < text.size() && isContinuation(text[offset]))
    --offset;
  return offset;
}

/// `begin` and `end` are offsets in `line`.
static Excerpt makeExcerpt(StringRef line, size_t begin, size_t end) {
  begin = std::min(begin, line.size());
  end = std::clamp(end, begin, line.size());
  size_t first = 0, last = line.size();
  if (line.size() > longestLine) {
    first = charStart(line, begin > beforeMark ? begin - beforeMark : 0);
    last = charStart(line, std::min(first + longestLine, line.size()));
    end = std::min(end, last);
  }

  Excerpt excerpt;
  unsigned column = 0;
  if (first > 0)
    column = appendShown("…", column, excerpt.line);
  excerpt.markBegin = column = appendShown(line.slice(first, begin), column, excerpt.line);
  column = appendShown(line.slice(begin, end), column, excerpt.line);
  excerpt.markWidth = std::max(1u, column - excerpt.markBegin);
  appendShown(line.slice(end, last), column, excerpt.line);
  if (last < line.size())
    excerpt.line += "…";
  return excerpt;
}

void TextPrinter::printHead(Severity severity, StringRef slug, StringRef text) {
  std::string head = severityName(severity).str();
  if (!slug.empty())
    head += ("[" + slug + "]").str();
  printColored(head, colorOf(severity));
  os << ": " << makePrintable(text) << '\n';
}

/// The place, the line, and the mark below it. Of a range over several lines, the part on the first is marked.
void TextPrinter::printExcerpt(Location loc, char mark, raw_ostream::Colors color, StringRef label) {
  if (!loc.isValid())
    return;
  const SourceFile &file = sources.file(loc.file);
  auto [line, column] = file.position(loc.begin);
  Excerpt excerpt = makeExcerpt(file.lineText(line), column - 1, column - 1 + (loc.end - loc.begin));

  std::string number = llvm::utostr(line);
  std::string margin(number.size(), ' ');
  os << margin;
  printColored("-->", raw_ostream::BLUE);
  os << ' ' << makePrintable(file.name()) << ':' << line << ':' << column << '\n';
  printColored(margin + " |", raw_ostream::BLUE);
  os << '\n';
  printColored(number + " |", raw_ostream::BLUE);
  os << ' ' << StringRef(excerpt.line).rtrim() << '\n';
  printColored(margin + " |", raw_ostream::BLUE);
  os.indent(excerpt.markBegin + 1);
  printColored(std::string(excerpt.markWidth, mark), color);
  if (!label.empty())
    os << ' ' << makePrintable(label);
  os << '\n';
}

void TextPrinter::print(const Diagnostic &diagnostic) {
  printHead(diagnostic.severity, diagnostic.slug, diagnostic.text);
  printExcerpt(diagnostic.loc, '^', colorOf(diagnostic.severity), diagnostic.labelText);
  for (const Diagnostic::Note &note : diagnostic.notes) {
    printHead(Severity::Note, {}, note.text);
    printExcerpt(note.loc, '-', colorOf(Severity::Note), {});
  }
  if (diagnostic.helpText.empty())
    return;
  printColored("help", raw_ostream::GREEN);
  os << ": " << makePrintable(diagnostic.helpText) << '\n';
}

void kt::printText(const DiagEngine &diags, raw_ostream &os, bool color) {
  bool wasColored = os.colors_enabled();
  os.enable_colors(color);
  TextPrinter printer(diags.sourceManager(), os);
  bool isFirst = true;
  for (const Diagnostic &diagnostic : diags.diagnostics()) {
    if (!isFirst)
      os << '\n';
    isFirst = false;
    printer.print(diagnostic);
  }
  os.enable_colors(wasColored);
}

void kt::printDiagnostics(const DiagEngine &diags, raw_ostream &os, DiagFormat format, bool color) {
  switch (format) {
  case DiagFormat::Text: return printText(diags, os, color);
  case DiagFormat::Json: return printJson(diags, os);
  }
}
