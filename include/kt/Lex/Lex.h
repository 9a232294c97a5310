// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Text to tokens, as CPython's tokenizer does it: INDENT, DEDENT and NEWLINE included, comments dropped. Knows no
// grammar. Strings stay as written; the parser unescapes them. An f-string is an FStringStart, then FStringMiddle for
// its text and the tokens of its replacement fields, then an FStringEnd.

#ifndef KT_LEX_LEX_H
#define KT_LEX_LEX_H

#include "kt/Support/DiagEngine.h"
#include "kt/Support/Result.h"
#include <vector>

namespace llvm {
class raw_ostream;
}

namespace kt {

enum class TokenKind : uint8_t {
#define TOKEN(Name, Text) Name,
#include "kt/Lex/Tokens.def"
};

struct Token {
  TokenKind kind;
  Location loc;
};

/// How a kind is written, or what a person would call it: `+=`, `name`, `end of the line`.
StringRef spelling(TokenKind kind);
/// Whether a kind has one spelling only.
bool isKeyword(TokenKind kind);
bool isPunctuation(TokenKind kind);

/// The tokens of one file. Every line that holds any ends with a Newline, every Indent has its Dedent, and the last
/// token is EndOfFile; so it is after a fault too.
struct TokenBuffer {
  FileId file = FileId::None;
  std::vector<Token> tokens;
};

/// Reports every fault it finds and goes on; fails only where no tokens make sense (a NUL, bytes that are not UTF-8).
FailureOr<TokenBuffer> lex(FileId file, DiagEngine &diags);

/// One token a line: line:column, kind, text.
void dump(const TokenBuffer &tokens, const SourceManager &sources, llvm::raw_ostream &os);

} // namespace kt

#endif
