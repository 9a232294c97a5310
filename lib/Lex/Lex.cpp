// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Lexer.h"
#include "kt/Support/Utf8.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"

using namespace kt;

static TokenKind classifyName(StringRef name) {
  static const llvm::StringMap<TokenKind> keywords = {
#define KEYWORD(Name, Text) {Text, TokenKind::Name},
#define TOKEN(Name, Text)
#define PUNCTUATION(Name, Text)
#include "kt/Lex/Tokens.def"
  };
  constexpr size_t longestKeyword = 8;
  if (name.size() > longestKeyword)
    return TokenKind::Name;
  auto found = keywords.find(name);
  return found == keywords.end() ? TokenKind::Name : found->second;
}

/// The words that begin a statement and stand in no expression.
static bool isStatementOnly(TokenKind kind) {
  using enum TokenKind;
  constexpr TokenKind words[] = {KwAssert, KwBreak,   KwClass,  KwContinue, KwDef,      KwDel,
                                 KwExcept, KwFinally, KwGlobal, KwImport,   KwNonlocal, KwPass,
                                 KwRaise,  KwReturn,  KwTry,    KwWhile,    KwWith};
  return llvm::is_contained(words, kind);
}

Lexer::Lexer(FileId file, DiagEngine &diags) : diags(diags), file(file), text(diags.sourceManager().file(file).text()) {
  position = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  tokens.reserve(text.size() / 4 + 4);
}

TokenBuffer Lexer::run() {
  while (!atEnd()) {
    lineStart = position;
    if (!lexIndentation())
      continue;
    // One logical line. Its Newline is lexed only outside of all brackets.
    do
      lexToken();
    while (!atEnd() && tokens.back().kind != TokenKind::Newline);
    if (diags.atLimit())
      giveUp();
  }
  finish();
  return {file, std::move(tokens)};
}

void Lexer::lexToken() {
  while (peek() == ' ' || peek() == '\t' || peek() == '\f')
    ++position;
  if (atEnd())
    return;
  char next = peek();
  if (next == '\n' || next == '\r')
    return lexNewline();
  if (next == '#')
    return skipComment();
  if (next == '\\')
    return skipContinuation();
  if (llvm::isDigit(next) || (next == '.' && llvm::isDigit(peek(1))))
    return lexNumber();
  if (next == '"' || next == '\'')
    return lexString(position);
  if (isIdentifierChar(next))
    return lexName();
  if (!lexPunctuation())
    lexStrayCharacter();
}

void Lexer::lexNewline() {
  uint32_t begin = position;
  skipLineEnd();
  lineStart = position;
  if (brackets.empty())
    emit(TokenKind::Newline, begin);
}

void Lexer::skipComment() { position = std::min(text.find_first_of("\r\n", position), text.size()); }

void Lexer::skipContinuation() {
  uint32_t begin = position++;
  bool isJoined = atLineEnd() && !atEnd();
  if (isJoined)
    skipLineEnd();
  if (!isJoined || atEnd())
    fault(begin, diag::StrayBackslash);
}

void Lexer::lexName() {
  uint32_t begin = position;
  if (!skipIdentifier())
    return;
  StringRef name = text.slice(begin, position);
  if ((peek() == '"' || peek() == '\'') && name.size() <= 2) {
    std::string prefix = name.lower();
    if (prefix == "r" || prefix == "u" || prefix == "b" || prefix == "br" || prefix == "rb")
      return lexString(begin);
    if (prefix == "f" || prefix == "fr" || prefix == "rf")
      return lexFString(begin);
  }
  TokenKind kind = classifyName(name);
  if (kind != TokenKind::Name && !brackets.empty() && recoverFromUnclosedBracket(kind))
    return;
  emit(kind, begin);
}

/// A line inside brackets that begins with `def`, `return` or the like: the bracket was forgotten, and the statement
/// with it ends before this line.
bool Lexer::recoverFromUnclosedBracket(TokenKind kind) {
  uint32_t begin = position - spelling(kind).size();
  bool beginsLine = text.slice(lineStart, begin).trim(" \t\f").empty();
  if (!beginsLine || !isStatementOnly(kind))
    return false;
  position = lineStart;
  unclosedFault(brackets.back());
  brackets.clear();
  fstringAbandoned = fstringDepth > 0;
  emit(TokenKind::Newline, position);
  return true;
}

void Lexer::lexStrayCharacter() {
  uint32_t begin = position;
  position += decodeUtf8(text.substr(position)).length;
  fault(begin, diag::StrayCharacter, makePrintable(text.slice(begin, position)));
}

void Lexer::finish() {
  if (!brackets.empty())
    unclosedFault(brackets.back());
  if (!tokens.empty() && tokens.back().kind != TokenKind::Newline && tokens.back().kind != TokenKind::Dedent)
    emit(TokenKind::Newline, position);
  for (; indentations.size() > 1; indentations.pop_back())
    emit(TokenKind::Dedent, position);
  emit(TokenKind::EndOfFile, position);
}

// What a file must be before it has tokens
// ----------------------------------------

/// What a comment declares as the file's encoding, as in `# -*- coding: latin-1 -*-`.
static StringRef encodingIn(StringRef comment) {
  constexpr StringRef word = "coding";
  for (size_t found = 0; (found = comment.find(word, found)) != StringRef::npos; ++found) {
    StringRef rest = comment.drop_front(found + word.size());
    if (!rest.consume_front(":") && !rest.consume_front("="))
      continue;
    auto isNamePart = [](char letter) {
      return llvm::isAlnum(letter) || letter == '-' || letter == '_' || letter == '.';
    };
    if (StringRef name = rest.ltrim(" \t").take_while(isNamePart); !name.empty())
      return name;
  }
  return {};
}

/// The encoding that one of the first two lines declares; the first one must hold nothing but a comment then.
static StringRef declaredEncoding(const SourceFile &source) {
  for (unsigned line = 1; line <= 2 && line <= source.lineCount(); ++line) {
    StringRef text = source.lineText(line).ltrim(" \t\f");
    if (!text.empty() && text.front() != '#')
      break;
    if (StringRef encoding = encodingIn(text); !encoding.empty())
      return encoding;
  }
  return {};
}

static bool isUtf8Encoding(StringRef encoding) {
  std::string name = encoding.lower();
  llvm::replace(name, '_', '-');
  return name == "utf-8" || name == "utf8" || StringRef(name).starts_with("utf-8-");
}

static LogicalResult checkEncoding(FileId file, DiagEngine &diags) {
  const SourceFile &source = diags.sourceManager().file(file);
  StringRef text = source.text();
  auto at = [&](uint32_t offset) { return Location{file, offset, offset + 1}; };

  StringRef encoding = declaredEncoding(source);
  if (!encoding.empty() && !isUtf8Encoding(encoding) && !llvm::isASCII(text)) {
    uint32_t begin = encoding.data() - text.data();
    diags.report({file, begin, begin + uint32_t(encoding.size())}, diag::SourceEncoding, encoding)
        .help("save the file as UTF-8 and remove this comment");
    return failure();
  }
  if (std::optional<size_t> offset = findInvalidUtf8(text)) {
    diags.report(at(*offset), diag::NotUtf8, *offset).help("save the file as UTF-8");
    return failure();
  }
  if (size_t offset = text.find('\0'); offset != StringRef::npos) {
    diags.report(at(offset), diag::NulByte, offset);
    return failure();
  }
  return success();
}

FailureOr<TokenBuffer> kt::lex(FileId file, DiagEngine &diags) {
  if (failed(checkEncoding(file, diags)))
    return failure();
  return Lexer(file, diags).run();
}
