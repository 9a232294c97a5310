// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Loops whose index stands in a `wp.static(…)`: each round is a copy of the body, in which the index is known.

#include "FunctionChecker.h"
#include "kt/AST/Children.h"
#include "kt/AST/Clone.h"

using namespace kt;
using namespace kt::ast;

static constexpr unsigned maxUnrolledRounds = 256;

static bool mentions(const Node &node, StringRef name) {
  if (const auto *mention = dyn_cast<Name>(&node))
    return mention->id == name;
  bool found = false;
  forEachChild(node, [&](const Node &child) { found = found || mentions(child, name); });
  return found;
}

/// Does a `wp.static(…)` below `node` need the value of `name`?
bool FunctionChecker::isStaticallyUsed(const Node &node, StringRef name) {
  if (const auto *call = dyn_cast<Call>(&node); call && isStaticForm(call))
    return mentions(*call->args[0], name);
  bool found = false;
  forEachChild(node, [&](const Node &child) { found = found || isStaticallyUsed(child, name); });
  return found;
}

static bool assigns(const Expr *target, StringRef name) { return isa<Name, Tuple>(target) && mentions(*target, name); }

/// Does the body of a loop, or a loop in it, assign the index anew?
static bool assigns(ArrayRef<Stmt *> block, StringRef name) {
  return llvm::any_of(block, [&](const Stmt *stmt) {
    bool found = false;
    if (const auto *assign = dyn_cast<Assign>(stmt))
      found = llvm::any_of(assign->targets, [&](const Expr *target) { return assigns(target, name); });
    else if (const auto *augmented = dyn_cast<AugAssign>(stmt))
      found = assigns(augmented->target, name);
    else if (const auto *annotated = dyn_cast<AnnAssign>(stmt))
      found = assigns(annotated->target, name);
    else if (const auto *loop = dyn_cast<For>(stmt))
      found = assigns(loop->target, name);
    forEachBlock(stmt, [&](ArrayRef<Stmt *> inner) { found = found || assigns(inner, name); });
    return found;
  });
}

/// A `break` or `continue` of the loop whose body this is.
static const Stmt *jumpIn(ArrayRef<Stmt *> block) {
  for (const Stmt *stmt : block) {
    if (isa<Break, Continue>(stmt))
      return stmt;
    const Stmt *found = nullptr;
    if (!isa<For, While>(stmt))
      forEachBlock(stmt, [&](ArrayRef<Stmt *> inner) { found = found ? found : jumpIn(inner); });
    if (found)
      return found;
  }
  return nullptr;
}

// Rounds
// ------

/// `name = value`, where the loop has its target.
static Stmt *assignment(const Name &name, int64_t value, llvm::BumpPtrAllocator &arena) {
  auto make = [&]<typename Class>(Class node) { return new (arena.Allocate<Class>()) Class(std::move(node)); };
  ast::Constant magnitude(name.loc);
  magnitude.constantKind = ast::Constant::Int;
  magnitude.intValue = make(llvm::APInt(64, uint64_t(std::abs(value))));
  Expr *number = make(magnitude);
  if (value < 0) {
    UnaryOp negation(name.loc);
    negation.op = UnaryOperator::USub;
    negation.operand = number;
    number = make(negation);
  }
  Assign assign(name.loc);
  assign.targets = {make(static_cast<Expr *>(make(name))), 1};
  assign.value = number;
  return make(assign);
}

/// Python would run the loop, and Warp makes copies of its body, under these conditions only.
StaticValue FunctionChecker::whyNotUnrolled(const For *stmt, StringRef target,
                                            const std::optional<ConstantRange> &range) {
  auto because = [&](Location loc, const llvm::Twine &reason) { return StaticValue::unknown(loc, reason); };
  if (!range)
    return because(stmt->iter->loc, "the range of the loop is not known");
  if (range->count > maxUnrolledRounds)
    return because(stmt->iter->loc, "the loop has more than " + llvm::Twine(maxUnrolledRounds) + " rounds");
  if (const Stmt *jump = jumpIn(stmt->body))
    return because(jump->loc, "how often the loop goes round is not known");
  if (assigns(stmt->body, target))
    return because(stmt->target->loc, "the loop assigns `" + target + "` itself");
  return StaticValue();
}

void FunctionChecker::checkRounds(const For *stmt, const ConstantRange &range) {
  const auto &target = *cast<Name>(stmt->target);
  auto owner =
      llvm::find_if(session.result.modules, [&](const ast::Module &module) { return module.file == function.file; });
  llvm::BumpPtrAllocator &arena = *owner->arena;
  bool isNew = !localInfo[localIndex(target.id)].isAssigned;
  std::vector<Stmt *> rounds;
  for (int64_t round = 0; round < range.count; ++round) {
    int64_t value = range.start + round * range.step;
    std::vector<Stmt *> statements = {assignment(target, value, arena)};
    llvm::append_range(statements, clone(stmt->body, arena));
    unrolledIndices[target.id] = StaticValue::ofInt(value);
    checkBlock(statements);
    localInfo[localIndex(target.id)].isLoopIndex |= isNew;
    llvm::append_range(rounds, statements);
    if (!isValid) // the next round would say the same
      break;
  }
  unrolledIndices.erase(target.id);
  refuseElse(stmt->orelse, "for");
  function.unrolled[stmt] = std::move(rounds);
}
