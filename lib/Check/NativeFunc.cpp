// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// `@wp.func_native(snippet, adj_snippet, replay_snippet)`: a func whose body is C++. Its parameters and its result are
// declared in Python; the text is checked to stay in its place, and for the rest is Clang's to judge.

#include "Session.h"
#include "kt/Support/CppText.h"
#include "llvm/ADT/StringExtras.h"

using namespace kt;
using namespace kt::ast;
using Kind = StaticValue::Kind;

namespace {

class NativeChecker {
public:
  NativeChecker(Session &session, const FuncInstance &instance)
      : session(session), instance(instance), decl(*instance.decl) {}

  bool check(CheckedFunction &function);

private:
  const Call *decorator();
  bool readText(const Expr *expr, std::optional<std::string> &text);
  bool checkText(const Expr *expr, const CppText &text);
  const Type *result();

  Session &session;
  const FuncInstance &instance;
  const FuncDecl &decl;
};

/// `@wp.func_native(…)`, which roleOf has seen.
const Call *NativeChecker::decorator() {
  for (const Expr *decorator : decl.def->decorators)
    if (const auto *call = dyn_cast<Call>(decorator))
      if (evaluate(session, *decl.scope, call->func).text == "func_native")
        return call;
  return nullptr;
}

/// A word that C++ has only where CUDA runs; empty if there is none.
StringRef cudaWord(const CppText &text) {
  for (StringRef word :
       {"__shared__", "__syncthreads", "__syncwarp", "__threadfence", "__ldg",     "threadIdx",  "blockIdx",
        "blockDim",   "gridDim",       "warpSize",   "atomicAdd",     "atomicSub", "atomicExch", "atomicMin",
        "atomicMax",  "atomicCAS",     "atomicAnd",  "atomicOr",      "atomicXor", "atomicInc",  "atomicDec"})
    if (text.words.contains(word))
      return word;
  return {};
}

bool NativeChecker::checkText(const Expr *expr, const CppText &text) {
  StringRef word = session.options.runsOnCpu ? cudaWord(text) : "";
  if (text.fault.empty() && word.empty())
    return true;
  if (text.fault.empty()) {
    session.diags.report(expr->loc, diag::SnippetNeedsCuda, decl.name, word).help("translate it with `--target=cuda`");
    return false;
  }
  session.diags.report(expr->loc, diag::SnippetLeaves, decl.name, text.fault)
      .help("a snippet is the inside of one function");
  return false;
}

bool NativeChecker::readText(const Expr *expr, std::optional<std::string> &text) {
  StaticValue value = evaluate(session, *decl.scope, expr);
  if (value.is(Kind::None))
    return true;
  if (!value.is(Kind::String)) {
    session.diags.report(expr->loc, diag::SnippetNotStatic, session.text(expr)).note(value.loc, value.reason);
    return false;
  }
  CppText cpp = readCppText(value.text);
  text = llvm::join(cpp.lines, "\n");
  return checkText(expr, cpp);
}

const Type *NativeChecker::result() {
  if (!decl.def->returns)
    return session.types.none();
  const TypeTemplate *pattern = resolveReturnAnnotation(session, *decl.scope, decl.def->returns);
  if (pattern->isGeneric()) // to the report that one type is wanted
    return resolveAnnotation(session, *decl.scope, decl.def->returns);
  if (!isa<TupleType>(pattern->type))
    return pattern->type;
  session.diags.report(decl.def->returns->loc, diag::SnippetResults, decl.name)
      .help("return a vector or a struct, or write to an array");
  return session.types.error();
}

bool NativeChecker::check(CheckedFunction &function) {
  const Call *call = decorator();
  if (!call) {
    session.diags.report(decl.def->name.loc, diag::SnippetMissing, decl.name).help("give it: `@wp.func_native(\"…\")`");
    return false;
  }
  NativeCode native;
  std::optional<std::string> forward;
  std::pair<StringRef, std::optional<std::string> *> texts[] = {
      {"snippet", &forward}, {"adj_snippet", &native.adjoint}, {"replay_snippet", &native.replay}};
  bool isValid = true;
  for (auto [i, text] : llvm::enumerate(texts)) {
    const Expr *expr = i < call->args.size() ? call->args[i] : nullptr;
    for (const Keyword &keyword : call->keywords)
      if (keyword.name.text == text.first)
        expr = keyword.value;
    if (i == 0)
      native.loc = expr ? expr->loc : call->loc;
    isValid &= !expr || readText(expr, *text.second);
  }
  if (isValid && !forward) {
    session.diags.report(call->loc, diag::SnippetMissing, decl.name).help("give it: `@wp.func_native(\"…\")`");
    return false;
  }
  for (auto [param, arg] : llvm::zip_equal(paramsOf(decl.def), instance.args)) {
    if (arg.isFunction()) {
      session.diags.report(param->name.loc, diag::SnippetFunction, decl.name, param->name.text)
          .help("call the function in a `@wp.func`, and pass on what it returns");
      return false;
    }
    function.variables.push_back({param->name.text, arg.type, param->name.loc, true});
  }
  for (Variable &variable : function.variables)
    function.params.push_back(&variable);
  function.result = result();
  native.forward = forward.value_or("");
  function.native = std::move(native);
  return isValid && !function.result->isError();
}

} // namespace

bool kt::checkNative(Session &session, const FuncInstance &instance, CheckedFunction &function) {
  return NativeChecker(session, instance).check(function);
}
