// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Legalized IR to Clang's nodes, with no decisions left to make.

#ifndef KT_LIB_EMIT_BUILD_H
#define KT_LIB_EMIT_BUILD_H

#include "ClangUnit.h"
#include "Names.h"
#include "TargetPolicy.h"
#include "kt/Emit/Emit.h"

namespace kt {

ClangUnit build(const ir::Module &module, const TargetPolicy &policy, RuntimeDecls &runtime,
                const SourceManager &sources, const EmitOptions &options);

/// What is the same for all functions of a unit: names, types, and the declarations so far.
class UnitBuilder {
public:
  UnitBuilder(const ir::Module &module, const TargetPolicy &policy, RuntimeDecls &runtime, const SourceManager &sources,
              const EmitOptions &options);

  ClangUnit run();

  clang::QualType typeOf(const Type *type);
  clang::CXXRecordDecl &recordOf(const StructType &type) { return *records.at(&type); }
  clang::FunctionDecl &declOf(const ir::Function &function) { return *functions.at(&function); }
  /// The struct that a function with several results returns.
  clang::CXXRecordDecl &resultsOf(const ir::Function &function) { return *resultRecords.at(&function); }
  /// What a call or a builtin with several results returns.
  clang::QualType tupleOf(const ir::Op &op);
  /// The source line of `loc`, to go behind the next statement; empty if the one before came from the same line.
  std::string commentFor(Location loc);
  void attach(const clang::Stmt &stmt, std::string comment) { unit.comments[&stmt] = std::move(comment); }
  void attachNative(const clang::Stmt &stmt, std::vector<std::string> lines) { unit.natives[&stmt] = std::move(lines); }

  const Names names;
  NodeFactory make;
  RuntimeDecls &runtime;

private:
  clang::QualType makeType(const Type *type);
  void buildStruct(const StructType &type);
  void buildResults(const ir::Function &function);
  void buildFunction(const ir::Function &function);
  clang::QualType resultType(const ir::Function &function);
  std::vector<clang::ParmVarDecl *> buildParams(const ir::Function &function);
  void buildEntry(const ir::Function &kernel);

  const ir::Module &module;
  const TargetPolicy &policy;
  const SourceManager &sources;
  const EmitOptions &options;
  ClangUnit unit;
  llvm::DenseMap<const Type *, clang::QualType> types;
  llvm::DenseMap<const StructType *, clang::CXXRecordDecl *> records;
  llvm::DenseMap<const ir::Function *, clang::CXXRecordDecl *> resultRecords;
  llvm::DenseMap<const ir::Function *, clang::CXXRecordDecl *> argStructs; // of kernels' entry points
  llvm::DenseMap<const ir::Function *, clang::FunctionDecl *> functions;
  unsigned lastLine = 0;
};

/// The statements and expressions of one function.
class BodyBuilder {
public:
  BodyBuilder(UnitBuilder &unit, const ir::Function &function, clang::FunctionDecl &decl);

  clang::Stmt *run();

private:
  using Stmts = llvm::SmallVector<clang::Stmt *, 16>;

  // BuildStmt.cpp
  clang::Stmt *buildRegion(const ir::Region &region);
  clang::Stmt *buildElse(const ir::Region &region);
  clang::Stmt *buildStmt(const ir::Op &op);
  clang::Stmt *buildLet(const ir::Op &op);
  clang::Stmt *buildVar(const ir::Op &op);
  clang::Stmt *buildStore(const ir::Op &op);
  clang::Stmt *buildIf(const ir::Op &op);
  clang::Stmt *buildFor(const ir::Op &op);
  clang::Stmt *buildWhile(const ir::Op &op);
  clang::Stmt *buildReturn(const ir::Op &op);
  clang::Stmt *buildCallStmt(const ir::Op &op);
  clang::Stmt *buildNative(const ir::Op &op);
  clang::Expr *continues(const ir::Op &loop, clang::VarDecl &induction);
  clang::Expr *advance(const ir::Op &loop, clang::VarDecl &induction);
  clang::VarDecl &declare(const ir::Value &value, bool isConst, clang::Expr *init);

  // BuildExpr.cpp
  clang::Expr *expr(const ir::Value &value);
  llvm::SmallVector<clang::Expr *, 4> exprs(ArrayRef<ir::Value *> values);
  clang::Expr *buildOp(const ir::Op &op);
  clang::Expr *buildConstant(const Constant &constant);
  clang::Expr *buildConstruct(const ir::Op &op);
  clang::Expr *buildCast(const ir::Op &op);
  clang::Expr *buildBuiltin(const ir::Op &op);
  clang::Expr *buildCall(const ir::Op &op);
  clang::Expr *buildElement(const ir::Op &op);
  clang::Expr *buildView(const ir::Op &op);
  clang::Expr *buildSlice(const ir::ViewAxis &slice);
  clang::Expr *buildConditional(const ir::Op &op);

  UnitBuilder &unit;
  NodeFactory &make;
  RuntimeDecls &runtime;
  const ir::Function &function;
  clang::ParmVarDecl *thread = nullptr;
  llvm::DenseMap<const ir::Value *, clang::VarDecl *> decls;
};

} // namespace kt

#endif
