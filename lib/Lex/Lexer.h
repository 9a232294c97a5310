// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The state of lexing one file. Where a fault was reported an Error token stands, by which the parser knows to say
// nothing about it.

#ifndef KT_LIB_LEX_LEXER_H
#define KT_LIB_LEX_LEXER_H

#include "kt/Lex/Lex.h"
#include "kt/Support/Diagnostics.h"
#include "llvm/ADT/StringExtras.h"

namespace kt {

class Lexer {
public:
  Lexer(FileId file, DiagEngine &diags);

  TokenBuffer run();

private:
  struct Indentation {
    uint32_t column;    // a tab goes to the next multiple of 8
    uint32_t tabColumn; // a tab counts as one
  };
  struct Bracket {
    char open;
    Location loc;
  };

  // Lex.cpp
  void lexToken();
  void lexNewline();
  void skipContinuation();
  void skipComment();
  void lexName();
  void lexStrayCharacter();
  bool recoverFromUnclosedBracket(TokenKind kind);
  void finish();

  // LexIndentation.cpp
  bool lexIndentation();
  Indentation measureIndentation();
  void applyIndentation(Indentation found, Location loc);
  void pushIndentation(Indentation found, Location loc);
  void popIndentations(Indentation found, Location loc);

  // LexPunctuation.cpp
  bool lexPunctuation();
  void openBracket(TokenKind kind);
  void closeBracket(TokenKind kind);

  // LexNumber.cpp
  void lexNumber();
  bool scanDigits(unsigned base);
  TokenKind scanDecimal();
  bool isNumberEnd() const;

  // LexString.cpp
  void lexString(uint32_t begin);
  void lexFString(uint32_t begin);
  void lexFStringText(const struct FStringShape &shape, bool inSpec);
  void lexReplacementField(const struct FStringShape &shape);

  // Identifier.cpp
  bool skipIdentifier();

  char peek(uint32_t ahead = 0) const { return position + ahead < text.size() ? text[position + ahead] : '\0'; }
  bool atEnd() const { return position >= text.size(); }
  bool atLineEnd() const { return atEnd() || peek() == '\n' || peek() == '\r'; }
  /// Steps over one line end, which \r\n is too.
  void skipLineEnd() { position += peek() == '\r' && peek(1) == '\n' ? 2 : 1; }

  Location from(uint32_t begin) const { return {file, begin, position}; }
  void emit(TokenKind kind, uint32_t begin) { tokens.push_back({kind, from(begin)}); }

  /// Reports at the text from `begin` on, and puts an Error token there.
  template <typename Info, typename... Holes>
  Diagnostic &fault(uint32_t begin, const Info &info, Holes... holes) {
    emit(TokenKind::Error, begin);
    return diags.report(from(begin), info, holes...);
  }
  /// Reports where a line is indented, and has the parser leave out the statement that begins there.
  template <typename Info, typename... Holes>
  Diagnostic &indentationFault(Location loc, const Info &info, Holes... holes) {
    tokens.push_back({TokenKind::Error, loc});
    return diags.report(loc, info, holes...);
  }
  void unclosedFault(const Bracket &bracket) {
    emit(TokenKind::Error, position);
    diags.report(bracket.loc, diag::UnclosedBracket, StringRef(&bracket.open, 1));
  }
  /// Ends the whole file here: nothing after this could be understood.
  void giveUp() {
    position = text.size();
    brackets.clear();
    fstringAbandoned = fstringDepth > 0;
  }

  DiagEngine &diags;
  const FileId file;
  const StringRef text; // never holds a NUL: `peek` uses it for the end
  uint32_t position = 0;
  uint32_t lineStart = 0;

  std::vector<Token> tokens;
  std::vector<Indentation> indentations{{0, 0}};
  std::vector<Bracket> brackets;
  unsigned fstringDepth = 0;
  bool fstringAbandoned = false; // every f-string being lexed ends here
};

inline bool isIdentifierChar(char character) {
  return llvm::isAlnum(character) || character == '_' || static_cast<unsigned char>(character) >= 0x80;
}

} // namespace kt

#endif
