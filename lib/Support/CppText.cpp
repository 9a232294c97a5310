// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "kt/Support/CppText.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"

using namespace kt;
using llvm::StringRef;

namespace {

bool isWordChar(char c) { return llvm::isAlnum(c) || c == '_'; }

class Scanner {
public:
  Scanner(StringRef text, CppText &result) : rest(text), result(result) {}

  void run() {
    while (!rest.empty() && result.fault.empty())
      scanToken();
    if (result.fault.empty() && !open.empty())
      fail("has a bracket that is not closed");
  }

private:
  void fail(StringRef what) {
    if (result.fault.empty())
      result.fault = what.str();
  }
  void scanToken();
  void scanWord();
  void scanNumber();
  void scanQuoted(char quote);
  void scanBracket(char bracket);
  void scanBlockComment();

  StringRef rest;
  CppText &result;
  llvm::SmallVector<char, 16> open;
};

// A prefix such as u8 is a word of its own here, but R"( )" has rules of its own.
void Scanner::scanWord() {
  StringRef word = rest.take_while(isWordChar);
  rest = rest.drop_front(word.size());
  result.words.insert(word);
  if (word == "_Pragma")
    fail("has a `_Pragma`");
  if (word.ends_with("R") && rest.starts_with("\""))
    fail("has a raw string");
}

// 1'000.5e-3f
void Scanner::scanNumber() {
  while (!rest.empty()) {
    bool isSign = rest.size() > 1 && llvm::StringRef("eEpP").contains(rest[0]) && (rest[1] == '+' || rest[1] == '-');
    bool isSeparator = rest.size() > 1 && rest[0] == '\'' && isWordChar(rest[1]);
    if (!isWordChar(rest[0]) && rest[0] != '.' && !isSeparator)
      return;
    rest = rest.drop_front(isSign || isSeparator ? 2 : 1);
  }
}

void Scanner::scanQuoted(char quote) {
  for (rest = rest.drop_front(); !rest.empty() && rest[0] != '\n'; rest = rest.drop_front()) {
    if (rest[0] == quote) {
      rest = rest.drop_front();
      return;
    }
    if (rest[0] == '\\')
      rest = rest.drop_front();
    if (rest.empty() || rest[0] == '\n')
      break;
  }
  fail("has a quote that is not closed on its line");
}

void Scanner::scanBracket(char bracket) {
  rest = rest.drop_front();
  size_t closing = StringRef(")]}").find(bracket);
  if (closing == StringRef::npos)
    return open.push_back(bracket);
  if (open.empty() || open.back() != "([{"[closing])
    return fail("has a bracket that closes none");
  open.pop_back();
}

void Scanner::scanBlockComment() {
  size_t end = rest.find("*/", 2);
  if (end == StringRef::npos)
    return fail("has a comment that is not closed");
  rest = rest.drop_front(end + 2);
}

void Scanner::scanToken() {
  char c = rest[0];
  if (rest.starts_with("//"))
    rest = rest.drop_until([](char c) { return c == '\n'; });
  else if (rest.starts_with("/*"))
    scanBlockComment();
  else if (llvm::isDigit(c) || (c == '.' && rest.size() > 1 && llvm::isDigit(rest[1])))
    scanNumber();
  else if (isWordChar(c))
    scanWord();
  else if (c == '"' || c == '\'')
    scanQuoted(c);
  else if (StringRef("()[]{}").contains(c))
    scanBracket(c);
  else if (c == '#' || rest.starts_with("%:"))
    fail("has a line for the preprocessor");
  else if (c == '\\' || static_cast<unsigned char>(c) >= 0x80 || rest.starts_with("<%") || rest.starts_with("%>"))
    fail("has a character that can't stand there");
  else
    rest = rest.drop_front();
}

/// Line ends apart, nothing that moves a cursor; no line that goes on in the next one.
StringRef faultOfCharacters(StringRef text) {
  for (char c : text)
    if ((static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7f)
      return "has a control character";
  return text.contains("\\\n") || text.ends_with("\\") ? "has a line that ends in a backslash" : "";
}

std::vector<std::string> unindent(StringRef text) {
  llvm::SmallVector<StringRef, 16> lines;
  text.split(lines, '\n');
  size_t indent = StringRef::npos;
  for (StringRef &line : lines) {
    line = line.rtrim();
    if (!line.empty())
      indent = std::min(indent, line.find_first_not_of(" \t"));
  }
  std::vector<std::string> result;
  for (StringRef line : lines)
    if (!line.empty() || !result.empty())
      result.push_back(line.drop_front(std::min(indent, line.size())).str());
  while (!result.empty() && result.back().empty())
    result.pop_back();
  return result;
}

} // namespace

CppText kt::readCppText(StringRef text) {
  CppText result;
  std::string plain;
  for (StringRef line : llvm::split(text, '\n')) {
    line.consume_back("\r");
    plain += (plain.empty() && line.data() == text.data() ? "" : "\n") + line.str();
  }
  result.fault = faultOfCharacters(plain).str();
  if (result.fault.empty())
    Scanner(plain, result).run();
  result.lines = unindent(plain);
  return result;
}
