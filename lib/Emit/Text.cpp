// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Text.h"
#include "kt/Support/Utf8.h"
#include "llvm/ADT/StringExtras.h"
#include <charconv>
#include <cmath>

using namespace kt;

/// As people write numbers: with an exponent only where there would be many zeros.
template <typename T>
static std::string spellReal(T value, T smallest, T largest) {
  bool isPlain = value == 0 || (value >= smallest && value < largest);
  char buffer[64];
  auto end = std::to_chars(buffer, buffer + sizeof(buffer), value,
                           isPlain ? std::chars_format::fixed : std::chars_format::scientific);
  std::string text(buffer, end.ptr);
  if (text.find_first_of(".e") == std::string::npos)
    text += ".0";
  return text;
}

std::string kt::spellFloat(float value) { return spellReal(value, 1e-5f, 1e9f) + 'f'; }
std::string kt::spellDouble(double value) { return spellReal(value, 1e-5, 1e15); }

static void appendOctal(unsigned char byte, std::string &out) {
  out += '\\';
  for (unsigned shift : {6, 3, 0})
    out += char('0' + (byte >> shift & 7));
}

std::string kt::spellString(StringRef text) {
  std::string out = "\"";
  for (char c : text) {
    switch (c) {
    case '\n': out += "\\n"; break;
    case '\t': out += "\\t"; break;
    case '"': out += "\\\""; break;
    case '\\': out += "\\\\"; break;
    case '?': out += out.back() == '?' ? "\\?" : "?"; break; // no trigraphs
    default:
      if (llvm::isPrint(c))
        out += c;
      else
        appendOctal(c, out); // always three digits, so that a digit may follow
    }
  }
  return out + '"';
}

std::string kt::makeCommentSafe(StringRef text) {
  static constexpr size_t longest = 100;
  std::string line = makePrintable(text.trim());
  for (char &c : line)
    if (c == '\t')
      c = ' ';
  if (line.size() > longest) {
    size_t cut = longest;
    while (cut && (line[cut] & 0xc0) == 0x80)
      --cut; // not within a character
    line.resize(cut);
    line += "...";
  }
  // The end of a comment of the other kind, and the beginning of a trigraph.
  for (StringRef pair : {"*/", "?\?"})
    for (size_t at; (at = line.find(pair)) != std::string::npos;)
      line.insert(at + 1, " ");
  // A backslash at the end of a line would draw the next one in.
  StringRef safe = StringRef(line).rtrim();
  while (safe.consume_back("\\"))
    safe = safe.rtrim();
  return safe.str();
}
