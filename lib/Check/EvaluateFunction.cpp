// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a call of a Python function returns, as far as that follows from the arguments: the `return` that its `if`s lead
// to. Assignments on the way are names like those of a file; nothing else is run, and what has to run is not known.

#include "Session.h"

using namespace kt;
using namespace kt::ast;

namespace {

/// The body of one call.
class Run {
public:
  Run(Session &session, ModuleScope &scope) : session(session), scope(scope) {}

  /// Nothing if the end of `body` is reached.
  std::optional<StaticValue> run(ArrayRef<Stmt *> body);

private:
  std::optional<StaticValue> run(const Stmt *stmt);
  std::optional<StaticValue> runIf(const ast::If *stmt);
  StaticValue unknown(const Stmt *stmt) {
    return StaticValue::unknown(stmt->loc, "`" + session.text(stmt) + "` would have to be run");
  }

  Session &session;
  ModuleScope &scope;
};

/// Is there a statement in it that ends a call?
bool mayEndCall(const Stmt *stmt) {
  if (isa<Return, Raise, ast::Assert>(stmt))
    return true;
  bool result = false;
  forEachBlock(stmt, [&](ArrayRef<Stmt *> block) { result |= llvm::any_of(block, mayEndCall); });
  return result;
}

std::optional<StaticValue> Run::run(ArrayRef<Stmt *> body) {
  for (const Stmt *stmt : body)
    if (std::optional<StaticValue> result = run(stmt))
      return result;
  return std::nullopt;
}

std::optional<StaticValue> Run::runIf(const ast::If *stmt) {
  StaticValue test = evaluate(session, scope, stmt->test);
  if (std::optional<bool> truth = truthOf(test))
    return run(*truth ? stmt->body : stmt->orelse);
  if (!mayEndCall(stmt))
    return std::nullopt;
  return test.isMissing() ? test : unknown(stmt);
}

std::optional<StaticValue> Run::run(const Stmt *stmt) {
  if (const auto *test = dyn_cast<ast::If>(stmt))
    return runIf(test);
  if (const auto *assertion = dyn_cast<ast::Assert>(stmt)) {
    StaticValue test = evaluate(session, scope, assertion->test);
    if (truthOf(test).value_or(false))
      return std::nullopt;
    return test.isMissing() ? test : unknown(stmt);
  }
  const auto *result = dyn_cast<Return>(stmt);
  if (!result)
    return mayEndCall(stmt) ? std::optional(unknown(stmt)) : std::nullopt;
  scope.setEnd(stmt->loc.begin);
  return result->value ? evaluate(session, scope, result->value) : StaticValue::none();
}

} // namespace

// Arguments
// ---------

const Expr *kt::argumentFor(const FunctionDef &function, const Call &call, const Param &param) {
  for (const Keyword &keyword : call.keywords)
    if (keyword.name.text == param.name.text)
      return keyword.value;
  size_t position = 0;
  for (ArrayRef<Param> list : {function.params.positionalOnly, function.params.positional})
    for (const Param &other : list)
      if (&other == &param)
        return position < call.args.size() ? call.args[position] : nullptr;
      else
        ++position;
  return nullptr;
}

bool kt::hasUnpacking(const Call &call) {
  return llvm::any_of(call.args, [](const Expr *arg) { return isa<Starred>(arg); }) ||
         llvm::any_of(call.keywords, [](const Keyword &keyword) { return keyword.name.text.empty(); });
}

/// What `call` gives for each parameter, in order; empty if it does not fit.
static std::vector<StaticValue> argumentsOf(Session &session, ModuleScope &parent, const FunctionDef &function,
                                            ModuleScope &caller, const Call &call) {
  std::vector<StaticValue> args;
  if (hasUnpacking(call))
    return args;
  for (const Param *param : paramsOf(&function)) {
    const Expr *given = argumentFor(function, call, *param);
    if (!given && !param->defaultValue)
      return {};
    args.push_back(given ? evaluate(session, caller, given) : evaluate(session, parent, param->defaultValue));
  }
  return args;
}

static bool areSame(ArrayRef<StaticValue> left, ArrayRef<StaticValue> right) {
  return llvm::equal(left, right, isSame);
}

StaticValue kt::callFunction(Session &session, ModuleScope &parent, const FunctionDef &function, ModuleScope &caller,
                             const Call &call) {
  const NameTable &names = indexOf(session, parent).infoOf(&function).names;
  std::vector<StaticValue> args = argumentsOf(session, parent, function, caller, call);
  llvm::SmallVector<const Param *, 8> params = paramsOf(&function);
  if (args.size() != params.size() || names.isGenerator() || function.isAsync || function.isBroken)
    return StaticValue::unknown(call.loc, "`" + session.text(&call) + "` would have to be run");
  std::vector<WorkedOutCall> &known = session.workedOutCalls[&function];
  for (const WorkedOutCall &other : known)
    if (other.parent == &parent && areSame(other.args, args))
      return other.result;

  ModuleScope &scope = session.scopes.emplace_back(names, function, parent);
  for (auto [param, arg] : llvm::zip_equal(params, args))
    scope.setParam(param->name.text, arg);
  StaticValue result = Run(session, scope).run(function.body).value_or(StaticValue::none());
  session.workedOutCalls[&function].push_back({&parent, std::move(args), result});
  return result;
}
