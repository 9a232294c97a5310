// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A module and its functions; bodies are left to Lowering.

#include "kt/Lower/Lower.h"
#include "Lowering.h"

namespace kt {

llvm::SmallVector<const Type *, 4> leavesOf(const Type *type) {
  const auto *tuple = dyn_cast<TupleType>(type);
  if (!tuple)
    return {type};
  llvm::SmallVector<const Type *, 4> leaves;
  for (const Type *item : tuple->elements())
    leaves.append(leavesOf(item));
  return leaves;
}

static std::vector<const Type *> resultsOf(const CheckedFunction &source) {
  if (!source.result || source.result->isNone())
    return {};
  return ArrayRef(leavesOf(source.result)).vec();
}

/// What the user calls a variable; of a tuple, with the number of the value.
StringRef Lowering::leafName(const Variable &variable, unsigned number) {
  bool isTuple = isa<TupleType>(variable.type);
  return b.module().save(isTuple ? variable.name + "_" + llvm::Twine(number) : llvm::Twine(variable.name));
}

/// A parameter that the body assigns to is a variable of the function from its first line on: the caller's stays.
void Lowering::addParams() {
  for (const Variable *param : source.params) {
    for (auto [i, type] : llvm::enumerate(leavesOf(param->type))) {
      ir::Value *value = function.body.addArgument(type, leafName(*param, i));
      bool changes = plan.changing.contains(param);
      bindings[param].push_back(changes ? at(param->loc).var(type, value->name, value) : value);
    }
  }
}

/// The checker knows more of where control can go, such as that a loop over `range(3)` is entered. For those who do
/// not, a func ends in a return all the same.
void Lowering::closeEnd() {
  if (function.results.empty() || !fallsThrough(function.body))
    return;
  Values zeros;
  at(source.def->loc);
  for (const Type *type : function.results) {
    const auto *scalar = dyn_cast<ScalarType>(type);
    zeros.push_back(!scalar             ? b.construct(type, {})
                    : scalar->isFloat() ? b.constant(Constant::real(scalar, 0))
                                        : b.constant(Constant::integer(scalar, 0)));
  }
  b.returnOp(zeros);
}

void Lowering::run() {
  addParams();
  if (source.native) {
    at(source.def->loc).native(b.module().save(source.native->forward));
    function.effects = effectsOf(function);
    return;
  }
  lowerBlock(source.def->body);
  closeEnd();
  function.effects = effectsOf(function);
}

ir::Module lower(const CheckedModule &checked, TypeContext &types, const SourceManager &sources) {
  ir::Module module(types);
  module.structs = checked.structs;
  FunctionMap functions;
  for (const CheckedFunction *source : checked.functions) {
    auto function = std::make_unique<ir::Function>();
    function->kind = source->isKernel ? ir::Function::Kind::Kernel : ir::Function::Kind::Func;
    function->wantsAdjoint = source->wantsAdjoint;
    function->name = source->name;
    function->instance = source->instance;
    function->loc = source->def->loc;
    function->results = resultsOf(*source);
    functions[source] = function.get();
    Lowering(*source, module, *function, functions, sources).run();
    module.functions.push_back(std::move(function));
  }
  return module;
}

} // namespace kt
