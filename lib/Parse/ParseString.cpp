// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Parser.h"
#include "Unescape.h"
#include "llvm/ADT/STLExtras.h"

using namespace kt;
using namespace kt::ast;

/// A piece of a string under construction: text, or a replacement field.
struct Parser::StringPart {
  Location loc;
  StringRef text;
  Expr *field = nullptr;
};

static StringRef prefixOf(StringRef written) {
  return written.take_while([](char c) { return llvm::isAlpha(c); });
}

/// What stands between the quotes of a string token.
static StringRef bodyOf(StringRef written) {
  StringRef quoted = written.drop_front(prefixOf(written).size());
  bool isTriple = quoted.size() >= 6 && quoted[1] == quoted[0] && quoted[2] == quoted[0];
  size_t quoteSize = isTriple ? 3 : 1;
  return quoted.drop_front(quoteSize).drop_back(quoteSize);
}

// "a" 'b' f"{c}": strings side by side are one
// --------------------------------------------
Expr *Parser::parseStrings() {
  uint32_t start = begin();
  StringRef firstPrefix = prefixOf(text(*cursor));
  bool isBytes = firstPrefix.contains_insensitive("b"), isFString = false;
  List<StringPart> parts;
  while (at(TokenKind::String) || at(TokenKind::FStringStart)) {
    if (prefixOf(text(*cursor)).contains_insensitive("b") != isBytes) {
      fail(cursor->loc, diag::MixedStrings);
    } else if (at(TokenKind::String)) {
      parseString(parts, isBytes);
    } else {
      isFString = true;
      parseFString(parts);
    }
  }

  ArrayRef<Expr *> values = foldParts(parts, /*keepsEmpty=*/!isFString);
  if (isFString) {
    auto *expr = make<JoinedStr>(start);
    expr->values = values;
    return expr;
  }
  if (values.empty()) // after a mistake
    return parseConstant(Constant::None);
  auto *expr = llvm::cast<Constant>(values.front());
  expr->constantKind = isBytes ? Constant::Bytes : Constant::Str;
  expr->hasUPrefix = firstPrefix == "u";
  return expr;
}

void Parser::parseString(List<StringPart> &parts, bool isBytes) {
  StringRef written = text(*cursor), body = bodyOf(written);
  Location loc = cursor->loc;
  take(TokenKind::String);
  bool isRaw = prefixOf(written).contains_insensitive("r");
  parts.push_back({loc, unescapeBody(body, {.isRaw = isRaw, .isBytes = isBytes, .isFString = false})});
}

/// The value of `body`, a part of the source; it is copied only if it differs from what is written.
StringRef Parser::unescapeBody(StringRef body, StringStyle style) {
  auto locOf = [&](StringRef part) {
    uint32_t start = part.data() - source.data();
    return Location{file, start, start + uint32_t(part.size())};
  };
  auto isForeign = [](char character) { return !llvm::isASCII(character); };
  if (style.isBytes && llvm::any_of(body, isForeign)) {
    StringRef foreign = body.drop_until(isForeign).take_while(isForeign);
    fail(locOf(foreign), diag::BytesNotAscii, foreign);
    return body;
  }
  if (body.find_first_of("\\\r{}") == StringRef::npos)
    return body;
  std::string value;
  if (std::optional<StringRef> bad = unescape(body, style, value))
    fail(locOf(*bad), diag::BadEscape, *bad).help("write `\\\\` for a backslash, or an `r` before the string");
  return StringRef(value).copy(*arena);
}

/// Neighbouring texts become one constant; in f-strings, one that is empty is left out.
ArrayRef<Expr *> Parser::foldParts(const List<StringPart> &parts, bool keepsEmpty) {
  List<Expr *> values;
  for (size_t index = 0; index < parts.size();) {
    if (Expr *field = parts[index].field) {
      values.push_back(field);
      ++index;
      continue;
    }
    size_t first = index;
    std::string joined;
    for (; index < parts.size() && !parts[index].field; ++index)
      joined += parts[index].text;
    if (joined.empty() && !keepsEmpty)
      continue;
    auto *constant = make<Constant>(parts[first].loc.to(parts[index - 1].loc));
    constant->constantKind = Constant::Str;
    constant->text = index - first == 1 ? parts[first].text : StringRef(joined).copy(*arena);
    values.push_back(constant);
  }
  return keep(values);
}

// f"text {value} text"
// --------------------
void Parser::parseFString(List<StringPart> &parts) {
  Nesting nesting(*this);
  bool isRaw = prefixOf(text(*cursor)).contains_insensitive("r");
  take(TokenKind::FStringStart);
  while (at(TokenKind::FStringMiddle) || at(TokenKind::LeftBrace)) {
    if (at(TokenKind::LeftBrace))
      parseReplacementField(parts, isRaw);
    else
      parseFStringMiddle(parts, {.isRaw = isRaw, .isBytes = false, .isFString = true});
  }
  expect(TokenKind::FStringEnd);
}

void Parser::parseFStringMiddle(List<StringPart> &parts, StringStyle style) {
  StringRef written = text(*cursor);
  Location loc = cursor->loc;
  take(TokenKind::FStringMiddle);
  // CPython counts only the first of two braces that end a text.
  if (written.ends_with("{{") || written.ends_with("}}"))
    --loc.end;
  parts.push_back({loc, unescapeBody(written, style)});
}

// {value = !conversion :spec}
// ---------------------------
// With `=`, what is written up to there becomes text before the value.
void Parser::parseReplacementField(List<StringPart> &parts, bool isRaw) {
  Nesting nesting(*this);
  uint32_t start = begin();
  take(TokenKind::LeftBrace);
  uint32_t valueBegin = lastEnd;
  Expr *value = parseExprsOrYield();
  bool isDebug = take(TokenKind::Equal);
  if (isDebug && !failed()) {
    Location loc{file, valueBegin, begin()};
    StringStyle asWritten{.isRaw = true, .isBytes = false, .isFString = false};
    parts.push_back({loc, unescapeBody(source.slice(loc.begin, loc.end), asWritten)});
  }
  int conversion = parseConversion();
  Expr *formatSpec = at(TokenKind::Colon) ? parseFormatSpec(isRaw) : nullptr;
  expect(TokenKind::RightBrace);

  auto *field = make<FormattedValue>(start);
  field->value = value;
  field->conversion = isDebug && conversion < 0 && !formatSpec ? 'r' : conversion;
  field->formatSpec = formatSpec;
  parts.push_back({field->loc, {}, field});
}

int Parser::parseConversion() {
  Location exclaim = cursor->loc;
  if (!take(TokenKind::Exclaim))
    return -1;
  Identifier name = expectName();
  bool isKnown = name.text == "s" || name.text == "r" || name.text == "a";
  if (!failed() && (!isKnown || name.loc.begin != exclaim.end))
    fail(exclaim.to(name.loc), diag::BadConversion, name.text).help("write `!s`, `!r` or `!a`");
  return isKnown ? name.text.front() : -1;
}

Expr *Parser::parseFormatSpec(bool isRaw) {
  uint32_t start = begin();
  take(TokenKind::Colon);
  List<StringPart> parts;
  while (at(TokenKind::FStringMiddle) || at(TokenKind::LeftBrace)) {
    if (at(TokenKind::LeftBrace))
      parseReplacementField(parts, isRaw);
    else
      parseFStringMiddle(parts, {.isRaw = isRaw, .isBytes = false, .isFString = false});
  }
  ArrayRef<Expr *> values = foldParts(parts, /*keepsEmpty=*/true);
  auto *expr = make<JoinedStr>(start);
  expr->values = values;
  return expr;
}
