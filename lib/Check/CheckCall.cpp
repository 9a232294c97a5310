// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Calls: what is called, and the arguments of funcs put in the order of the parameters.

#include "FunctionChecker.h"
#include "WarpNames.h"
#include "llvm/ADT/StringExtras.h"

using namespace kt;
using namespace kt::ast;
using Kind = StaticValue::Kind;

// callee(args…)
// -------------

const Type *FunctionChecker::checkCall(const Call *expr) {
  if (std::optional<StaticValue> callee = staticOf(expr->func)) {
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

bool FunctionChecker::checkArguments(const Call *expr) {
  bool areValid = true;
  for (const Expr *arg : expr->args)
    areValid &= !checkValue(arg)->isError();
  for (const Keyword &keyword : expr->keywords)
    areValid &= !checkValue(keyword.value)->isError();
  return areValid;
}

// wp.tid()
// --------
const Type *FunctionChecker::callThreadId(const Call *expr) {
  unsigned count = std::max(1u, std::exchange(tupleTargets, 0));
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

// func(args…)
// -----------

static unsigned paramCount(const FunctionDef *def) {
  return def->params.positionalOnly.size() + def->params.positional.size() + def->params.keywordOnly.size();
}

static const Param &paramAt(const FunctionDef *def, unsigned index) {
  for (ArrayRef<Param> list : {def->params.positionalOnly, def->params.positional, def->params.keywordOnly}) {
    if (index < list.size())
      return list[index];
    index -= list.size();
  }
  llvm_unreachable("no such parameter");
}

/// Puts the arguments in the order of the parameters, defaults where nothing is given. False if they do not fit.
bool FunctionChecker::bindArguments(const FuncDecl &decl, const Call *expr, llvm::SmallVectorImpl<const Expr *> &args) {
  unsigned count = paramCount(decl.def);
  unsigned positional = count - decl.def->params.keywordOnly.size();
  if (expr->args.size() > positional || decl.paramTypes.size() != count)
    return false;
  args.assign(expr->args.begin(), expr->args.end());
  args.resize(count, nullptr);
  for (const Keyword &keyword : expr->keywords) {
    unsigned i = decl.def->params.positionalOnly.size();
    while (i < count && paramAt(decl.def, i).name.text != keyword.name.text)
      ++i;
    if (i == count || args[i])
      return false;
    args[i] = keyword.value;
  }
  for (unsigned i = 0; i < count; ++i) {
    if (!args[i])
      args[i] = paramAt(decl.def, i).defaultValue;
    if (!args[i])
      return false;
  }
  return true;
}

/// A default is worked out once, where the func stands; the caller holds its value.
void FunctionChecker::checkDefault(const FuncDecl &decl, const Expr *value, const Type *type) {
  if (function.constants.contains(value))
    return;
  StaticValue known = evaluate(session, *decl.scope, value);
  if (!known.isNumber() && !known.is(Kind::Typed)) {
    error(value->loc, diag::DefaultNotStatic, text(value));
    return;
  }
  const Type *valueType = useStatic(value, known);
  if (valueType->isError())
    return;
  function.types[value] = valueType;
  if (valueType != type)
    error(value->loc, diag::DefaultType, text(value), valueType->spelling(), type->spelling());
}

/// Does the overload take these arguments? `args` are then in its order.
bool FunctionChecker::takes(const FuncDecl &decl, const Call *expr, llvm::SmallVectorImpl<const Expr *> &args) {
  if (!bindArguments(decl, expr, args))
    return false;
  for (auto [arg, type] : llvm::zip_equal(args, decl.paramTypes))
    if (const Type *given = typeOf(arg); given && given != type) // a default has no type yet
      return false;
  return true;
}

const Type *FunctionChecker::callFuncs(const Call *expr, FuncGroup &group) {
  if (!checkArguments(expr))
    return errorType();
  bool anyFailed = false;
  FuncDecl *chosen = nullptr;
  llvm::SmallVector<const Expr *, 4> args;
  for (FuncDecl *decl : group.overloads) {
    resolveSignature(session, *decl);
    if (llvm::any_of(decl->paramTypes, [](const Type *type) { return type->isError(); })) {
      anyFailed = true;
      failedCallee = decl;
      continue;
    }
    llvm::SmallVector<const Expr *, 4> bound;
    if (!takes(*decl, expr, bound))
      continue;
    if (chosen && chosen->paramTypes == decl->paramTypes) {
      error(decl->def->name.loc, diag::DuplicateFunc, group.name).note(chosen->def->name.loc, "the first one");
      return errorType();
    }
    if (!chosen) {
      chosen = decl;
      args = std::move(bound);
    }
  }
  if (chosen)
    return finishFuncCall(expr, *chosen, std::move(args));
  if (!anyFailed)
    return reportNoFunc(expr, group);
  isValid = false;
  return errorType();
}

const Type *FunctionChecker::finishFuncCall(const Node *node, FuncDecl &decl, llvm::SmallVector<const Expr *, 4> args) {
  tupleTargets = 0;
  if (decl.state == FuncDecl::InProgress) {
    error(node->loc, diag::Recursion, decl.def->name.text)
        .note(decl.def->name.loc, "its definition")
        .help("write a loop");
    return errorType();
  }
  if (session.callStack.size() >= maxCallDepth) {
    error(node->loc, diag::CallsTooDeep, decl.def->name.text);
    return errorType();
  }
  unsigned i = 0;
  for (const Expr *arg : args) {
    const Type *type = decl.paramTypes[i++];
    if (!function.types.contains(arg))
      checkDefault(decl, arg, type);
  }
  const CheckedFunction *callee = requireChecked(session, decl);
  if (!callee) {
    isValid = false;
    failedCallee = &decl;
    return errorType();
  }
  return setCallee(node, {Callee::Func{callee}, std::move(args), callee->result});
}

// Messages
// --------

static std::string signatureOf(const FuncDecl &decl) {
  std::string text = (decl.def->name.text + "(").str();
  for (unsigned i = 0; i < decl.paramTypes.size(); ++i)
    text += (i ? ", " : "") + paramAt(decl.def, i).name.text.str() + ": " + decl.paramTypes[i]->spelling();
  return text + ")";
}

const Type *FunctionChecker::reportNoFunc(const Call *expr, FuncGroup &group) {
  std::string given;
  for (const Expr *arg : expr->args)
    given += (given.empty() ? "" : ", ") + typeOf(arg)->spelling();
  for (const Keyword &keyword : expr->keywords)
    given += (given.empty() ? "" : ", ") + keyword.name.text.str() + ": " + typeOf(keyword.value)->spelling();
  Diagnostic &diag = error(expr->loc, diag::NoMatchingFunc, group.name, given);
  constexpr unsigned maxCandidates = 4;
  for (const FuncDecl *decl : ArrayRef(group.overloads).take_front(maxCandidates))
    diag.note(decl->def->name.loc, "`" + signatureOf(*decl) + "`");
  if (group.overloads.size() != 1 || group.overloads[0]->paramTypes.size() != expr->args.size())
    return errorType();
  for (auto [arg, type] : llvm::zip_equal(expr->args, group.overloads[0]->paramTypes)) {
    const Type *argType = typeOf(arg);
    if (argType != type && argType->isScalar() && type->isScalar())
      return diag.help(("cast the argument: `" + castName(type) + "(" + text(arg) + ")`").str()), errorType();
  }
  return errorType();
}
