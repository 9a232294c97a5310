// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "kt/Lex/Lex.h"
#include "kt/Support/Utf8.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/raw_ostream.h"

using namespace kt;

StringRef kt::spelling(TokenKind kind) {
  switch (kind) {
#define TOKEN(Name, Text)                                                                                              \
  case TokenKind::Name: return Text;
#include "kt/Lex/Tokens.def"
  }
  llvm_unreachable("no such kind of token");
}

bool kt::isKeyword(TokenKind kind) { return kind >= TokenKind::KwFalse; }

bool kt::isPunctuation(TokenKind kind) { return kind >= TokenKind::LeftParen && kind < TokenKind::KwFalse; }

static StringRef kindName(TokenKind kind) {
  switch (kind) {
#define TOKEN(Name, Text)                                                                                              \
  case TokenKind::Name: return #Name;
#include "kt/Lex/Tokens.def"
  }
  llvm_unreachable("no such kind of token");
}

void kt::dump(const TokenBuffer &tokens, const SourceManager &sources, llvm::raw_ostream &os) {
  for (const Token &token : tokens.tokens) {
    SourceFile::Position position = sources.position(token.loc);
    os << position.line << ':' << position.column << ' ' << kindName(token.kind);
    bool hasText = token.kind > TokenKind::Dedent;
    if (hasText)
      os << ' ' << makePrintable(sources.text(token.loc));
    os << '\n';
  }
}
