// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Parser.h"
#include "kt/Support/Utf8.h"

using namespace kt;

// Bounds the height of a tree, which later phases walk by recursion, and the depth of the recursion here.
static constexpr unsigned maxNesting = 1000;

Parser::Parser(const TokenBuffer &tokens, DiagEngine &diags)
    : diags(diags), file(tokens.file), source(diags.sourceManager().file(file).text()), first(tokens.tokens.data()),
      cursor(first), stopped{TokenKind::Error, {file, 0, 0}} {}

ast::Module Parser::parseModule() {
  llvm::SmallVector<Stmt *, 64> body;
  parseStmts(body, TokenKind::EndOfFile);
  ast::Module module;
  module.file = file;
  module.body = keep(body);
  module.arena = std::move(arena);
  module.wideIntegers = std::move(wideIntegers);
  return module;
}

FailureOr<ast::Module> kt::parse(const TokenBuffer &tokens, DiagEngine &diags) {
  return Parser(tokens, diags).parseModule();
}

Parser::Nesting::Nesting(Parser &parser) : parser(parser), heightOutside(parser.height) {
  parser.height = 0;
  if (++parser.depth > maxNesting)
    parser.fail(parser.foundLoc(), diag::NestedTooDeeply, "statements and expressions", maxNesting);
}

Parser::Nesting::~Nesting() {
  --parser.depth;
  parser.height = std::max(parser.height, heightOutside);
}

void Parser::growTree() {
  if (++height > maxNesting)
    fail(foundLoc(), diag::NestedTooDeeply, "expressions", maxNesting).help("give a name to a part of it");
}

// Statements in a row
// -------------------

void Parser::parseStmts(llvm::SmallVectorImpl<Stmt *> &out, TokenKind end) {
  while (!at(end) && !at(TokenKind::EndOfFile) && !diags.atLimit())
    parseStmt(out);
  if (diags.atLimit()) // whatever follows is not wanted any more
    while (!at(TokenKind::EndOfFile))
      ++cursor;
}

void Parser::parseStmt(llvm::SmallVectorImpl<Stmt *> &out) {
  if (at(TokenKind::Indent))
    return discardUnexpectedBlock();
  height = 0;
  if (Stmt *stmt = parseCompoundStmt())
    failed() ? recover() : out.push_back(stmt);
  else if (parseSimpleStmts(out); failed())
    recover();
}

/// `: statement`, or `:` and an indented block.
llvm::ArrayRef<ast::Stmt *> Parser::parseBlock(StringRef header) {
  Nesting nesting(*this);
  expect(TokenKind::Colon);
  List<Stmt *> body;
  if (!take(TokenKind::Newline)) {
    parseSimpleStmts(body);
  } else if (take(TokenKind::Indent)) {
    parseStmts(body, TokenKind::Dedent);
    take(TokenKind::Dedent);
  } else {
    fail({file, lastEnd - 1, lastEnd}, diag::MissingBlock, header);
    failAtLine();
  }
  return keep(body);
}

// After a mistake
// ---------------

/// Stops taking tokens. True if the mistake is one to report.
bool Parser::enterFailure() {
  if (cursor == &stopped)
    return false;
  resume = cursor;
  cursor = &stopped;
  if (speculating)
    return false;
  // The lexer has reported something on this line already?
  const Token *token = resume;
  while (token->kind != TokenKind::Newline && token->kind != TokenKind::EndOfFile && token->kind != TokenKind::Error)
    ++token;
  return token->kind != TokenKind::Error;
}

/// Steps over the statement that could not be read. If it was to have blocks, those are read for their own mistakes.
void Parser::recover() {
  ++droppedStmts;
  if (cursor == &stopped) // else it stands on an Error of the lexer
    cursor = resume;
  if (std::exchange(resumesAtLine, false))
    return;
  skipLine();
  auto atClause = [&] {
    return at(TokenKind::KwElif) || at(TokenKind::KwElse) || at(TokenKind::KwExcept) || at(TokenKind::KwFinally);
  };
  while (at(TokenKind::Indent) || atClause())
    at(TokenKind::Indent) ? discardBlock() : skipLine();
}

void Parser::skipLine() {
  while (!at(TokenKind::Newline) && !at(TokenKind::Indent) && !at(TokenKind::Dedent) && !at(TokenKind::EndOfFile))
    ++cursor;
  if (at(TokenKind::Newline))
    ++cursor;
}

void Parser::discardBlock() {
  ++cursor;
  List<Stmt *> discarded;
  parseStmts(discarded, TokenKind::Dedent);
  take(TokenKind::Dedent);
}

void Parser::discardUnexpectedBlock() {
  const Token &first = cursor[1];
  if (first.kind != TokenKind::Error) // whose indentation is already reported
    diags.report(first.loc, diag::UnexpectedIndentation).help("remove the blanks before it");
  ++droppedStmts;
  discardBlock();
}

/// What stands here, in words for a message.
std::string Parser::describeFound() const {
  switch (cursor->kind) {
  case TokenKind::EndOfFile:
  case TokenKind::Error:
  case TokenKind::Newline:
  case TokenKind::Indent:
  case TokenKind::Dedent:
  case TokenKind::FStringEnd: return "the " + spelling(cursor->kind).str();
  case TokenKind::String:
  case TokenKind::FStringStart: return "a string";
  default: // the kinds that are shown as they are written
    return "`" + text(*cursor).str() + "`";
  }
}

/// What is missing at the end of a line is missing behind its last token.
Location Parser::foundLoc() const {
  bool isLayout = cursor->kind <= TokenKind::Dedent;
  return isLayout ? Location{file, lastEnd, lastEnd} : cursor->loc;
}

Diagnostic &Parser::failExpected(StringRef what) {
  return fail(foundLoc(), diag::ExpectedToken, what, describeFound());
}

ast::Identifier Parser::expectName() {
  const Token &token = *cursor;
  if (take(TokenKind::Name))
    return {text(token), token.loc};
  Diagnostic &diagnostic = fail(foundLoc(), diag::ExpectedName, describeFound());
  if (isKeyword(token.kind))
    diagnostic.help(("`" + spelling(token.kind) + "` is a word of the language: choose another name").str());
  return {};
}
