// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Python 3.12 as written: the node classes and field names of Python's `ast` module. No types, no meaning, nothing
// folded. Nodes live as long as the Module's arena, are never changed after parsing, and each knows its range.

#ifndef KT_AST_AST_H
#define KT_AST_AST_H

#include "kt/Support/SourceManager.h"
#include "llvm/ADT/APInt.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Allocator.h"
#include "llvm/Support/Casting.h"
#include <memory>
#include <vector>

namespace llvm {
class raw_ostream;
}

namespace kt::ast {

using llvm::ArrayRef;
using llvm::cast;
using llvm::dyn_cast;
using llvm::isa;
using llvm::StringRef;

enum class NodeKind : uint8_t {
#define STMT(Class) Class,
#include "kt/AST/Nodes.def"
#define EXPR(Class) Class,
#include "kt/AST/Nodes.def"
};

class Node {
public:
  NodeKind kind() const { return nodeKind; }
  Location loc;

protected:
  Node(NodeKind kind, Location loc) : loc(loc), nodeKind(kind) {}

private:
  NodeKind nodeKind;
};

struct Stmt : Node {
  using Node::Node;
  static bool classof(const Node *node) { return node->kind() <= NodeKind::Continue; }
};
struct Expr : Node {
  using Node::Node;
  static bool classof(const Node *node) { return node->kind() >= NodeKind::BoolOp; }
};

// Gives a node class its kind, its constructor from a location, and its classof.
#define KT_NODE(Class, Base)                                                                                           \
  explicit Class(Location loc) : Base(NodeKind::Class, loc) {}                                                         \
  static bool classof(const Node *node) { return node->kind() == NodeKind::Class; }

/// A name where the grammar has a bare identifier: a parameter, a field, an attribute.
struct Identifier {
  StringRef text;
  Location loc;
};

enum class BoolOperator : uint8_t { And, Or };
enum class BinaryOperator : uint8_t {
  Add,
  Sub,
  Mult,
  MatMult,
  Div,
  Mod,
  Pow,
  LShift,
  RShift,
  BitOr,
  BitXor,
  BitAnd,
  FloorDiv
};
enum class UnaryOperator : uint8_t { Invert, Not, UAdd, USub };
enum class CompareOperator : uint8_t { Eq, NotEq, Lt, LtE, Gt, GtE, Is, IsNot, In, NotIn };

/// As a user writes it: `+`, `//`, `not in` …
StringRef spelling(BoolOperator op);
StringRef spelling(BinaryOperator op);
StringRef spelling(UnaryOperator op);
StringRef spelling(CompareOperator op);

// Pieces that are neither statement nor expression
// -------------------------------------------------

struct Param {
  Location loc; // of `name: annotation`; the default stands outside
  Identifier name;
  Expr *annotation = nullptr;
  Expr *defaultValue = nullptr;
};

struct Params {
  ArrayRef<Param> positionalOnly;
  ArrayRef<Param> positional;
  const Param *vararg = nullptr; // *args
  ArrayRef<Param> keywordOnly;
  const Param *kwarg = nullptr; // **kwargs
};

/// `name=value` in a call or class header; an empty name is `**value`.
struct Keyword {
  Location loc;
  Identifier name;
  Expr *value;
};

struct Alias { // import name as asName
  Location loc;
  Identifier name;   // dotted, written with no blanks in between
  Identifier asName; // empty text if there is none
};

struct WithItem {
  Expr *context;
  Expr *target = nullptr;
};

struct ExceptHandler {
  Location loc;
  Expr *type = nullptr;
  Identifier name;
  ArrayRef<Stmt *> body;
};

struct Generator { // for target in iter if …
  Expr *target;
  Expr *iter;
  ArrayRef<Expr *> ifs;
  bool isAsync = false;
};

enum class PatternKind : uint8_t { Value, Singleton, Sequence, Mapping, Class, Star, As, Or };
struct Pattern {
  PatternKind kind;
  Location loc;
  Expr *value = nullptr;           // Value, Singleton; the class of Class
  Identifier name;                 // Star, As; the rest of Mapping
  ArrayRef<Pattern *> patterns;    // Sequence, Class, Or, Mapping; the one of As
  ArrayRef<Expr *> keys;           // Mapping
  ArrayRef<Identifier> kwdNames;   // Class
  ArrayRef<Pattern *> kwdPatterns; // Class
};

struct MatchCase {
  Pattern *pattern;
  Expr *guard = nullptr;
  ArrayRef<Stmt *> body;
};

struct TypeParam {
  enum Kind : uint8_t { TypeVar, ParamSpec, TypeVarTuple } kind;
  Location loc;
  Identifier name;
  Expr *bound = nullptr;
};

// Statements
// ----------

struct FunctionDef : Stmt {
  KT_NODE(FunctionDef, Stmt)
  Identifier name;
  ArrayRef<Expr *> decorators;
  ArrayRef<TypeParam> typeParams;
  Params params;
  Expr *returns = nullptr;
  ArrayRef<Stmt *> body;
  bool isAsync = false;
  bool isBroken = false; // a statement inside could not be read and is missing: never translate this
};

struct ClassDef : Stmt {
  KT_NODE(ClassDef, Stmt)
  Identifier name;
  ArrayRef<Expr *> decorators;
  ArrayRef<TypeParam> typeParams;
  ArrayRef<Expr *> bases;
  ArrayRef<Keyword> keywords;
  ArrayRef<Stmt *> body;
  bool isBroken = false; // as in FunctionDef
};

struct Return : Stmt {
  KT_NODE(Return, Stmt)
  Expr *value = nullptr;
};

struct Delete : Stmt {
  KT_NODE(Delete, Stmt)
  ArrayRef<Expr *> targets;
};

struct Assign : Stmt {
  KT_NODE(Assign, Stmt)
  ArrayRef<Expr *> targets; // more than one in `a = b = value`
  Expr *value;
};

struct TypeAlias : Stmt { // type X = …
  KT_NODE(TypeAlias, Stmt)
  Expr *name;
  ArrayRef<TypeParam> typeParams;
  Expr *value;
};

struct AugAssign : Stmt {
  KT_NODE(AugAssign, Stmt)
  Expr *target;
  BinaryOperator op;
  Expr *value;
};

struct AnnAssign : Stmt {
  KT_NODE(AnnAssign, Stmt)
  Expr *target;
  Expr *annotation;
  Expr *value = nullptr;
  bool isSimple = true; // the target is a bare name
};

struct For : Stmt {
  KT_NODE(For, Stmt)
  Expr *target;
  Expr *iter;
  ArrayRef<Stmt *> body;
  ArrayRef<Stmt *> orelse;
  bool isAsync = false;
};

struct While : Stmt {
  KT_NODE(While, Stmt)
  Expr *test;
  ArrayRef<Stmt *> body;
  ArrayRef<Stmt *> orelse;
};

struct If : Stmt { // elif is an If alone in orelse
  KT_NODE(If, Stmt)
  Expr *test;
  ArrayRef<Stmt *> body;
  ArrayRef<Stmt *> orelse;
};

struct With : Stmt {
  KT_NODE(With, Stmt)
  ArrayRef<WithItem> items;
  ArrayRef<Stmt *> body;
  bool isAsync = false;
};

struct Match : Stmt {
  KT_NODE(Match, Stmt)
  Expr *subject;
  ArrayRef<MatchCase> cases;
};

struct Raise : Stmt {
  KT_NODE(Raise, Stmt)
  Expr *exc = nullptr;
  Expr *cause = nullptr;
};

struct Try : Stmt {
  KT_NODE(Try, Stmt)
  ArrayRef<Stmt *> body;
  ArrayRef<ExceptHandler> handlers;
  ArrayRef<Stmt *> orelse;
  ArrayRef<Stmt *> finalbody;
  bool isStar = false; // except*
};

struct Assert : Stmt {
  KT_NODE(Assert, Stmt)
  Expr *test;
  Expr *msg = nullptr;
};

struct Import : Stmt {
  KT_NODE(Import, Stmt)
  ArrayRef<Alias> names;
};

struct ImportFrom : Stmt {
  KT_NODE(ImportFrom, Stmt)
  StringRef module;      // dotted; empty in `from . import x`
  ArrayRef<Alias> names; // one alias named `*` for a star import
  unsigned level = 0;    // leading dots
};

struct Global : Stmt {
  KT_NODE(Global, Stmt)
  ArrayRef<Identifier> names;
};

struct Nonlocal : Stmt {
  KT_NODE(Nonlocal, Stmt)
  ArrayRef<Identifier> names;
};

struct ExprStmt : Stmt {
  KT_NODE(ExprStmt, Stmt)
  Expr *value;
};

struct Pass : Stmt {
  KT_NODE(Pass, Stmt)
};
struct Break : Stmt {
  KT_NODE(Break, Stmt)
};
struct Continue : Stmt {
  KT_NODE(Continue, Stmt)
};

// Expressions. The range of an expression never includes parentheses around it.
// -----------------------------------------------------------------------------

struct BoolOp : Expr { // `a and b and c` is one node of three values
  KT_NODE(BoolOp, Expr)
  BoolOperator op;
  ArrayRef<Expr *> values;
};

struct NamedExpr : Expr { // walrus
  KT_NODE(NamedExpr, Expr)
  Expr *target;
  Expr *value;
};

struct BinOp : Expr {
  KT_NODE(BinOp, Expr)
  Expr *left;
  BinaryOperator op;
  Location opLoc;
  Expr *right;
};

struct UnaryOp : Expr {
  KT_NODE(UnaryOp, Expr)
  UnaryOperator op;
  Expr *operand;
};

struct Lambda : Expr {
  KT_NODE(Lambda, Expr)
  Params params;
  Expr *body;
};

struct IfExp : Expr {
  KT_NODE(IfExp, Expr)
  Expr *test;
  Expr *body;
  Expr *orelse;
};

struct Dict : Expr {
  KT_NODE(Dict, Expr)
  ArrayRef<Expr *> keys; // null for **value
  ArrayRef<Expr *> values;
};

struct Set : Expr {
  KT_NODE(Set, Expr)
  ArrayRef<Expr *> elts;
};

struct Comprehension : Expr {
  KT_NODE(Comprehension, Expr)
  enum Form : uint8_t { ListComp, SetComp, DictComp, GeneratorExp } form;
  Expr *elt;             // the key of a DictComp
  Expr *value = nullptr; // DictComp only
  ArrayRef<Generator> generators;
};

struct Await : Expr {
  KT_NODE(Await, Expr)
  Expr *value;
};

struct Yield : Expr {
  KT_NODE(Yield, Expr)
  Expr *value = nullptr;
  bool isFrom = false;
};

struct Compare : Expr { // `a < b <= c`: one left, two ops, two comparators
  KT_NODE(Compare, Expr)
  Expr *left;
  ArrayRef<CompareOperator> ops;
  ArrayRef<Expr *> comparators;
};

struct Call : Expr {
  KT_NODE(Call, Expr)
  Expr *func;
  ArrayRef<Expr *> args; // may hold Starred
  ArrayRef<Keyword> keywords;
};

struct JoinedStr : Expr { // f-string: Constant and FormattedValue
  KT_NODE(JoinedStr, Expr)
  ArrayRef<Expr *> values;
};

struct FormattedValue : Expr {
  KT_NODE(FormattedValue, Expr)
  Expr *value;
  int conversion = -1;        // 's', 'r', 'a' or -1
  Expr *formatSpec = nullptr; // a JoinedStr
};

struct Constant : Expr {
  KT_NODE(Constant, Expr)
  enum Kind : uint8_t { None, True, False, Ellipsis, Int, Float, Complex, Str, Bytes } constantKind;
  // Int: the exact value, as wide as it needs. Float and Complex: the (imaginary) value as a double, the text as
  // written. Str and Bytes: the value after escapes; lone surrogates as CPython's "surrogatepass" UTF-8.
  const llvm::APInt *intValue = nullptr;
  double floatValue = 0;
  StringRef text;
  bool hasUPrefix = false;
};

struct Attribute : Expr {
  KT_NODE(Attribute, Expr)
  Expr *value;
  Identifier attr;
};

struct Subscript : Expr { // `a[i, j]` has a Tuple as slice
  KT_NODE(Subscript, Expr)
  Expr *value;
  Expr *slice;
};

struct Starred : Expr {
  KT_NODE(Starred, Expr)
  Expr *value;
};

struct Name : Expr {
  KT_NODE(Name, Expr)
  StringRef id;
};

struct List : Expr {
  KT_NODE(List, Expr)
  ArrayRef<Expr *> elts;
};

struct Tuple : Expr {
  KT_NODE(Tuple, Expr)
  ArrayRef<Expr *> elts;
};

struct Slice : Expr {
  KT_NODE(Slice, Expr)
  Expr *lower = nullptr;
  Expr *upper = nullptr;
  Expr *step = nullptr;
};

#undef KT_NODE

/// One parsed file. Owns every node, list and unescaped string in it.
struct Module {
  FileId file = FileId::None;
  ArrayRef<Stmt *> body;
  std::unique_ptr<llvm::BumpPtrAllocator> arena;
  std::vector<std::unique_ptr<llvm::APInt>> wideIntegers; // those that own memory, which an arena would not free
};

/// Prints the tree, one node a line:
///
///     value: BinOp 7:12-20 op=Mult
///       left: Name 7:12-13 id=a
///       right: Constant 7:16-20 value=2.5
///
/// A node's class, fields and their order are those of Python's `ast`; so is its range, but columns count from 1. A
/// list repeats its field's name; what is absent or empty, and `ctx`, is left out. Text stands in JSON quotes, pure
/// ASCII.
void dump(const Module &module, const SourceManager &sources, llvm::raw_ostream &os);
void dump(const Node &node, const SourceManager &sources, llvm::raw_ostream &os);

} // namespace kt::ast

#endif
