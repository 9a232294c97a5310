// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Calls, and the operators that the checker resolved to builtins or funcs.

#include "Lowering.h"

namespace kt {

const Callee &Lowering::calleeOf(const ast::Node &node) const {
  auto found = source.callees.find(&node);
  assert(found != source.callees.end() && "the checker resolved every call");
  return found->second;
}

ir::Value *Lowering::lowerCall(const ast::Expr &expr) {
  Values results = lowerCallResults(expr, calleeOf(expr));
  return results.empty() ? nullptr : results.front();
}

static bool isText(const ast::Expr &expr) {
  const auto *constant = dyn_cast<ast::Constant>(&expr);
  return constant && constant->constantKind == ast::Constant::Str;
}

// print("text")
// -------------
// The one builtin that takes text as a value. A printf of that text and a line end does the same.
void Lowering::printText(const ast::Constant &text, Location loc) {
  std::string format;
  for (char c : text.text)
    format += c == '%' ? "%%" : std::string(1, c);
  at(loc).printf(b.module().save(format + "\n"), {});
}

/// What a call gives: nothing, one value, or those of a tuple.
Values Lowering::lowerCallResults(const ast::Expr &expr, const Callee &callee) {
  if (std::holds_alternative<Callee::ThreadId>(callee.what)) {
    const auto *tuple = dyn_cast<TupleType>(callee.result);
    unsigned count = tuple ? tuple->elements().size() : 1;
    function.threadRank = std::max(function.threadRank, count);
    Values values;
    for (unsigned i = 0; i != count; ++i)
      values.push_back(at(expr.loc).threadId(i));
    return values;
  }
  if (std::holds_alternative<Callee::Printf>(callee.what)) {
    lowerPrintf(expr, callee);
    return {};
  }
  if (callee.args.size() == 1 && isText(*callee.args.front())) {
    printText(*cast<ast::Constant>(callee.args.front()), expr.loc);
    return {};
  }
  Copies copies;
  Values args = lowerArgs(callee, copies);
  if (const auto *func = std::get_if<Callee::Func>(&callee.what))
    return resultsOf(*at(expr.loc).call(*functions.lookup(func->function), args));
  if (const auto *builtin = std::get_if<Callee::Builtin>(&callee.what)) {
    Values results = resultsOf(applyBuiltin(*builtin->builtin, args, callee.result, expr.loc));
    for (auto [place, copy] : copies) {
      ir::Value *value = at(expr.loc).load(copy);
      at(expr.loc).store(place, value);
    }
    return results;
  }
  return {apply(callee, args, expr.loc)};
}

static bool takesPlace(const Callee &callee, unsigned arg) {
  const auto *builtin = std::get_if<Callee::Builtin>(&callee.what);
  return builtin && builtin->builtin->takesPlace(arg);
}

/// In the order of the parameters, those of a tuple one by one, but computed in the order in which they are written:
/// keywords may differ.
Values Lowering::lowerArgs(const Callee &callee, Copies &copies) {
  llvm::SmallVector<std::pair<uint32_t, unsigned>, 8> order; // where it begins, which parameter it is for
  llvm::SmallVector<unsigned, 4> leftOut;
  for (unsigned i = 0; i != callee.args.size(); ++i) {
    if (callee.args[i])
      order.push_back({callee.args[i]->loc.begin, i});
    else
      leftOut.push_back(i);
  }
  llvm::sort(order);
  llvm::SmallVector<Values, 8> args(callee.args.size());
  for (auto [begin, i] : order)
    args[i] = takesPlace(callee, i) ? Values{lowerChanged(callee, i, copies)} : lowerValues(*callee.args[i]);
  for (auto [arg, constant] : llvm::zip_equal(leftOut, callee.defaults))
    args[arg] = {b.constant(constant)};
  Values all;
  for (const Values &arg : args)
    all.append(arg);
  return all;
}

/// A place for a builtin to change: the variable that the argument names, or a copy of what else it is. Where the call
/// is made for it, the copy goes back to the place that the argument is.
ir::Value *Lowering::lowerChanged(const Callee &callee, unsigned arg, Copies &copies) {
  const ast::Expr &expr = *callee.args[arg];
  if (source.names.contains(&expr))
    return lowerPlace(expr);
  ir::Value *place = isMadeFor(callee, arg) ? lowerPlace(expr) : nullptr;
  ir::Value *value = place ? at(expr.loc).load(place) : lowerValue(expr);
  ir::Value *copy = at(expr.loc).var(value->type, "", value);
  if (place)
    copies.push_back({place, copy});
  return copy;
}

void Lowering::lowerPrintf(const ast::Expr &expr, const Callee &callee) {
  StringRef format = b.module().save(cast<ast::Constant>(callee.args.front())->text);
  Values args;
  for (const ast::Expr *arg : ArrayRef(callee.args).drop_front())
    args.push_back(lowerValue(*arg));
  at(expr.loc).printf(format, args);
}

ir::Op &Lowering::applyBuiltin(const Builtin &builtin, ArrayRef<ir::Value *> args, const Type *result, Location loc) {
  Values values(args.begin(), args.end());
  for (unsigned i = 0; i != builtin.paramNames.size(); ++i)
    if (builtin.domain(i) == ParamDomain::Truth)
      values[i] = convert(values[i], b.types().boolean(), loc);
  return *at(loc).builtinOp(builtin, values, result);
}

ir::Value *Lowering::construct(const Type *type, ArrayRef<ir::Value *> args, Location loc) {
  const auto *transform = dyn_cast<TransformType>(type);
  bool lacksRotation = transform && args.size() == 1 && args.front()->type == transform->parts().front();
  if (!lacksRotation)
    return at(loc).construct(type, args);
  ir::Value *rotation = at(loc).constant(Constant::identity(transform->parts().back()));
  return at(loc).construct(type, {args.front(), rotation});
}

/// The one result of a callee that takes values; null if it has none.
ir::Value *Lowering::apply(const Callee &callee, ArrayRef<ir::Value *> args, Location loc) {
  if (const auto *builtin = std::get_if<Callee::Builtin>(&callee.what)) {
    ir::Op &op = applyBuiltin(*builtin->builtin, args, callee.result, loc);
    return op.resultCount() ? op.result() : nullptr;
  }
  if (const auto *func = std::get_if<Callee::Func>(&callee.what))
    return at(loc).call(*functions.lookup(func->function), args)->result();
  if (std::holds_alternative<Callee::Construct>(callee.what))
    return construct(callee.result, args, loc);
  if (std::holds_alternative<Callee::Reinterpret>(callee.what))
    return at(loc).reinterpret(args.front(), callee.result);
  assert(std::holds_alternative<Callee::Cast>(callee.what) && "a callee of another kind takes no values");
  return convert(args.front(), callee.result, loc);
}

} // namespace kt
