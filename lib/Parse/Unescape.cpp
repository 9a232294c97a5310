// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Unescape.h"
#include "kt/Support/Utf8.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Unicode.h"

using namespace kt;
using llvm::StringRef;

namespace {

class Unescaper {
public:
  Unescaper(StringRef text, StringStyle style, std::string &out) : rest(text), style(style), out(out) {}

  std::optional<StringRef> run();

private:
  bool takeEscape();
  bool takeHex(unsigned digits);
  bool takeOctal();
  bool takeNamed();
  bool push(char32_t value) {
    style.isBytes ? out.push_back(static_cast<char>(value)) : appendUtf8(value, out);
    return true;
  }

  StringRef rest;
  StringStyle style;
  std::string &out;
};

} // namespace

std::optional<StringRef> Unescaper::run() {
  while (!rest.empty()) {
    size_t plain = std::min(rest.find_first_of(style.isFString ? "\\\r{}" : "\\\r"), rest.size());
    out += rest.take_front(plain);
    rest = rest.drop_front(plain);
    if (rest.empty())
      break;
    StringRef start = rest;
    char special = rest.front();
    rest = rest.drop_front();
    if (special == '\r') {
      rest.consume_front("\n");
      out += '\n';
    } else if (special != '\\') {
      out += special;
      rest.consume_front(StringRef(&special, 1));
    } else if (style.isRaw) {
      out += special;
    } else if (!takeEscape()) {
      return start.drop_back(rest.size());
    }
  }
  return std::nullopt;
}

/// Behind the backslash. On failure, `rest` begins behind what made the escape wrong.
bool Unescaper::takeEscape() {
  char escape = rest.empty() ? '\0' : rest.front();
  if (escape >= '0' && escape <= '7')
    return takeOctal();
  rest = rest.drop_front(!rest.empty());
  switch (escape) {
  case '\n': return true;
  case '\r': rest.consume_front("\n"); return true;
  case '\\':
  case '\'':
  case '"': return push(escape);
  case 'a': return push('\a');
  case 'b': return push('\b');
  case 'f': return push('\f');
  case 'n': return push('\n');
  case 'r': return push('\r');
  case 't': return push('\t');
  case 'v': return push('\v');
  case 'x': return takeHex(2);
  case 'u':
  case 'U':
  case 'N':
    if (!style.isBytes)
      return escape == 'N' ? takeNamed() : takeHex(escape == 'u' ? 4 : 8);
    break;
  }
  // No escape at all: the backslash stays, and what follows is read as if it were not there.
  out += '\\';
  if (escape != '\0')
    rest = StringRef(rest.data() - 1, rest.size() + 1);
  return true;
}

bool Unescaper::takeHex(unsigned digits) {
  uint64_t value = 0;
  for (unsigned index = 0; index < digits; ++index) {
    if (rest.empty() || !llvm::isHexDigit(rest.front()))
      return false;
    value = value * 16 + llvm::hexDigitValue(rest.front());
    rest = rest.drop_front();
  }
  constexpr uint64_t lastCharacter = 0x10FFFF;
  return value <= lastCharacter && push(value);
}

bool Unescaper::takeOctal() {
  char32_t value = 0;
  for (unsigned index = 0; index < 3 && !rest.empty() && rest.front() >= '0' && rest.front() <= '7'; ++index) {
    value = value * 8 + (rest.front() - '0');
    rest = rest.drop_front();
  }
  return push(value);
}

bool Unescaper::takeNamed() {
  size_t close = rest.find('}');
  if (!rest.starts_with("{") || close == StringRef::npos)
    return false;
  std::string name = rest.slice(1, close).upper();
  rest = rest.drop_front(close + 1);
  std::optional<char32_t> value = llvm::sys::unicode::nameToCodepointStrict(name);
  return value && push(*value);
}

std::optional<StringRef> kt::unescape(StringRef text, StringStyle style, std::string &out) {
  return Unescaper(text, style, out).run();
}
