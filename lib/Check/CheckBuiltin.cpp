// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Calls of builtins: the overload that takes exactly these types, with names and translation-time arguments in place.

#include "FunctionChecker.h"

using namespace kt;
using namespace kt::ast;
using Kind = StaticValue::Kind;

/// Can some overload take anything but one value for each parameter?
static bool needsBinding(StringRef name) {
  return llvm::any_of(builtinsNamed(name), [](const Builtin *builtin) {
    return !builtin->staticNames.empty() || (!builtin->paramDefaults.empty() && builtin->paramDefaults.back());
  });
}

std::optional<unsigned> kt::knownLength(const Type *type) {
  if (const auto *tuple = dyn_cast<TupleType>(type))
    return tuple->elements().size();
  if (isFixedArray(type))
    return cast<ArrayType>(type)->shape()[0];
  return type->isComposite() ? std::optional(componentCount(type)) : std::nullopt;
}

const Type *FunctionChecker::callBuiltin(const Call *expr, StringRef name) {
  if (!expr->keywords.empty() || needsBinding(name))
    return callBound(expr, name);
  llvm::SmallVector<const Type *, 6> argTypes;
  bool areValid = true;
  for (const Expr *arg : expr->args) {
    const Type *type = check(arg);
    // `print` takes a text; which overload does is for the tables to say.
    if (type->kind() != Type::Kind::String && !type->isError())
      type = type->isNone() ? checkValue(arg) : type;
    areValid &= !type->isError();
    argTypes.push_back(type);
  }
  if (!areValid)
    return errorType();
  if (std::optional<unsigned> length = name == "len" && argTypes.size() == 1 ? knownLength(argTypes[0]) : std::nullopt)
    return setConstant(expr, kt::Constant::int32(*length, types));
  for (const Type *&type : argTypes)
    type = decayed(type);
  std::optional<BuiltinMatch> match = resolveBuiltin(name, argTypes, types);
  for (const Expr *arg : expr->args)
    decay(arg);
  if (!match)
    return reportNoOverload(expr->loc, text(expr->func), name, {expr->args.begin(), expr->args.end()});
  // The type tells how many elements there are, and a name needs no computing.
  if (name == "len" && componentCount(argTypes[0]) && isa<Name>(expr->args[0]))
    return setConstant(expr, kt::Constant::int32(componentCount(argTypes[0]), types));
  return finishBuiltin(expr, *match->builtin, expr->args, argTypes, match->result);
}

bool kt::isMadeFor(const Callee &callee, unsigned i) {
  const auto *builtin = std::get_if<Callee::Builtin>(&callee.what);
  if (!builtin)
    return false;
  // A call with a result may have been made for that.
  Passing passing = builtin->builtin->passing(i);
  return passing == Passing::Out || (passing == Passing::InOut && callee.result->isNone());
}

/// Is `arg` a place for what `call` gives through it? A report if not.
bool FunctionChecker::takesResult(const Call *call, const Expr *arg) {
  if (function.names.contains(arg))
    return true;
  if (isa<Attribute, Subscript>(arg) && !isSliced(arg))
    return isKept(arg);
  error(arg->loc, diag::OutNotVariable, text(call->func), text(arg))
      .help("give it a variable, and store that where the value is wanted");
  return false;
}

/// The overload is found: `args` and `argTypes` are in the order of its parameters, null where one is left out.
const Type *FunctionChecker::finishBuiltin(const Call *expr, const Builtin &builtin, ArrayRef<const Expr *> args,
                                           ArrayRef<const Type *> argTypes, const Type *result) {
  Callee callee{Callee::Builtin{&builtin}, {args.begin(), args.end()}, result};
  for (auto [i, arg] : llvm::enumerate(args)) {
    if (!arg)
      callee.defaults.push_back(defaultArgument(builtin, i, argTypes, types));
    else if (isMadeFor(callee, i) && !takesResult(expr, arg))
      return errorType();
  }
  return setCallee(expr, std::move(callee));
}

// wp.clamp(x=f, low=0.0, high=1.0)
// wp.identity(n=3, dtype=float)
// wp.curlnoise(state, p, gain=0.25)
// ---------------------------------

namespace {
/// The arguments of one call as one overload names them.
struct Bound {
  llvm::SmallVector<const Expr *, 4> args;
  llvm::SmallVector<const Expr *, 2> statics;
};
} // namespace

static std::optional<Bound> bind(const Builtin &builtin, const Call *expr) {
  unsigned paramCount = builtin.paramNames.size();
  unsigned count = paramCount + builtin.staticNames.size();
  if (expr->args.size() > count)
    return std::nullopt;
  llvm::SmallVector<const Expr *, 6> all(expr->args.begin(), expr->args.end());
  all.resize(count, nullptr);
  for (const Keyword &keyword : expr->keywords) {
    unsigned index = llvm::find(builtin.paramNames, keyword.name.text) - builtin.paramNames.begin();
    if (index == paramCount)
      index += llvm::find(builtin.staticNames, keyword.name.text) - builtin.staticNames.begin();
    if (index == count || all[index])
      return std::nullopt;
    all[index] = keyword.value;
  }
  for (unsigned i = 0; i != count; ++i)
    if (!all[i] && (i >= paramCount || !builtin.paramDefaults[i]))
      return std::nullopt;
  return Bound{{all.begin(), all.begin() + paramCount}, {all.begin() + paramCount, all.end()}};
}

bool FunctionChecker::isTypeName(const Expr *expr) {
  std::optional<StaticValue> value = staticOf(expr);
  return valueType(expr) || (value && (value->is(Kind::Type) || value->is(Kind::Generic)));
}

/// What is known of a translation-time argument: a positive number, or a scalar type.
static std::optional<StaticArg> staticArgument(const StaticValue &value) {
  StaticArg result;
  if (value.is(Kind::Int) && value.integer.sgt(0) && value.integer.slt(1024)) {
    result.number = value.integer.getZExtValue();
    return result;
  }
  result.type = value.is(Kind::Type) ? dyn_cast<ScalarType>(value.type) : nullptr;
  if (!result.type)
    return std::nullopt;
  return result;
}

const Type *FunctionChecker::callBound(const Call *expr, StringRef name) {
  llvm::SmallVector<const Expr *, 6> given;
  for (const Builtin *builtin : builtinsNamed(name)) {
    std::optional<Bound> bound = bind(*builtin, expr);
    if (!bound)
      continue;
    llvm::SmallVector<StaticArg, 2> statics;
    for (const Expr *arg : bound->statics) {
      const Type *type = valueType(arg);
      std::optional<StaticArg> known = staticArgument(type ? StaticValue::ofType(type) : numberHere(arg));
      if (known)
        statics.push_back(*known);
    }
    if (statics.size() != bound->statics.size())
      continue;
    llvm::SmallVector<const Type *, 6> argTypes;
    bool areValid = true;
    for (const Expr *arg : bound->args) {
      argTypes.push_back(!arg ? nullptr : typeOf(arg) ? typeOf(arg) : checkValue(arg));
      areValid &= !arg || !argTypes.back()->isError();
    }
    if (!areValid)
      return errorType();
    if (const Type *result = matchBuiltin(*builtin, argTypes, types, statics))
      return finishBuiltin(expr, *builtin, bound->args, argTypes, result);
  }
  for (const Expr *arg : expr->args)
    if (typeOf(arg) || (!isTypeName(arg) && !checkValue(arg)->isError()))
      given.push_back(arg);
  for (const Keyword &keyword : expr->keywords)
    if (typeOf(keyword.value) || (!isTypeName(keyword.value) && !checkValue(keyword.value)->isError()))
      given.push_back(keyword.value);
  return reportNoOverload(expr->loc, text(expr->func), name, given);
}

// Messages
// --------

/// Candidates with as many parameters as there are arguments come first.
static llvm::SmallVector<const Builtin *, 4> closest(StringRef name, unsigned argCount) {
  constexpr unsigned maxCandidates = 4;
  llvm::SmallVector<const Builtin *, 16> all(builtinsNamed(name).begin(), builtinsNamed(name).end());
  auto key = [&](const Builtin *builtin) {
    unsigned count = builtin->paramNames.size();
    unsigned distance = builtin->isVariadic ? 0 : count > argCount ? count - argCount : argCount - count;
    return std::pair(distance, builtin->id);
  };
  llvm::sort(all, [&](const Builtin *a, const Builtin *b) { return key(a) < key(b); });
  return {all.begin(), all.begin() + std::min<size_t>(all.size(), maxCandidates)};
}

/// The cast of one scalar that makes the call fit, which is the common slip; empty if there is none.
std::string FunctionChecker::helpfulCast(StringRef name, ArrayRef<const Expr *> args) {
  llvm::SmallVector<const Type *, 6> argTypes;
  for (const Expr *arg : args)
    argTypes.push_back(typeOf(arg));
  llvm::SmallVector<const Type *, 8> wanted;
  for (const Type *type : argTypes)
    if (const ScalarType *scalar = scalarOf(type->isArray() ? cast<ArrayType>(type)->element() : type))
      wanted.push_back(scalar);
  wanted.append({types.float32(), types.int32()});
  for (auto [i, arg] : llvm::enumerate(args)) {
    const Type *given = argTypes[i];
    if (!given->isScalar() || given->isBool())
      continue;
    for (const Type *type : wanted) {
      argTypes[i] = type;
      if (type == given || !resolveBuiltin(name, argTypes, types))
        continue;
      bool isLiteral = isa<ast::Constant>(arg) && given == types.int32() && type == types.float32();
      return (isLiteral ? "write `" + text(arg) + ".0`" : "cast it: `" + castName(type) + "(" + text(arg) + ")`").str();
    }
    argTypes[i] = given;
  }
  return "";
}

const Type *FunctionChecker::reportNoOverload(Location loc, StringRef shown, StringRef name,
                                              ArrayRef<const Expr *> args) {
  std::string given;
  for (const Expr *arg : args)
    given += (given.empty() ? "" : ", ") + typeOf(arg)->spelling();
  Diagnostic &diag = error(loc, diag::NoOverload, shown, given);
  for (const Builtin *builtin : closest(name, args.size()))
    diag.note({}, "`" + signature(*builtin) + "`");
  diag.help(helpfulCast(name, args));
  return errorType();
}
