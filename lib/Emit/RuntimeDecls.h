// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The runtime header as Clang has parsed it: where types and callees come from. Parsed once and kept; nodes built in
// its context stay until it is thrown away.

#ifndef KT_LIB_EMIT_RUNTIMEDECLS_H
#define KT_LIB_EMIT_RUNTIMEDECLS_H

#include "kt/Types/Type.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Frontend/CompilerInstance.h"
#include "llvm/ADT/StringMap.h"

namespace kt {

class RuntimeDecls {
public:
  RuntimeDecls();
  ~RuntimeDecls();
  RuntimeDecls(const RuntimeDecls &) = delete;

  clang::ASTContext &context() { return compiler->getASTContext(); }
  /// Some place in a file, for nodes that want one.
  clang::SourceLocation somewhere() const { return place; }
  /// Whether so much was built that a new one is due.
  bool hasGrown() const { return compiler->getASTContext().getASTAllocatedMemory() > sizeLimit; }

  /// A function by its full name: `wp::sin`, `printf`. Of several overloads any will do.
  clang::ValueDecl &function(StringRef name);
  /// How a name in namespace wp begins.
  clang::NestedNameSpecifierLoc qualifier() const { return wpQualifier; }

  /// A type of namespace wp that is not a template: `int8`, `vec3`, `thread_t`.
  clang::QualType named(StringRef name);
  clang::QualType arrayOf(const ArrayType &array, clang::QualType element);
  clang::QualType vectorOf(unsigned length, clang::QualType element);
  clang::QualType matrixOf(unsigned rows, unsigned columns, clang::QualType element);
  clang::QualType keptOf(const KeptType &kept);

  /// What a builtin with several results returns.
  clang::QualType tupleOf(ArrayRef<clang::QualType> elements);
  clang::FieldDecl &tupleMember(unsigned size, unsigned number);

  /// A member of a class or class template of namespace wp.
  clang::FieldDecl &member(StringRef record, StringRef name);

private:
  class ParseAction;
  clang::NamedDecl *find(const clang::DeclContext &scope, StringRef name);
  clang::NamedDecl &findInWp(StringRef name);
  clang::QualType specialize(StringRef name, ArrayRef<clang::TemplateArgument> arguments);
  clang::TemplateArgument integerArgument(unsigned value);

  static constexpr size_t sizeLimit = 64u << 20;

  std::string errors;
  std::unique_ptr<ParseAction> action;
  std::unique_ptr<clang::DiagnosticConsumer> consumer;
  std::unique_ptr<clang::CompilerInstance> compiler;
  clang::SourceLocation place;
  clang::NamespaceDecl *wp = nullptr;
  clang::NestedNameSpecifierLoc wpQualifier;
  llvm::StringMap<clang::ValueDecl *> functions;
  llvm::StringMap<clang::QualType> types;
};

} // namespace kt

#endif
