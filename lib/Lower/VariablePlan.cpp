// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One walk over a function in program order. It notes for each variable the first place it is named at, the innermost
// block around all such places, and how it is assigned.

#include "VariablePlan.h"

namespace kt {

namespace {
/// A block of statements, or the condition of a `while`.
struct Scope {
  const Scope *parent;
  const ast::Stmt *holder; // the statement of `parent` that it belongs to
  unsigned depth;
};

struct Usage {
  const Variable *variable;
  const Scope *around = nullptr; // the innermost scope of all mentions
  const Scope *firstScope = nullptr;
  const ast::Stmt *firstStmt = nullptr;
  bool firstIsAssignment = false;
  unsigned assignments = 0;
  bool isChanged = false;    // in part, or by a builtin that takes it as a place
  bool onlyInduction = true; // set by `for` alone, read in the bodies of these alone
  unsigned loops = 0;        // that set it, around the place of the walk
};

class Planner {
public:
  explicit Planner(const CheckedFunction &function) : function(function) {}
  VariablePlan run();

private:
  const CheckedFunction &function;
  std::deque<Usage> usages; // in order of first mention
  llvm::DenseMap<const Variable *, Usage *> usageOf;
  std::deque<Scope> scopes;
  const Scope *scope = nullptr;
  const ast::Stmt *current = nullptr;

  enum class Mention { Read, Assign, Change, Induction };
  void mention(const Variable &variable, Mention how);
  void walk(ArrayRef<ast::Stmt *> block, const ast::Stmt *holder, const Variable *induction = nullptr);
  bool walkHere(ArrayRef<ast::Stmt *> block);
  void walk(const ast::Stmt &stmt);
  void walkTarget(const ast::Expr &target);
  void read(const ast::Expr *expr);
  void readAll(ArrayRef<ast::Expr *> exprs);
  void readIndices(const ast::Expr &target);
  void noteChanges(const ast::Call &call);
  void decide(const Usage &usage, VariablePlan &plan);
};
} // namespace

static const Type *typeOf(const ast::Expr &expr, const CheckedFunction &function) {
  if (const Type *type = function.types.lookup(&expr))
    return type;
  const Variable *variable = function.names.lookup(&expr);
  return variable ? variable->type : nullptr;
}

const Variable *partOf(const ast::Expr &expr, const CheckedFunction &function) {
  const ast::Expr *at = &expr;
  while (true) {
    const ast::Expr *base = nullptr;
    if (const auto *subscript = dyn_cast<ast::Subscript>(at))
      base = subscript->value;
    else if (const auto *attribute = dyn_cast<ast::Attribute>(at))
      base = attribute->value;
    else
      return at == &expr ? nullptr : function.names.lookup(at);
    const Type *type = typeOf(*base, function);
    if (!type || type->isArray())
      return nullptr;
    at = base;
  }
}

static const Scope *innermostAround(const Scope *a, const Scope *b) {
  while (a != b) {
    if (a->depth < b->depth)
      std::swap(a, b);
    a = a->parent;
  }
  return a;
}

void Planner::mention(const Variable &variable, Mention how) {
  Usage *&usage = usageOf[&variable];
  if (!usage) {
    usages.push_back({.variable = &variable, .around = scope, .firstScope = scope, .firstStmt = current});
    usage = &usages.back();
    usage->firstIsAssignment = how == Mention::Assign || how == Mention::Induction;
  }
  usage->around = innermostAround(usage->around, scope);
  usage->assignments += how == Mention::Assign || how == Mention::Induction;
  usage->isChanged |= how == Mention::Change;
  switch (how) {
  case Mention::Read: usage->onlyInduction &= usage->loops != 0; break;
  case Mention::Assign:
  case Mention::Change: usage->onlyInduction = false; break;
  case Mention::Induction: usage->onlyInduction &= usage->loops == 0; break;
  }
}

// Statements
// ----------

/// What stands behind a jump is not lowered, so it is not looked at; false is for a block that ends in one. The arm
/// that a known test takes, and the rounds of an unrolled loop, are lowered as a part of the block around.
bool Planner::walkHere(ArrayRef<ast::Stmt *> block) {
  for (const ast::Stmt *stmt : block) {
    current = stmt;
    const auto *branch = dyn_cast<ast::If>(stmt);
    std::optional<bool> known = branch ? function.knownTest(branch->test) : std::nullopt;
    if (known && !walkHere(*known ? branch->body : branch->orelse))
      return false;
    const auto *loop = dyn_cast<ast::For>(stmt);
    auto rounds = loop ? function.unrolled.find(loop) : function.unrolled.end();
    bool isUnrolled = rounds != function.unrolled.end();
    if (isUnrolled && !walkHere(rounds->second))
      return false;
    if (!known && !isUnrolled)
      walk(*stmt);
    if (isa<ast::Return, ast::Break, ast::Continue>(stmt))
      return false;
  }
  return true;
}

/// `induction` is the variable that a `for` sets at the head of its body.
void Planner::walk(ArrayRef<ast::Stmt *> block, const ast::Stmt *holder, const Variable *induction) {
  const Scope *outer = scope;
  scopes.push_back({outer, holder, outer ? outer->depth + 1 : 0});
  scope = &scopes.back();
  if (induction) {
    mention(*induction, Mention::Induction);
    ++usageOf[induction]->loops;
  }
  walkHere(block);
  if (induction)
    --usageOf[induction]->loops;
  scope = outer;
  current = holder;
}

void Planner::walk(const ast::Stmt &stmt) {
  if (const auto *node = dyn_cast<ast::Assign>(&stmt)) {
    read(node->value);
    for (const ast::Expr *target : node->targets)
      walkTarget(*target);
  } else if (const auto *node = dyn_cast<ast::AnnAssign>(&stmt)) {
    read(node->value);
    if (node->value)
      walkTarget(*node->target);
  } else if (const auto *node = dyn_cast<ast::AugAssign>(&stmt)) {
    read(node->target);
    read(node->value);
    walkTarget(*node->target);
  } else if (const auto *node = dyn_cast<ast::If>(&stmt)) {
    read(node->test);
    walk(node->body, node);
    walk(node->orelse, node);
  } else if (const auto *node = dyn_cast<ast::While>(&stmt)) {
    read(node->test);
    walk(node->body, node);
  } else if (const auto *node = dyn_cast<ast::For>(&stmt)) {
    read(node->iter);
    walk(node->body, node, function.names.lookup(node->target));
  } else if (const auto *node = dyn_cast<ast::Return>(&stmt)) {
    read(node->value);
  } else if (const auto *node = dyn_cast<ast::Assert>(&stmt)) {
    read(node->test);
  } else if (const auto *node = dyn_cast<ast::ExprStmt>(&stmt)) {
    read(node->value);
  }
}

void Planner::walkTarget(const ast::Expr &target) {
  if (const auto *tuple = dyn_cast<ast::Tuple>(&target)) {
    for (const ast::Expr *element : tuple->elts)
      walkTarget(*element);
    return;
  }
  if (const Variable *variable = function.names.lookup(&target))
    return mention(*variable, Mention::Assign);
  if (const Variable *variable = partOf(target, function)) {
    mention(*variable, Mention::Change);
    return readIndices(target);
  }
  read(&target);
}

// Expressions
// -----------

/// The indices of `v[i].f[j]`, without its variable.
void Planner::readIndices(const ast::Expr &target) {
  if (const auto *attribute = dyn_cast<ast::Attribute>(&target))
    return readIndices(*attribute->value);
  if (const auto *subscript = dyn_cast<ast::Subscript>(&target)) {
    readIndices(*subscript->value);
    read(subscript->slice);
  }
}

/// The variables that a builtin changes, as a whole or in part.
void Planner::noteChanges(const ast::Call &call) {
  auto found = function.callees.find(&call);
  const auto *builtin = found == function.callees.end() ? nullptr : std::get_if<Callee::Builtin>(&found->second.what);
  if (!builtin)
    return;
  for (auto [i, arg] : llvm::enumerate(found->second.args)) {
    if (!arg || !builtin->builtin->takesPlace(i))
      continue;
    const Variable *variable = function.names.lookup(arg);
    if (!variable && isMadeFor(found->second, i))
      variable = partOf(*arg, function);
    if (variable)
      mention(*variable, Mention::Change);
  }
}

void Planner::readAll(ArrayRef<ast::Expr *> exprs) {
  for (const ast::Expr *expr : exprs)
    read(expr);
}

void Planner::read(const ast::Expr *expr) {
  if (!expr || function.constants.contains(expr))
    return;
  if (const auto *node = dyn_cast<ast::Name>(expr)) {
    if (const Variable *variable = function.names.lookup(node))
      mention(*variable, Mention::Read);
  } else if (const auto *node = dyn_cast<ast::BinOp>(expr)) {
    read(node->left);
    read(node->right);
  } else if (const auto *node = dyn_cast<ast::UnaryOp>(expr)) {
    read(node->operand);
  } else if (const auto *node = dyn_cast<ast::BoolOp>(expr)) {
    readAll(node->values);
  } else if (const auto *node = dyn_cast<ast::Compare>(expr)) {
    read(node->left);
    readAll(node->comparators);
  } else if (const auto *node = dyn_cast<ast::IfExp>(expr)) {
    std::optional<bool> known = function.knownTest(node->test);
    read(node->test);
    if (known.value_or(true))
      read(node->body);
    if (!known.value_or(false))
      read(node->orelse);
  } else if (const auto *node = dyn_cast<ast::Call>(expr)) {
    readAll(node->args);
    for (const ast::Keyword &keyword : node->keywords)
      read(keyword.value);
    noteChanges(*node);
  } else if (const auto *node = dyn_cast<ast::Attribute>(expr)) {
    read(node->value);
  } else if (const auto *node = dyn_cast<ast::Subscript>(expr)) {
    read(node->value);
    read(node->slice);
  } else if (const auto *node = dyn_cast<ast::Slice>(expr)) {
    read(node->lower);
    read(node->upper);
    read(node->step);
  } else if (const auto *node = dyn_cast<ast::Tuple>(expr)) {
    readAll(node->elts);
  }
}

// Decisions
// ---------

void Planner::decide(const Usage &usage, VariablePlan &plan) {
  if (usage.variable->isParam) {
    if (usage.assignments != 0 || usage.isChanged)
      plan.changing.insert(usage.variable);
    return;
  }
  if (usage.onlyInduction && usage.assignments != 0) // without an assignment, no place that reads it is ever reached
    return;
  // A fixed array is kept for as long as the function runs: views of it may outlive the block.
  bool isFixed = usage.variable->type && isFixedArray(usage.variable->type);
  const Scope *around = usage.around;
  while (isFixed && around->parent)
    around = around->parent;
  bool declaredAtFirst = usage.firstIsAssignment && usage.firstScope == around;
  if (declaredAtFirst && usage.assignments == 1 && !usage.isChanged && !isFixed)
    return;
  plan.changing.insert(usage.variable);
  if (declaredAtFirst)
    return;
  const ast::Stmt *first = usage.firstStmt;
  for (const Scope *at = usage.firstScope; at != around; at = at->parent)
    first = at->holder;
  plan.declaredBefore[first].push_back(usage.variable);
}

VariablePlan Planner::run() {
  walk(function.def->body, nullptr);
  VariablePlan plan;
  for (const Usage &usage : usages)
    decide(usage, plan);
  return plan;
}

VariablePlan planVariables(const CheckedFunction &function) { return Planner(function).run(); }

} // namespace kt
