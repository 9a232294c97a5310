// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "kt/Differentiate/Differentiate.h"
#include "InlineCalls.h"
#include "Obstacles.h"
#include "PlainForms.h"
#include "RemoveJumps.h"
#include "Reverser.h"
#include "TidyVariables.h"

using namespace kt;
using namespace kt::ir;

/// A kernel `adj_<name>` without a body.
static std::unique_ptr<Function> makeAdjoint(Function &kernel, Module &module) {
  auto adjoint = std::make_unique<Function>();
  adjoint->kind = Function::Kind::Kernel;
  adjoint->name = "adj_" + kernel.name;
  adjoint->instance = kernel.instance;
  adjoint->loc = kernel.loc;
  adjoint->threadRank = kernel.threadRank;
  adjoint->hash = kernel.hash;
  for (const auto &param : kernel.body.arguments())
    adjoint->body.addArgument(param->type, param->name);
  for (const auto &param : kernel.body.arguments())
    adjoint->body.addArgument(param->type, module.save("adj_" + param->name));
  return adjoint;
}

/// The adjoint, or what stands in the way of one.
static std::unique_ptr<Function> differentiate(Function &kernel, Module &module, std::optional<Obstacle> &obstacle) {
  ValueMap ignored;
  std::unique_ptr<Function> primal = clone(kernel, module, ignored);
  inlineCalls(*primal, module);
  removeJumps(*primal, module);
  usePlainForms(*primal, module);

  Activity activity(*primal);
  obstacle = findObstacle(*primal, activity);
  if (obstacle)
    return nullptr;
  ReversePlan plan = planReverse(*primal, activity);
  obstacle = findOverwritten(*primal, plan);
  if (obstacle)
    return nullptr;

  std::unique_ptr<Function> adjoint = makeAdjoint(kernel, module);
  Reverser reverser(*primal, *adjoint, module, activity, plan);
  reverser.run();
  tidyVariables(*adjoint, reverser.gradientVariables());
  adjoint->effects = effectsOf(*adjoint);
  return adjoint;
}

std::vector<Undifferentiated> kt::differentiate(Module &module) {
  std::vector<Undifferentiated> left;
  std::vector<std::unique_ptr<Function>> all;
  for (std::unique_ptr<Function> &owned : module.functions) {
    Function &function = *owned;
    all.push_back(std::move(owned));
    if (!function.isKernel() || function.primal || !function.wantsAdjoint)
      continue;
    std::optional<Obstacle> obstacle;
    std::unique_ptr<Function> adjoint = ::differentiate(function, module, obstacle);
    if (!adjoint) {
      left.push_back({&function, obstacle->loc, obstacle->reason, obstacle->other});
      continue;
    }
    adjoint->primal = &function;
    function.adjoint = adjoint.get();
    all.push_back(std::move(adjoint));
  }
  module.functions = std::move(all);
  return left;
}
