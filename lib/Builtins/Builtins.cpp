// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "kt/Builtins/Builtins.h"
#include "TypePattern.h"
#include "kt/Builtins/Header.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"

namespace kt {

namespace {

#include "kt/Builtins/Overloads.inc"

using OverloadsByName = llvm::StringMap<std::vector<const Builtin *>>;

const OverloadsByName &overloadsByName() {
  static const OverloadsByName table = [] {
    OverloadsByName table;
    for (const Builtin &builtin : builtins)
      table[builtin.name].push_back(&builtin);
    return table;
  }();
  return table;
}

/// As arguments are written, or as they are lowered: what is asked for its truth alone may then be a bool.
enum class Form { Written, Lowered };

bool matchArgs(const Builtin &builtin, ArrayRef<const Type *> args, Bindings &bindings, Form form) {
  size_t fixed = builtin.paramTypes.size();
  if (builtin.isVariadic ? args.size() < fixed : args.size() != fixed)
    return false;
  for (auto [i, arg] : llvm::enumerate(args)) {
    size_t param = std::min(i, fixed - 1);
    bool isTruth = form == Form::Lowered && builtin.domain(i) == ParamDomain::Truth && arg->isBool();
    if (arg ? !isTruth && !bindings.match(*builtin.paramTypes[param], arg) : !builtin.paramDefaults[param])
      return false;
  }
  return !builtin.isVariadic || bindings.bindDim(builtin.repeat, unsigned(args.size() - fixed + 1));
}

bool matchStatics(const Builtin &builtin, ArrayRef<StaticArg> statics, Bindings &bindings) {
  return llvm::equal(builtin.staticTypes, statics,
                     [&](const TypePattern *pattern, const StaticArg &arg) { return bindings.match(*pattern, arg); });
}

} // namespace

ArrayRef<Builtin> allBuiltins() { return builtins; }

StringRef headerOf(const Builtin &builtin) { return headers[builtin.id]; }

ArrayRef<const Builtin *> builtinsNamed(StringRef name) {
  auto found = overloadsByName().find(name);
  if (found == overloadsByName().end())
    return {};
  return found->second;
}

std::optional<BuiltinMatch> resolveBuiltin(StringRef name, ArrayRef<const Type *> args, TypeContext &types,
                                           ArrayRef<StaticArg> statics) {
  for (const Builtin *builtin : builtinsNamed(name))
    if (const Type *result = matchBuiltin(*builtin, args, types, statics))
      return BuiltinMatch{builtin, result};
  return std::nullopt;
}

const Type *matchBuiltin(const Builtin &builtin, ArrayRef<const Type *> args, TypeContext &types,
                         ArrayRef<StaticArg> statics) {
  Bindings bindings;
  if (!matchArgs(builtin, args, bindings, Form::Written) || !matchStatics(builtin, statics, bindings))
    return nullptr;
  return bindings.substitute(*builtin.returns, types);
}

Constant defaultArgument(const Builtin &builtin, unsigned param, ArrayRef<const Type *> args, TypeContext &types) {
  Bindings bindings;
  bool matches = matchArgs(builtin, args, bindings, Form::Written);
  assert(matches && "the overload takes these arguments");
  (void)matches;
  const auto *type = cast<ScalarType>(bindings.substitute(*builtin.paramTypes[param], types));
  double value = *builtin.paramDefaults[param];
  return type->isFloat() ? Constant::real(type, value) : Constant::integer(type, uint64_t(int64_t(value)));
}

bool isCallOf(const Builtin &builtin, ArrayRef<const Type *> args, const Type *result) {
  Bindings bindings;
  return matchArgs(builtin, args, bindings, Form::Lowered) && bindings.match(*builtin.returns, result);
}

std::string signature(const Builtin &builtin) { return builtin.signature.str(); }

} // namespace kt
