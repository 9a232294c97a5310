// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Calls: what is called, and the forms of the language that look like calls.

#include "FunctionChecker.h"
#include "WarpNames.h"

using namespace kt;
using namespace kt::ast;
using Kind = StaticValue::Kind;

// callee(args…)
// -------------

/// A name, or an element of a tuple, list or dict of the module: `funcs[0](x)`.
std::optional<StaticValue> FunctionChecker::calleeNamedBy(const Expr *expr) {
  const auto *subscript = dyn_cast<Subscript>(expr);
  if (!subscript)
    return staticOf(expr);
  std::optional<StaticValue> base = staticOf(subscript->value);
  if (!base || !(base->is(Kind::Sequence) || base->is(Kind::Dict)))
    return std::nullopt;
  bool isKnown = isa<ast::Constant>(subscript->slice) || staticOf(subscript->slice);
  if (!isKnown)
    return StaticValue::unknown(subscript->slice->loc, "the index has to be known");
  return evaluate(session, scope, subscript);
}

const Type *FunctionChecker::checkCall(const Call *expr) {
  if (std::optional<StaticValue> callee = calleeNamedBy(expr->func)) {
    if (callee->isMissing()) {
      // `np.foo.bar(x)`: the name at fault may be further left.
      const Expr *culprit = expr->func;
      while (const auto *attribute = dyn_cast<Attribute>(culprit)) {
        std::optional<StaticValue> base = staticOf(attribute->value);
        if (!base || !base->isMissing())
          break;
        culprit = attribute->value;
      }
      reportMissing(culprit, *callee);
      return errorType();
    }
    return callStatic(expr, *callee);
  }
  // x.dtype(value), type(x)(value)
  if (const Type *type = valueType(expr->func))
    return type->isError() ? type : construct(expr, type);
  if (isLocal(expr->func)) {
    error(expr->func->loc, diag::NotCallable, text(expr->func));
    return errorType();
  }
  if (const auto *attribute = dyn_cast<Attribute>(expr->func)) {
    const Type *base = check(attribute->value);
    if (!base->isError())
      error(attribute->attr.loc, diag::NoMethod, base->spelling(), attribute->attr.text)
          .help("functions stand alone here: `wp.name(value)`");
    return errorType();
  }
  error(expr->func->loc, diag::NotCallable, text(expr->func));
  return errorType();
}

const Type *FunctionChecker::callStatic(const Call *expr, const StaticValue &callee) {
  switch (callee.kind) {
  case Kind::Type:
    if (callee.type->isError()) {
      isValid = false;
      return errorType();
    }
    return construct(expr, callee.type);
  case Kind::Funcs: return callFuncs(expr, *callee.funcs);
  case Kind::WarpName: return callWarpName(expr, callee.text);
  case Kind::PythonName: return callPythonName(expr, callee.text);
  case Kind::MathName:
    if (!builtinsNamed(callee.text).empty())
      return callBuiltin(expr, callee.text);
    error(expr->func->loc, diag::UnknownMember, "math", callee.text)
        .help("of `math`, a kernel has what `wp` has under the same name");
    return errorType();
  case Kind::Unsupported: return useStatic(expr->func, callee);
  case Kind::PlainFunc:
    error(expr->func->loc, diag::PlainFunction, text(expr->func)).help("write `@wp.func` before its definition");
    return errorType();
  case Kind::Kernel:
    error(expr->func->loc, diag::KernelCalled, text(expr->func)).help("share code through a `@wp.func`");
    return errorType();
  case Kind::Unknown:
  case Kind::TooLarge: reportMissing(expr->func, callee); return errorType();
  case Kind::Class:
    error(expr->func->loc, diag::NotCallable, text(expr->func))
        .note(callee.classDef->name.loc, "the class has no `@wp.struct` before it");
    return errorType();
  case Kind::None:
  case Kind::Bool:
  case Kind::Int:
  case Kind::Float:
  case Kind::String:
  case Kind::Typed:
  case Kind::Sequence:
  case Kind::Dict:
  case Kind::EnumMember:
  case Kind::Generic:
  case Kind::Namespace:
  case Kind::Module: error(expr->func->loc, diag::NotCallable, text(expr->func)); return errorType();
  }
  llvm_unreachable("every kind returned");
}

const Type *FunctionChecker::callWarpName(const Call *expr, StringRef name) {
  if (name == "tid")
    return callThreadId(expr);
  if (name == "printf")
    return callPrintf(expr);
  if (name == "cast")
    return callCast(expr);
  if (name == "vector")
    return callVector(expr);
  if (name == "matrix")
    return callMatrix(expr);
  if (name == "quaternion" || name == "transformation")
    return callOfFloats(expr, /*isTransform=*/name == "transformation");
  if (name == "zeros")
    return callZeros(expr);
  if (name == "array")
    return callArray(expr);
  if (name == "static" || name == "constant")
    return callStaticForm(expr);
  if (!builtinsNamed(name).empty())
    return callBuiltin(expr, name);
  // Its arguments are left alone: they may be of a kind that is not covered either.
  if (isUncoveredBuiltin(name)) {
    error(expr->func->loc, diag::UnsupportedBuiltin, text(expr->func));
    return errorType();
  }
  Diagnostic &diag = error(expr->func->loc, diag::UnsupportedForm, text(expr->func));
  // A type made on the spot has its place at module level.
  if (name.starts_with("types.") || name == "vec" || name == "mat")
    diag.help("use it at module level and name the result");
  return errorType();
}

const Type *FunctionChecker::callPythonName(const Call *expr, StringRef name) {
  bool isKnown = llvm::is_contained({"abs", "len", "max", "min", "pow", "print", "round"}, name);
  if (isKnown)
    return callBuiltin(expr, name);
  Diagnostic &diag = error(expr->func->loc, diag::UnsupportedPython, name);
  if (name == "range" || name == "reversed")
    diag.help("`for i in range(…):` is the one place for it");
  else if (name == "sum" || name == "any" || name == "all")
    diag.help("write a loop");
  return errorType();
}

// wp.tid()
// --------
const Type *FunctionChecker::callThreadId(const Call *expr) {
  unsigned count = expr == unpacked ? targetCount : 1;
  if (!function.isKernel) {
    error(expr->loc, diag::TidInFunc, function.name).help("call it in the kernel and pass the index");
    return errorType();
  }
  if (!expr->args.empty() || !expr->keywords.empty()) {
    error(expr->loc, diag::ArgumentCount, text(expr->func), "no", expr->args.size() + expr->keywords.size());
    return errorType();
  }
  if (count > 4) {
    error(expr->loc, diag::TidCount, count);
    return errorType();
  }
  const Type *result = types.int32();
  if (count > 1)
    result = types.tuple(llvm::SmallVector<const Type *, 4>(count, result));
  return setCallee(expr, {Callee::ThreadId{}, {}, result});
}
