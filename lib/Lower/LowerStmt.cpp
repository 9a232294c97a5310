// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Statements. Each section is headed by what it lowers.

#include "Lowering.h"
#include "llvm/ADT/StringExtras.h"

namespace kt {

/// What stands behind a jump is never reached and not lowered.
void Lowering::lowerBlock(ArrayRef<ast::Stmt *> block) {
  for (const ast::Stmt *stmt : block) {
    auto declared = plan.declaredBefore.find(stmt);
    if (declared != plan.declaredBefore.end())
      for (const Variable *variable : declared->second)
        declare(*variable);
    lower(*stmt);
    if (b.insertionRegion().terminator())
      return;
  }
}

void Lowering::lowerInto(ir::Region &region, ArrayRef<ast::Stmt *> block) {
  ir::Region &outer = b.insertionRegion();
  b.setInsertionPoint(region);
  lowerBlock(block);
  b.setInsertionPoint(outer);
}

void Lowering::lower(const ast::Stmt &stmt) {
  if (const auto *node = dyn_cast<ast::Assign>(&stmt))
    return lower(*node);
  if (const auto *node = dyn_cast<ast::AugAssign>(&stmt))
    return lower(*node);
  if (const auto *node = dyn_cast<ast::If>(&stmt))
    return lower(*node);
  if (const auto *node = dyn_cast<ast::For>(&stmt))
    return lower(*node);
  if (const auto *node = dyn_cast<ast::While>(&stmt))
    return lower(*node);
  if (const auto *node = dyn_cast<ast::Return>(&stmt))
    return lower(*node);
  if (const auto *node = dyn_cast<ast::Assert>(&stmt))
    return lower(*node);
  if (isa<ast::Break>(&stmt)) {
    at(stmt.loc).breakOp();
  } else if (isa<ast::Continue>(&stmt)) {
    at(stmt.loc).continueOp();
  } else if (const auto *node = dyn_cast<ast::AnnAssign>(&stmt)) {
    if (node->value)
      assign(*node->target, lowerValues(*node->value), node->loc);
  } else if (const auto *node = dyn_cast<ast::ExprStmt>(&stmt)) {
    if (!isa<ast::Constant>(node->value)) // a docstring, or `...`
      lowerValues(*node->value);
  } else {
    assert(isa<ast::Pass>(&stmt) && "the checker lets no other statement through");
  }
}

// target = value
// first, second = value
// ---------------------
// All values are there before the first target changes, so that `a, b = b, a` swaps.
void Lowering::lower(const ast::Assign &node) {
  const ast::Expr *target = node.targets.front();
  const auto *tuple = dyn_cast<ast::Tuple>(target);
  if (!tuple)
    return assign(*target, lowerValues(*node.value), node.loc);
  Values values = lowerValues(*node.value);
  ArrayRef<ir::Value *> rest = values;
  for (const ast::Expr *element : tuple->elts) {
    unsigned count = leavesOf(typeOf(*element)).size();
    assign(*element, rest.take_front(count), node.loc);
    rest = rest.drop_front(count);
  }
  assert(rest.empty() && "as many values as targets");
}

void Lowering::assign(const ast::Expr &target, ArrayRef<ir::Value *> values, Location stmt) {
  if (const Variable *variable = source.names.lookup(&target))
    return bind(*variable, values, stmt);
  assert(values.size() == 1 && "a place holds no tuple");
  ir::Value *value = values.front();
  if (const auto *node = dyn_cast<ast::Subscript>(&target); node && takesSlice(*node))
    return scatter(placesOf(*node, lowerPlace(*node->value)), value, stmt);
  ir::Value *place = lowerPlace(target);
  at(stmt).store(place, value);
}

void Lowering::bind(const Variable &variable, ArrayRef<ir::Value *> values, Location stmt) {
  Values &bound = bindings[&variable];
  bool isChanging = plan.changing.contains(&variable), isDeclared = isChanging && !bound.empty();
  bound.resize(values.size());
  for (auto [i, value] : llvm::enumerate(values)) {
    if (isDeclared)
      at(stmt).store(bound[i], value);
    else if (isChanging)
      bound[i] = at(stmt).var(value->type, leafName(variable, i), value);
    else
      bound[i] = at(stmt).let(value, leafName(variable, i));
  }
}

void Lowering::declare(const Variable &variable) {
  for (auto [i, type] : llvm::enumerate(leavesOf(variable.type)))
    bindings[&variable].push_back(at(variable.loc).var(type, leafName(variable, i)));
}

// target += value
// ---------------
// The target's place is found once, read first and written last. On an array element the checker may have made it an
// atomic, which then stands for the whole statement.
void Lowering::lower(const ast::AugAssign &node) {
  const Callee &callee = calleeOf(node);
  const auto *builtin = std::get_if<Callee::Builtin>(&callee.what);
  if (builtin && builtin->builtin->effect == Effect::ReadModifyWrite) {
    Copies none;
    apply(callee, lowerArgs(callee, none), node.loc);
    return;
  }
  if (const auto *target = dyn_cast<ast::Subscript>(node.target); target && takesSlice(*target)) {
    Values places = placesOf(*target, lowerPlace(*target->value));
    ir::Value *old = gather(places, typeOf(*target), target->loc);
    ir::Value *change = lowerValue(*node.value);
    return scatter(places, apply(callee, {old, change}, node.loc), node.loc);
  }
  ir::Value *place = lowerPlace(*node.target);
  ir::Value *old = at(node.target->loc).load(place);
  if (const Type *type = source.conversions.lookup(node.target))
    old = convert(old, type, node.target->loc);
  ir::Value *change = lowerValue(*node.value);
  ir::Value *result = apply(callee, {old, change}, node.loc);
  at(node.loc).store(place, convert(result, place->type, node.loc));
}

// if test: body
// else: orelse
// -------------
void Lowering::lower(const ast::If &node) {
  if (std::optional<bool> known = source.knownTest(node.test))
    return lowerBlock(*known ? node.body : node.orelse);
  ir::Value *test = lowerCondition(*node.test);
  ir::Op *op = at(node.loc).ifOp(test);
  lowerInto(op->region(0), node.body);
  lowerInto(op->region(1), node.orelse);
}

/// From the last number that the range gives, by the same steps, to the one before its first. A range without numbers
/// has none either way.
void Lowering::reverseRange(Values &bounds) {
  ir::Value *start = bounds[0], *stop = bounds[1], *step = bounds[2];
  auto compute = [&](StringRef name, Values args) {
    llvm::SmallVector<const Type *, 2> argTypes(args.size(), start->type);
    std::optional<BuiltinMatch> match = resolveBuiltin(name, argTypes, b.types());
    assert(match && "int32 has all of arithmetic");
    return b.builtin(*match->builtin, args, match->result);
  };
  const ir::Op *known = step->definingOp();
  bool isUnit = known && known->kind() == ir::OpKind::Constant && std::abs(known->constant().asInt()) == 1;
  ir::Value *last;
  if (isUnit) {
    last = compute("sub", {stop, step});
  } else {
    // The number of steps, rounded up.
    ir::Value *distance =
        compute("sub", {compute("add", {compute("sub", {stop, start}), step}), compute("sign", {step})});
    ir::Value *count = compute("sub", {compute("div", {distance, step}), b.constantInt(1)});
    last = compute("add", {start, compute("mul", {count, step})});
  }
  bounds = {last, compute("sub", {start, step}), compute("neg", {step})};
}

// for target in range(start, stop, step): body
// for target in reversed(range(start, stop, step)): body
// --------------------------------------------
// The range is read before the body, as in Python. A target that the body changes, or that is read elsewhere, is a
// variable of its own, set at the head of each round.
void Lowering::lower(const ast::For &node) {
  if (auto rounds = source.unrolled.find(&node); rounds != source.unrolled.end())
    return lowerBlock(rounds->second);
  const Variable &variable = *source.names.lookup(node.target);
  const auto *type = cast<ScalarType>(variable.type);
  Values bounds;
  const auto *range = cast<ast::Call>(node.iter);
  // A range is no value and has no type, which tells `reversed(range(…))` from `range(f(…))`.
  const auto *inner = range->args.size() == 1 ? dyn_cast<ast::Call>(range->args.front()) : nullptr;
  bool isReversed = inner && !source.types.contains(inner);
  if (isReversed)
    range = inner;
  for (const ast::Expr *arg : range->args)
    bounds.push_back(convert(lowerValue(*arg), type, arg->loc));
  at(node.iter->loc);
  if (bounds.size() == 1)
    bounds.insert(bounds.begin(), b.constant(Constant::integer(type, 0)));
  if (bounds.size() == 2)
    bounds.push_back(b.constant(Constant::integer(type, 1)));
  if (isReversed)
    reverseRange(bounds);

  ir::Op *op = at(node.loc).forOp(bounds[0], bounds[1], bounds[2], b.module().save(variable.name));
  ir::Region &outer = b.insertionRegion();
  b.setInsertionPoint(op->region(0));
  ir::Value *induction = op->region(0).arguments().front().get();
  if (plan.changing.contains(&variable))
    bind(variable, induction, node.target->loc);
  else
    bindings[&variable] = {induction};
  lowerBlock(node.body);
  b.setInsertionPoint(outer);
}

// while test: body
// ----------------
void Lowering::lower(const ast::While &node) {
  ir::Op *op = at(node.loc).whileOp();
  ir::Region &outer = b.insertionRegion();
  b.setInsertionPoint(op->region(0));
  ir::Value *test = lowerCondition(*node.test);
  at(node.test->loc).yield(test);
  b.setInsertionPoint(outer);
  lowerInto(op->region(1), node.body);
}

// return value
// ------------
void Lowering::lower(const ast::Return &node) {
  Values values;
  if (node.value && !function.results.empty())
    values = lowerValues(*node.value);
  at(node.loc).returnOp(values);
}

// assert test, msg
// ----------------
// Shows the file, the line and the test as written, its line breaks and indentation made one space.
void Lowering::lower(const ast::Assert &node) {
  ir::Value *test = lowerCondition(*node.test);
  StringRef file = sources.file(node.loc.file).name();
  std::string text = file.substr(file.find_last_of('/') + 1).str();
  text += ":" + std::to_string(sources.position(node.loc).line) + ":";
  llvm::SmallVector<StringRef, 16> words;
  llvm::SplitString(sources.text(node.test->loc), words);
  text += " " + llvm::join(words, " ");
  const auto *message = dyn_cast_or_null<ast::Constant>(node.msg);
  if (message && message->constantKind == ast::Constant::Str)
    text += ": " + message->text.str();
  at(node.loc).assertOp(test, b.module().save(text));
}

} // namespace kt
