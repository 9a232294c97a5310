// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Builds one kernel. Expressions stand in ExprBuilder.cpp, motifs in Motifs*.cpp, the frame around them in
// KernelBuilder.cpp.

#ifndef KT_LIB_GENERATE_KERNELBUILDER_H
#define KT_LIB_GENERATE_KERNELBUILDER_H

#include "Instances.h"
#include "Scope.h"
#include "Text.h"
#include "kt/Generate/Generate.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace kt {

class KernelBuilder {
public:
  KernelBuilder(const Policy &policy, Category category, const InstanceTable &table, TypeContext &types,
                RandomStream random)
      : policy(policy), profile(policy.categories[size_t(category)]), table(table), types(types), random(random) {
    kernel.category = category;
  }

  GeneratedKernel build();

private:
  // Expressions: each makes text of exactly the type asked for; `depth` counts down the odds of growing further.
  Text expr(const Type *type, unsigned depth = 0);
  Text newValue(const Type *type, StringRef avoid = "", unsigned depth = 1);
  Text leaf(const Type *type, unsigned depth);
  Text variableLeaf(const Type *type);
  Text literal(const Type *type);
  Text positiveLiteral(const Type *type);
  Text smallLiteral(const ScalarType *type, Span span); // a whole number
  Text operation(const Type *type, unsigned depth);
  Text apply(const Instance &instance, unsigned depth);
  void makeDistinct(const Instance &instance, llvm::MutableArrayRef<Text> args);
  Text operatorText(StringRef name, ArrayRef<Text> args);
  Text construct(const Type *type, unsigned depth);
  Text conversion(const ScalarType *type);
  Text conditional(const Type *type, unsigned depth);
  Text condition(unsigned depth);
  Text comparison(unsigned depth);
  Text comparisonWith(const Symbol &index);
  Text helperCall(HelperFunc &func, unsigned depth);
  Text cast(const ScalarType *type, const Text &value);
  Text scalarFrom(const Text &value, const Type *from, const ScalarType *to);
  Text withUnread(Text value, const Type *type, size_t mark);
  Text inDomain(ParamDomain domain, const Type *type, Text arg);
  bool readSymbol(const Type *type, Text &out);
  bool readComponent(const ScalarType *type, Text &out);
  Text read(Symbol &symbol);
  Text elementOf(const Symbol &array);

  // Statements
#define MOTIF(Name) void motif##Name(unsigned depth);
#include "kt/Generate/Motifs.def"
  void motif(Motif which, unsigned depth);
  void block(unsigned depth);
  void nested(llvm::function_ref<void()> body);
  void line(const llvm::Twine &content);
  bool wouldFit() const { return lineCount < policy.maxLines; }
  Symbol &define(StringRef stem, const Type *type, const Text &value); // an empty stem: any name that fits the type
  Symbol &defineTotal(const Type *type);
  void defineNumericLocal();
  void wasAssigned(StringRef name);
  void wasUsed(StringRef name);
  void assign(const std::string &target, const Type *type, bool numericUpdate);
  void update(Symbol &target, size_t mark);
  void accumulate(const std::string &name, const Type *type, size_t mark);
  Symbol loopHeader();
  void loopJump();
  void nestLoops(unsigned levels, const std::string &total, const Type *type, unsigned depth);
  Symbol *pickCount();
  Symbol *pickLocal(llvm::function_ref<bool(const Symbol &)> fits);
  Symbol &numericLocal();
  Symbol &outerLocal();

  // The frame
  std::string helperStruct();
  std::string helperFunc();
  void declareParams();
  std::string addParam(const Type *type, Symbol::Role role);
  std::string signature();
  void writeBody();
  void threadIndices();
  void stores();

  // Types and names
  const Type *concrete(const TypeChoice &choice);
  const Type *choosePayload();
  const Type *payload();
  const ScalarType *payloadScalar();
  const ScalarType *floatPayload();
  const Type *elementType(StringRef array) const;
  std::string pickWord(ArrayRef<StringRef> words);
  std::string freshName(ArrayRef<StringRef> stems);
  std::string freshName(StringRef stem);
  std::string paramName(const Type *type, Symbol::Role role);
  std::string localName(const Type *type);
  std::string kernelName();

  const Policy &policy;
  const CategoryPolicy &profile;
  const InstanceTable &table;
  TypeContext &types;
  RandomStream random;
  GeneratedKernel kernel;
  Scope scope;
  std::string text; // of the function being written
  unsigned indent = 0;
  unsigned lineCount = 0;
  const Type *mainType = nullptr;
  const StructType *structType = nullptr;
  std::vector<std::string> indexNames;
  std::vector<std::string> outputArrays;
  std::vector<std::pair<std::string, const Type *>> params;
};

} // namespace kt

#endif
