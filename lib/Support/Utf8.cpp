// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "kt/Support/Utf8.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/Unicode.h"

using namespace kt;
using llvm::StringRef;

DecodedChar kt::decodeUtf8(StringRef text) {
  auto *begin = reinterpret_cast<const llvm::UTF8 *>(text.data());
  if (*begin < 0x80)
    return {*begin, 1};
  unsigned length = llvm::getNumBytesForUTF8(*begin);
  const llvm::UTF8 *cursor = begin;
  llvm::UTF32 value = 0;
  // Strict conversion refuses surrogates too, which the check for legal sequences alone would let through.
  if (length <= text.size() && llvm::isLegalUTF8Sequence(begin, begin + length) &&
      llvm::convertUTF8Sequence(&cursor, begin + length, &value, llvm::strictConversion) == llvm::conversionOK)
    return {value, length};
  return {};
}

std::optional<size_t> kt::findInvalidUtf8(StringRef text) {
  for (size_t offset = 0; offset < text.size();) {
    if (static_cast<unsigned char>(text[offset]) < 0x80) {
      ++offset;
      continue;
    }
    DecodedChar character = decodeUtf8(text.substr(offset));
    if (character.length == 0)
      return offset;
    offset += character.length;
  }
  return std::nullopt;
}

void kt::appendUtf8(char32_t value, std::string &out) {
  auto push = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (value < 0x80)
    return push(value);
  if (value < 0x800) {
    push(0xC0 | value >> 6);
  } else if (value < 0x10000) {
    push(0xE0 | value >> 12);
    push(0x80 | (value >> 6 & 0x3F));
  } else {
    push(0xF0 | value >> 18);
    push(0x80 | (value >> 12 & 0x3F));
    push(0x80 | (value >> 6 & 0x3F));
  }
  push(0x80 | (value & 0x3F));
}

bool kt::isBidiControl(char32_t value) {
  return value == 0x061C || value == 0x200E || value == 0x200F || (value >= 0x202A && value <= 0x202E) ||
         (value >= 0x2066 && value <= 0x2069);
}

static bool isPlain(char character) { return character >= ' ' && character < 0x7F; }

std::string kt::makePrintable(StringRef text) {
  if (llvm::all_of(text, isPlain))
    return text.str();
  std::string out;
  while (!text.empty()) {
    DecodedChar character = decodeUtf8(text);
    if (character.length == 0) {
      out += "<" + llvm::utohexstr(static_cast<unsigned char>(text.front()), false, 2) + ">";
      text = text.drop_front();
      continue;
    }
    if (llvm::sys::unicode::isPrintable(character.value))
      out += text.take_front(character.length);
    else
      out += "<U+" + llvm::utohexstr(character.value, false, 4) + ">";
    text = text.drop_front(character.length);
  }
  return out;
}
