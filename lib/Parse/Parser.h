// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The state of parsing one file.
//
// After a mistake the parser stands on an Error token that nothing takes, so that every function under way comes to its
// end by itself; what they return is thrown away with the statement. No function has to ask whether the one it called
// went well, and results are never null.

#ifndef KT_LIB_PARSE_PARSER_H
#define KT_LIB_PARSE_PARSER_H

#include "Unescape.h"
#include "kt/Parse/Parse.h"
#include "kt/Support/Diagnostics.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/Twine.h"
#include <optional>

namespace kt {

class Parser {
public:
  Parser(const TokenBuffer &tokens, DiagEngine &diags);

  ast::Module parseModule();

private:
  template <typename T>
  using ArrayRef = llvm::ArrayRef<T>;
  using Expr = ast::Expr;
  using Stmt = ast::Stmt;
  template <typename T>
  using List = llvm::SmallVector<T, 8>;

  /// One level of nesting. The height of the trees finished inside counts towards that of the next one out.
  class Nesting {
  public:
    explicit Nesting(Parser &parser);
    ~Nesting();
    Nesting(const Nesting &) = delete;
    Nesting &operator=(const Nesting &) = delete;

  private:
    Parser &parser;
    unsigned heightOutside;
  };

  // Parse.cpp: statements in a row, and how to go on after a mistake
  void parseStmts(llvm::SmallVectorImpl<Stmt *> &out, TokenKind end);
  void parseStmt(llvm::SmallVectorImpl<Stmt *> &out);
  ArrayRef<Stmt *> parseBlock(StringRef header);
  void recover();
  void skipLine();
  void discardBlock();
  void discardUnexpectedBlock();
  bool enterFailure();
  std::string describeFound() const;
  Location foundLoc() const;
  Diagnostic &failExpected(StringRef what);
  void failExpectedNewLine();
  void failAtLine() { resumesAtLine = true; }

  // ParseStmt.cpp
  void parseSimpleStmts(llvm::SmallVectorImpl<Stmt *> &out);
  Stmt *parseSimpleStmt();
  Stmt *parseExprStmt();
  Stmt *parseAssign(uint32_t begin, Expr *first);
  Stmt *parseAugAssign(uint32_t begin, Expr *target, ast::BinaryOperator op);
  Stmt *parseAnnAssign(uint32_t begin, Expr *target, bool isParenthesized);
  Stmt *parseReturn();
  Stmt *parseDelete();
  Stmt *parseRaise();
  Stmt *parseAssert();
  Stmt *parseImport();
  Stmt *parseImportFrom();
  ast::Alias parseAlias(ast::Identifier name);
  ast::Identifier parseDottedName();
  ArrayRef<ast::Identifier> parseNames();
  Stmt *parseTypeAlias();
  template <typename Class>
  Stmt *parseScopeDeclaration();
  template <typename Class>
  Stmt *parseWord();

  // ParseCompound.cpp
  Stmt *parseCompoundStmt();
  Stmt *parseIf();
  Stmt *parseWhile();
  Stmt *parseFor(uint32_t begin, bool isAsync);
  Stmt *parseWith(uint32_t begin, bool isAsync);
  bool parseParenthesizedItems(List<ast::WithItem> &items);
  ast::WithItem parseWithItem();
  Stmt *parseTry();
  ast::ExceptHandler parseExceptHandler(bool isStar);
  ArrayRef<Stmt *> parseElse();
  Stmt *parseAsync();

  // ParseDef.cpp
  Stmt *parseDecorated();
  Stmt *parseFunctionDef(uint32_t begin, ArrayRef<Expr *> decorators, bool isAsync);
  Stmt *parseClassDef(ArrayRef<Expr *> decorators);
  ast::Params parseParams(TokenKind end, bool hasAnnotations);
  ast::Param parseParam(bool hasAnnotations, bool allowStarAnnotation = false);
  ArrayRef<ast::TypeParam> parseTypeParams();
  ast::TypeParam parseTypeParam();

  // ParseMatch.cpp, ParsePattern.cpp
  bool atMatchStmt() const;
  Stmt *parseMatch();
  ast::MatchCase parseMatchCase();
  ast::Pattern *makePattern(ast::PatternKind kind, uint32_t begin);
  ast::Identifier parseCapture();
  ast::Pattern *parseOpenPattern();
  ast::Pattern *parseStarOrPattern();
  ast::Pattern *parsePattern();
  ast::Pattern *parseOrPattern();
  ast::Pattern *parseClosedPattern();
  ast::Pattern *parseNamePattern();
  ast::Pattern *parseBracketPattern();
  ast::Pattern *parseMappingPattern();
  ast::Pattern *parseClassPattern(uint32_t begin, Expr *className);
  Expr *parsePatternLiteral();
  Expr *parsePatternNumber();
  Expr *parsePatternName();

  // ParseExpr.cpp: from the loosest to the tightest
  Expr *parseExprs();
  Expr *parseExprsOrYield();
  Expr *parseStarredOrExpr();
  Expr *parseStarredOrNamed();
  Expr *parseTuple(uint32_t begin, Expr *first, Expr *(Parser::*parseElement)());
  Expr *parseYield();
  Expr *parseNamed();
  Expr *parseExpr();
  Expr *parseLambda();
  Expr *parseOr();
  Expr *parseAnd();
  Expr *parseNot();
  Expr *parseComparison();
  std::optional<ast::CompareOperator> takeCompareOperator();
  Expr *parseBinary(unsigned minPrecedence = 1);
  Expr *parseUnary();
  Expr *parsePower();

  // ParseCall.cpp: what follows an atom
  Expr *parsePrimary();
  Expr *parseCall(uint32_t begin, Expr *func);
  void parseArguments(llvm::SmallVectorImpl<Expr *> &args, llvm::SmallVectorImpl<ast::Keyword> &keywords,
                      bool allowGenerator);
  Expr *parsePositionalArgument(uint32_t openBegin, bool allowGenerator, bool isFirst);
  Expr *parseSubscript(uint32_t begin, Expr *value);
  Expr *parseSliceOrStarred();
  Expr *parseSlice();

  // ParseAtom.cpp
  Expr *parseAtom();
  Expr *parseName();
  Expr *parseConstant(ast::Constant::Kind kind);
  Expr *parseParenthesized();
  Expr *parseListDisplay();
  Expr *parseBraces();
  Expr *parseDict(uint32_t begin, Expr *firstKey = nullptr, Expr *firstValue = nullptr);
  Expr *parseComprehension(uint32_t begin, ast::Comprehension::Form form, Expr *elt, Expr *value = nullptr);
  ArrayRef<ast::Generator> parseGenerators();
  bool atComprehension() const;
  void failExpectedExpression();

  // ParseNumber.cpp, ParseString.cpp
  Expr *parseNumber();
  Expr *parseInteger(uint32_t begin, StringRef digits);
  Expr *parseStrings();
  struct StringPart;
  void parseString(List<StringPart> &parts, bool isBytes);
  StringRef unescapeBody(StringRef body, StringStyle style);
  ArrayRef<Expr *> foldParts(const List<StringPart> &parts, bool keepsEmpty);
  void parseFString(List<StringPart> &parts);
  void parseFStringMiddle(List<StringPart> &parts, StringStyle style);
  void parseReplacementField(List<StringPart> &parts, bool isRaw);
  int parseConversion();
  Expr *parseFormatSpec(bool isRaw);

  // ParseTarget.cpp: what may stand on the left of `=`, after `for`, `as` and `del`
  Expr *parseTargets();
  Expr *parseTarget();
  void checkTarget(const Expr *target);
  void checkAugTarget(const Expr *target, StringRef op);
  void checkAnnTarget(const Expr *target);
  void checkDeleteTarget(const Expr *target);

  // Tokens
  bool at(TokenKind kind) const { return cursor->kind == kind; }
  bool atWord(StringRef word) const { return at(TokenKind::Name) && text(*cursor) == word; }
  TokenKind next() const { return at(TokenKind::Error) ? TokenKind::Error : cursor[1].kind; }
  bool failed() const { return at(TokenKind::Error); }
  /// The kind that stands `count` tokens back, if there are so many.
  TokenKind previous(unsigned count) const {
    return cursor - first < count ? TokenKind::Error : cursor[-int(count)].kind;
  }
  uint32_t begin() const { return cursor->loc.begin; }
  StringRef text(const Token &token) const { return source.slice(token.loc.begin, token.loc.end); }
  Location from(uint32_t begin) const { return {file, begin, std::max(begin, lastEnd)}; }
  bool take(TokenKind kind) {
    if (!at(kind))
      return false;
    if (kind > TokenKind::Dedent) // layout takes no part in ranges
      lastEnd = cursor->loc.end;
    ++cursor;
    return true;
  }
  /// Takes whatever stands here.
  void advance() {
    if (!failed())
      take(cursor->kind);
  }
  void expect(TokenKind kind) {
    if (!take(kind))
      failExpected(("`" + spelling(kind) + "`").str());
  }
  ast::Identifier expectName();

  /// Reports a mistake, unless it follows from one reported before, and stops taking tokens.
  template <typename... Holes>
  Diagnostic &fail(Location loc, const DiagInfo<Holes...> &info, std::type_identity_t<Holes>... holes) {
    if (!enterFailure())
      return silenced = {};
    return diags.report(loc, info, holes...);
  }

  /// A node from `begin` to the last token taken.
  template <typename Class>
  Class *make(uint32_t begin) {
    return make<Class>(from(begin));
  }
  template <typename Class>
  Class *make(Location loc) {
    if constexpr (std::is_base_of_v<Expr, Class>)
      growTree();
    return new (*arena) Class(loc);
  }
  void growTree();
  template <typename T>
  ArrayRef<T> keep(const llvm::SmallVectorImpl<T> &list) {
    return ArrayRef<T>(list).copy(*arena);
  }

  DiagEngine &diags;
  const FileId file;
  const StringRef source;
  std::unique_ptr<llvm::BumpPtrAllocator> arena = std::make_unique<llvm::BumpPtrAllocator>();
  std::vector<std::unique_ptr<llvm::APInt>> wideIntegers;

  const Token *const first;
  const Token *cursor;
  uint32_t lastEnd = 0; // of the last token taken that is not layout
  unsigned depth = 0;   // of this recursion
  unsigned height = 0;  // of the tallest tree finished on this level of nesting

  const Token stopped;           // stands in for the cursor after a mistake
  const Token *resume = nullptr; // where the mistake was seen
  bool resumesAtLine = false;    // the mistake was seen at the start of a statement that is itself in order
  bool speculating = false;      // a mistake only means that this reading is the wrong one
  unsigned droppedStmts = 0;
  Diagnostic silenced;
};

} // namespace kt

#endif
