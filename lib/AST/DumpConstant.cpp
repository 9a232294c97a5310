// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "DumpConstant.h"
#include "kt/Support/Utf8.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"
#include <charconv>
#include <cmath>

using namespace kt;
using namespace kt::ast;
using llvm::raw_ostream;

/// As Python's repr(): the fewest digits that give the same value, an exponent below 1e-4 and from 1e16 on.
static void dumpFloat(double value, raw_ostream &os) {
  if (std::isinf(value)) {
    os << "inf";
    return;
  }
  char buffer[32]; // d.ddde+xx
  std::to_chars_result result = std::to_chars(buffer, std::end(buffer), value, std::chars_format::scientific);
  auto [mantissa, exponentText] = StringRef(buffer, result.ptr - buffer).split('e');
  exponentText.consume_front("+");
  int exponent = 0;
  exponentText.getAsInteger(10, exponent);
  std::string digits = (mantissa.take_front(1) + mantissa.drop_front(std::min<size_t>(2, mantissa.size()))).str();

  if (exponent < -4 || exponent >= 16) {
    os << mantissa << 'e' << (exponent < 0 ? '-' : '+') << llvm::format("%02d", std::abs(exponent));
  } else if (exponent < 0) {
    os << "0." << std::string(-exponent - 1, '0') << digits;
  } else {
    size_t whole = exponent + 1;
    if (digits.size() <= whole)
      digits.append(whole + 1 - digits.size(), '0');
    os << StringRef(digits).take_front(whole) << '.' << StringRef(digits).drop_front(whole);
  }
}

static void dumpEscaped(char32_t value, raw_ostream &os) { os << "\\u" << llvm::utohexstr(value, true, 4); }

static void dumpCharacter(char32_t value, raw_ostream &os) {
  switch (value) {
  case '"': os << "\\\""; return;
  case '\\': os << "\\\\"; return;
  case '\n': os << "\\n"; return;
  case '\r': os << "\\r"; return;
  case '\t': os << "\\t"; return;
  case '\b': os << "\\b"; return;
  case '\f': os << "\\f"; return;
  }
  if (value >= ' ' && value < 0x7F) {
    os << static_cast<char>(value);
  } else if (value < 0x10000) {
    dumpEscaped(value, os);
  } else {
    dumpEscaped(0xD800 + ((value - 0x10000) >> 10), os);
    dumpEscaped(0xDC00 + ((value - 0x10000) & 0x3FF), os);
  }
}

static void dumpText(StringRef text, raw_ostream &os) {
  os << '"';
  while (!text.empty()) {
    DecodedChar character = decodeUtf8(text);
    if (character.length == 0) { // a lone surrogate: three bytes, as if it were a character
      auto byte = [&](size_t index) { return static_cast<unsigned char>(text[index]) & 0x3Fu; };
      character = {char32_t(0xD000 | byte(1) << 6 | byte(2)), 3};
    }
    dumpCharacter(character.value, os);
    text = text.drop_front(character.length);
  }
  os << '"';
}

static void dumpBytes(StringRef bytes, raw_ostream &os) {
  os << "b\"";
  for (unsigned char byte : bytes)
    dumpCharacter(byte, os);
  os << '"';
}

static void dumpInteger(const llvm::APInt &value, raw_ostream &os) {
  unsigned words = llvm::APInt::getNumWords(value.getActiveBits());
  if (words <= 1) {
    os << value.getZExtValue();
    return;
  }
  // Word by word: APInt's own printing takes quadratic time.
  const uint64_t *data = value.getRawData();
  os << "0x" << llvm::utohexstr(data[words - 1], /*LowerCase=*/true);
  for (unsigned index = words - 1; index-- > 0;)
    os << llvm::utohexstr(data[index], /*LowerCase=*/true, 16);
}

void kt::ast::dumpValue(const Constant &node, raw_ostream &os) {
  switch (node.constantKind) {
  case Constant::None: os << "None"; break;
  case Constant::True: os << "True"; break;
  case Constant::False: os << "False"; break;
  case Constant::Ellipsis: os << "Ellipsis"; break;
  case Constant::Int: dumpInteger(*node.intValue, os); break;
  case Constant::Float: dumpFloat(node.floatValue, os); break;
  case Constant::Complex:
    dumpFloat(node.floatValue, os);
    os << 'j';
    break;
  case Constant::Str: dumpText(node.text, os); break;
  case Constant::Bytes: dumpBytes(node.text, os); break;
  }
}
