// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Checks the body of one kernel or func, statement after statement, and fills its tables. An expression with a mistake
// has the error type, which silences what follows from it.

#ifndef KT_LIB_CHECK_FUNCTIONCHECKER_H
#define KT_LIB_CHECK_FUNCTIONCHECKER_H

#include "FlowState.h"
#include "Session.h"

namespace kt {

/// `start`, `start + step`, … `count` times.
struct ConstantRange {
  int64_t start;
  int64_t step;
  int64_t count;
};

class FunctionChecker {
public:
  FunctionChecker(Session &session, ModuleScope &scope, CheckedFunction &function);

  /// False if anything was reported, here or in a func that it needs.
  bool check(ArrayRef<Argument> args);
  /// What was said of a func with errors that it calls.
  DiagRange failedCallee;

private:
  // CheckFunction.cpp
  void declareParams(ArrayRef<Argument> args);
  void declareResult();
  void declareLocals(ArrayRef<ast::Stmt *> body);
  void declareTarget(const ast::Expr *target);
  unsigned declareLocal(StringRef name, Location loc);
  void checkReturns();

  // CheckStmt.cpp
  void checkBlock(ArrayRef<ast::Stmt *> body);
  void checkStmt(const ast::Stmt *stmt);
  void checkIf(const ast::If *stmt);
  void checkReturn(const ast::Return *stmt);
  void checkAssert(const ast::Assert *stmt);
  void checkExprStmt(const ast::ExprStmt *stmt);
  const Type *checkReturned(const ast::Return *stmt);
  void refuse(const ast::Stmt *stmt, StringRef what, StringRef help = {});

  // CheckLoop.cpp
  void checkWhile(const ast::While *stmt);
  void checkFor(const ast::For *stmt);
  void checkBreak(const ast::Stmt *stmt);
  std::optional<ConstantRange> checkRange(const ast::For *stmt);
  bool refuseElse(ArrayRef<ast::Stmt *> orelse, StringRef keyword);

  // UnrollLoop.cpp
  StaticValue whyNotUnrolled(const ast::For *stmt, StringRef target, const std::optional<ConstantRange> &range);
  void checkRounds(const ast::For *stmt, const ConstantRange &range);
  bool isStaticallyUsed(const ast::Node &node, StringRef name);

  // CheckAssign.cpp
  void checkAssign(const ast::Assign *stmt);
  void checkAnnAssign(const ast::AnnAssign *stmt);
  void checkAugAssign(const ast::AugAssign *stmt);
  void assignTuple(const ast::Expr *targets, ArrayRef<ast::Expr *> elts, const ast::Expr *value);
  void assignTo(const ast::Expr *target, const Type *type, const ast::Expr *value);
  void assignName(const ast::Name *target, const Type *type, const ast::Expr *value);
  bool takesAnotherRank(unsigned index, const Type *type) const;
  /// The type of a place that is stored to, an error if it is none.
  const Type *checkPlace(const ast::Expr *target);
  bool isKept(const ast::Expr *target);
  bool checkAtomic(const ast::AugAssign *stmt, const Type *target, const Type *value);

  // CheckExpr.cpp
  const Type *check(const ast::Expr *expr);
  /// The same for one that has to have a single value.
  const Type *checkValue(const ast::Expr *expr);
  /// Makes a truth value of it.
  void checkCondition(const ast::Expr *expr);
  const Type *checkUnrecorded(const ast::Expr *expr);
  const Type *checkTuple(const ast::Tuple *expr);
  const Type *checkLiteral(const ast::Constant *expr);
  const Type *checkName(const ast::Name *expr);
  const Type *checkIfExp(const ast::IfExp *expr);
  const Type *checkBoolOp(const ast::BoolOp *expr);
  const Type *refuseDepth(const ast::Expr *expr);
  const Type *refuseExpr(const ast::Expr *expr, StringRef what, StringRef help = {});
  /// A number, type, function … where a value is wanted.
  const Type *useStatic(const ast::Expr *expr, const StaticValue &value);
  const Type *useNumber(const ast::Expr *expr, const StaticValue &number, const ScalarType *type);
  const Type *reportUnknownName(const ast::Expr *expr, StringRef name);
  void reportUnset(const ast::Name *expr, const Variable &variable);
  void reportMissing(const ast::Expr *expr, const StaticValue &value);

  // CheckOperator.cpp
  const Type *checkBinOp(const ast::BinOp *expr);
  const Type *checkUnaryOp(const ast::UnaryOp *expr);
  /// `left op right`; records the callee under `node`.
  const Type *checkOperation(const ast::Node *node, ast::BinaryOperator op, Location opLoc, const ast::Expr *left,
                             const Type *leftType, const ast::Expr *right, const Type *rightType);
  bool checkScalarOperands(const ast::Node *node, ast::BinaryOperator op, const ast::Expr *left, const Type *leftType,
                           const ast::Expr *right, const Type *rightType);
  bool checkConstantOperand(ast::BinaryOperator op, const ast::Expr *right, const Type *leftType);
  const Type *callUserOperator(const ast::Node *node, StringRef name, const ast::Expr *left, const ast::Expr *right);
  const Type *checkNegativeLiteral(const ast::UnaryOp *expr, const ast::Constant *literal);

  // CheckCompare.cpp
  const Type *checkCompare(const ast::Compare *expr);
  void adaptConstants(ArrayRef<const ast::Expr *> operands);
  const Type *comparisonType(const ast::Compare *expr, ArrayRef<const ast::Expr *> operands);

  // CheckAccess.cpp
  const Type *checkAttribute(const ast::Attribute *expr);
  const Type *memberType(const ast::Attribute *expr, const Type *base);

  // CheckSubscript.cpp
  const Type *checkSubscript(const ast::Subscript *expr);
  const Type *indexArray(const ast::Subscript *expr, const ArrayType *array, ArrayRef<const ast::Expr *> indices);
  const Type *indexComposite(const ast::Subscript *expr, const Type *base, ArrayRef<const ast::Expr *> indices);
  const Type *indexTuple(const ast::Subscript *expr, const TupleType *tuple);
  bool isBeyondShape(const ast::Subscript *expr, const TupleType *shape);
  std::optional<unsigned> checkComponents(const ast::Expr *index, unsigned extent, const Type *type);
  unsigned checkComponentSlice(const ast::Slice *slice, unsigned extent, const Type *type);
  bool checkSlice(const ast::Slice *slice);
  bool checkIndex(const ast::Expr *index);
  bool checkComponentIndex(const ast::Expr *index, unsigned extent, const Type *type);

  // CheckCall.cpp
  const Type *checkCall(const ast::Call *expr);
  std::optional<StaticValue> calleeNamedBy(const ast::Expr *expr);
  const Type *callStatic(const ast::Call *expr, const StaticValue &callee);
  const Type *callWarpName(const ast::Call *expr, StringRef name);
  const Type *callPythonName(const ast::Call *expr, StringRef name);
  const Type *callThreadId(const ast::Call *expr);

  // CallFunc.cpp
  /// An overload that takes the arguments of a call.
  struct FuncMatch {
    FuncDecl *decl;
    llvm::SmallVector<const ast::Expr *, 4> exprs; // in the order of the parameters, defaults where nothing is given
    llvm::SmallVector<Argument, 4> args;           // what these are
  };
  using BindArguments = llvm::function_ref<bool(const FuncDecl &, llvm::SmallVectorImpl<const ast::Expr *> &)>;
  const Type *callFuncs(const ast::Call *expr, FuncGroup &group);
  bool checkArguments(const ast::Call *expr);
  std::optional<StaticValue> functionNamedBy(const ast::Expr *expr);
  std::optional<Argument> argumentAt(const FuncDecl &decl, unsigned index, const ast::Expr *expr);
  /// The overload to call: one of plain types before a generic one. `bind` puts the arguments in order.
  std::optional<FuncMatch> matchFuncs(FuncGroup &group, BindArguments bind);
  const Type *finishFuncCall(const ast::Node *node, FuncInstance &callee, ArrayRef<const ast::Expr *> exprs);
  void checkDefault(const FuncDecl &decl, const ast::Expr *value, const Type *type);
  const Type *reportNoFunc(const ast::Call *expr, FuncGroup &group);

  // CheckStatic.cpp
  const Type *callStaticForm(const ast::Call *expr);
  bool isStaticForm(const ast::Call *call);
  StaticValue evaluateInside(const ast::Expr *expr);
  bool isStaticCall(const ast::Expr *expr);
  const Type *callStatically(const ast::Call *call);

  // CheckBuiltin.cpp
  const Type *callBuiltin(const ast::Call *expr, StringRef name);
  bool isTypeName(const ast::Expr *expr);
  const Type *callBound(const ast::Call *expr, StringRef name);
  const Type *finishBuiltin(const ast::Call *expr, const Builtin &builtin, ArrayRef<const ast::Expr *> args,
                            ArrayRef<const Type *> argTypes, const Type *result);
  bool takesResult(const ast::Call *call, const ast::Expr *arg);
  std::string helpfulCast(StringRef name, ArrayRef<const ast::Expr *> args);
  const Type *reportNoOverload(Location loc, StringRef shown, StringRef name, ArrayRef<const ast::Expr *> args);

  // CheckPrint.cpp
  const Type *callPrintf(const ast::Call *expr);
  bool checkFormat(const ast::Call *expr, StringRef format);

  // CheckConstruct.cpp
  const Type *construct(const ast::Call *expr, const Type *type);
  const Type *castTo(const ast::Call *expr, const ScalarType *type, const ast::Expr *value);
  const Type *castNumber(const ast::Call *expr, const ScalarType *type, const ast::Expr *value);
  const Type *callCast(const ast::Call *expr);
  bool bindParts(const ast::Call *expr, const Type *type, llvm::SmallVectorImpl<const ast::Expr *> &parts,
                 ArrayRef<StringRef> others = {});
  const Type *finishConstruct(const ast::Call *expr, const Type *type, ArrayRef<const ast::Expr *> args);
  bool constructVector(const ast::Call *expr, const VectorType *type, ArrayRef<const ast::Expr *> args);
  bool constructMatrix(const ast::Call *expr, const MatrixType *type, ArrayRef<const ast::Expr *> args);
  bool constructTransform(const ast::Call *expr, const TransformType *type, ArrayRef<const ast::Expr *> args);
  bool constructQuaternion(const ast::Call *expr, const QuaternionType *type, ArrayRef<const ast::Expr *> args);
  const Type *constructStruct(const ast::Call *expr, const StructType *type);
  bool checkComponents(const Type *type, const ScalarType *scalar, ArrayRef<const ast::Expr *> args);
  /// The type that an expression in the place of a type names: `float`, `x.dtype`, `type(x)`; null after a report.
  const Type *typeNamedBy(const ast::Expr *expr);
  /// The same if it names one, else null without a report.
  const Type *valueType(const ast::Expr *expr);
  const ast::Expr *keyword(const ast::Call *expr, StringRef name) const;
  bool refuseKeywords(const ast::Call *expr, ArrayRef<StringRef> allowed = {});

  // CheckArray.cpp
  /// A plain array in the place of a fixed one; other types stay.
  const Type *decayed(const Type *type);
  /// Uses a fixed array as a plain one.
  void decay(const ast::Expr *arg);
  std::optional<llvm::SmallVector<const ast::Expr *, 3>> bindNamed(const ast::Call *expr, ArrayRef<StringRef> names);
  const Type *elementTypeNamedBy(const ast::Expr *dtype);
  const Type *callZeros(const ast::Call *expr);
  const Type *callArray(const ast::Call *expr);

  // CheckConstructForms.cpp
  bool checkTypeKeywords(const ast::Call *expr, const Type *type);
  const Type *callVector(const ast::Call *expr);
  const Type *callMatrix(const ast::Call *expr);
  const Type *callOfFloats(const ast::Call *expr, bool isTransform);
  const ScalarType *scalarOfForm(const ast::Call *expr, const ast::Expr *first);
  unsigned extentOf(const ast::Expr *expr);
  StaticValue numberHere(const ast::Expr *expr);

  // Small things
  // ------------

  template <typename... Holes>
  Diagnostic &error(Location loc, const DiagInfo<Holes...> &info, std::type_identity_t<Holes>... holes) {
    isValid = false;
    return session.diags.report(loc, info, holes...);
  }
  const Type *errorType() const { return types.error(); }
  StringRef text(const ast::Node *node) const { return session.text(node); }
  const Type *typeOf(const ast::Expr *expr) const { return function.types.lookup(expr); }
  const Constant *constantOf(const ast::Expr *expr) const {
    auto it = function.constants.find(expr);
    return it == function.constants.end() ? nullptr : &it->second;
  }
  const Type *setConstant(const ast::Expr *expr, Constant value);
  /// Uses a scalar as `type`: a constant becomes one of that type, another value is converted.
  void coerce(const ast::Expr *expr, const ScalarType *type);
  const Type *setCallee(const ast::Node *node, Callee callee);
  /// The number of the variable called `name`, or -1.
  int localIndex(StringRef name) const {
    auto it = locals.find(name);
    return it == locals.end() ? -1 : int(it->second);
  }
  bool isLocal(const ast::Expr *expr) const;
  /// What a name, or a dotted name, stands for if no variable is meant.
  std::optional<StaticValue> staticOf(const ast::Expr *expr);

  struct Loop {
    unsigned id;
    FlowState atBreak = FlowState::unreachable();
    FlowState atContinue = FlowState::unreachable();
  };
  /// Where a variable is first assigned, to explain why it may be unset later.
  struct LocalInfo {
    unsigned loopId = 0;  // the innermost loop, 0 for none
    unsigned blockId = 0; // the block of statements
    bool isLoopIndex = false;
    bool isAssigned = false;
  };

  Session &session;
  ModuleScope &scope;
  CheckedFunction &function;
  TypeContext &types;
  bool isValid = true;
  llvm::StringMap<unsigned> locals;
  llvm::StringMap<StaticValue> knownNames;      // parameters that are functions
  llvm::StringMap<StaticValue> unrolledIndices; // of the loops around that are unrolled
  std::vector<LocalInfo> localInfo;
  FlowState flow;
  std::vector<Location> skipped; // statements that no known test lets come about
  llvm::SmallVector<Loop, 4> loops;
  unsigned loopCount = 0;
  unsigned blockId = 0; // of the block that is being checked; the function's own is the first
  unsigned blockCount = 0;
  unsigned exprDepth = 0;
  const ast::Expr *unpacked = nullptr; // the value of `a, b = value`, while that is checked
  unsigned targetCount = 0;            // how many names it is for
  const ast::Return *firstReturn = nullptr;
  const TypeTemplate *declaredResult = nullptr;
};

/// What `len` gives for every value of `type`, where that is one number.
std::optional<unsigned> knownLength(const Type *type);
/// Does its last pair of brackets hold a slice?
bool isSliced(const ast::Expr *part);
/// The name under which Builtins.td declares an operator.
StringRef builtinName(ast::BinaryOperator op);

} // namespace kt

#endif
