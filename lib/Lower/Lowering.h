// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Lowers one function. LowerStmt.cpp, LowerExpr.cpp and LowerCall.cpp hold a part each.

#ifndef KT_LIB_LOWER_LOWERING_H
#define KT_LIB_LOWER_LOWERING_H

#include "VariablePlan.h"
#include "kt/Check/Check.h"
#include "kt/IR/IR.h"
#include "kt/Support/SourceManager.h"

namespace kt {

/// The types of what a value is made of in the IR, which has no tuples: those of its items, or its own.
llvm::SmallVector<const Type *, 4> leavesOf(const Type *type);

using FunctionMap = llvm::DenseMap<const CheckedFunction *, ir::Function *>;
using Values = llvm::SmallVector<ir::Value *, 4>;
Values resultsOf(const ir::Op &op);

class Lowering {
public:
  Lowering(const CheckedFunction &source, ir::Module &module, ir::Function &function, const FunctionMap &functions,
           const SourceManager &sources)
      : source(source), function(function), functions(functions), sources(sources), plan(planVariables(source)),
        b(module, function.body) {}
  void run();

private:
  const CheckedFunction &source;
  ir::Function &function;
  const FunctionMap &functions;
  const SourceManager &sources;
  VariablePlan plan;
  ir::Builder b;
  /// A value, or for a changing variable the reference to it; of a tuple, one for each value it is made of.
  llvm::DenseMap<const Variable *, Values> bindings;

  /// The builder, about to make an op for what stands at `loc`.
  ir::Builder &at(Location loc) {
    b.loc = loc;
    return b;
  }

  void addParams();
  void closeEnd();

  // Statements
  void lowerBlock(ArrayRef<ast::Stmt *> block);
  void lowerInto(ir::Region &region, ArrayRef<ast::Stmt *> block);
  void lower(const ast::Stmt &stmt);
  void lower(const ast::Assign &node);
  void lower(const ast::AugAssign &node);
  void lower(const ast::If &node);
  void lower(const ast::For &node);
  void lower(const ast::While &node);
  void lower(const ast::Return &node);
  void lower(const ast::Assert &node);
  void reverseRange(Values &bounds);
  void assign(const ast::Expr &target, ArrayRef<ir::Value *> values, Location stmt);
  void bind(const Variable &variable, ArrayRef<ir::Value *> values, Location stmt);
  void declare(const Variable &variable);

  // Expressions
  ir::Value *lowerValue(const ast::Expr &expr);
  ir::Value *lowerUnconverted(const ast::Expr &expr);
  ir::Value *lowerCondition(const ast::Expr &expr);
  /// One value for each of what a tuple is made of, those in it looked into; none of a call that returns nothing.
  Values lowerValues(const ast::Expr &expr);
  Values lowerItems(const ast::Subscript &node);
  Values lowerIfExp(const ast::IfExp &node);
  ir::Value *lowerPlace(const ast::Expr &expr);
  ir::Value *lowerPlace(const ast::Attribute &node);
  ir::Value *lowerPlace(const ast::Subscript &node);
  ir::Value *lowerUnary(const ast::UnaryOp &node);
  ir::Value *lowerBoolOp(const ast::BoolOp &node, ArrayRef<ast::Expr *> values);
  ir::Value *lowerCompare(const ast::Compare &node);
  ir::Value *lowerCompareRest(const ast::Compare &node, ir::Value *left, unsigned first);
  ir::Value *convert(ir::Value *value, const Type *type, Location loc);

  // Subscripts, and what an array knows of itself
  Values lowerIndices(const ast::Expr &slice);
  ir::Value *lowerArrayAccess(const ast::Subscript &node);
  ir::Value *lowerArrayAttribute(const ast::Attribute &node, const ast::Expr &array);
  /// An array, of a fixed one a view.
  ir::Value *lowerArray(const ast::Expr &expr);
  Values extentsOf(const ast::Expr &array, ArrayRef<unsigned> dimensions, Location loc);
  Values extentsOf(const ast::Expr &array, Location loc);
  /// Is this a slice of a vector, quaternion or matrix?
  bool takesSlice(const ast::Subscript &node) const;
  Values lowerComponents(const ast::Expr &index);
  Values placesOf(const ast::Subscript &node, ir::Value *base);
  /// One value of the scalars at `places`, and the other way around.
  ir::Value *gather(ArrayRef<ir::Value *> places, const Type *type, Location loc);
  void scatter(ArrayRef<ir::Value *> places, ir::Value *value, Location stmt);
  Values scalarsOf(ir::Value *value, Location loc);

  // Calls, and operators resolved to calls
  ir::Value *lowerCall(const ast::Expr &expr);
  Values lowerCallResults(const ast::Expr &expr, const Callee &callee);
  /// Places, and the copies of what is there that a builtin changes in their stead.
  using Copies = llvm::SmallVector<std::pair<ir::Value *, ir::Value *>, 2>;
  Values lowerArgs(const Callee &callee, Copies &copies);
  ir::Value *lowerChanged(const Callee &callee, unsigned arg, Copies &copies);
  void printText(const ast::Constant &text, Location loc);
  void lowerPrintf(const ast::Expr &expr, const Callee &callee);
  ir::Value *construct(const Type *type, ArrayRef<ir::Value *> args, Location loc);
  ir::Op &applyBuiltin(const Builtin &builtin, ArrayRef<ir::Value *> args, const Type *result, Location loc);
  ir::Value *apply(const Callee &callee, ArrayRef<ir::Value *> args, Location loc);

  const Type *typeOf(const ast::Expr &expr) const;
  StringRef leafName(const Variable &variable, unsigned number);
  const Callee &calleeOf(const ast::Node &node) const;
};

} // namespace kt

#endif
