// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Session.h"
#include "WarpNames.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/SaveAndRestore.h"

using namespace kt;
using namespace kt::ast;
using Kind = StaticValue::Kind;

// Decorators
// ----------

/// `@wp.kernel` and `@wp.kernel(…)` name the same thing.
static FuncRole roleOfDecorator(Session &session, ModuleScope &scope, const Expr *decorator) {
  if (const auto *call = dyn_cast<Call>(decorator))
    decorator = call->func;
  if (!isa<Name, Attribute>(decorator))
    return FuncRole::Undecided;
  StaticValue value = evaluate(session, scope, decorator);
  if (!value.is(Kind::WarpName))
    return FuncRole::Undecided;
  return llvm::StringSwitch<FuncRole>(value.text)
      .Case("kernel", FuncRole::Kernel)
      .Case("func", FuncRole::Func)
      .Case("func_native", FuncRole::Native)
      .Cases({"func_grad", "func_replay", "overload"}, FuncRole::Ignored)
      .Default(FuncRole::Undecided);
}

FuncRole kt::roleOf(Session &session, ModuleScope &scope, const FunctionDef *def) {
  if (def->decorators.empty())
    return FuncRole::Plain;
  for (const Expr *decorator : def->decorators)
    if (FuncRole role = roleOfDecorator(session, scope, decorator); role != FuncRole::Undecided)
      return role;
  return FuncRole::Undecided;
}

static bool isStruct(Session &session, ModuleScope &scope, const ClassDef *def) {
  return llvm::any_of(def->decorators, [&](const Expr *decorator) {
    if (!isa<Name, Attribute>(decorator))
      return false;
    StaticValue value = evaluate(session, scope, decorator);
    return value.is(Kind::WarpName) && value.text == "struct";
  });
}

// Imports
// -------

static std::optional<Namespace> namespaceNamed(StringRef dotted) {
  return llvm::StringSwitch<std::optional<Namespace>>(dotted)
      .Case("warp", Namespace::Warp)
      .Cases({"warp.types", "warp._src.types"}, Namespace::WarpTypes)
      .Case("math", Namespace::Math)
      .Case("numpy", Namespace::Numpy)
      .Cases({"typing", "typing_extensions"}, Namespace::Typing)
      .Case("enum", Namespace::Enum)
      .Default(std::nullopt);
}

static StaticValue ofModule(ModuleScope *module) {
  StaticValue value = StaticValue::ofText(Kind::Module, {});
  value.module = module;
  return value;
}

static StaticValue moduleNamed(Session &session, StringRef dotted, unsigned level, FileId from, Location loc) {
  if (level == 0)
    if (std::optional<Namespace> space = namespaceNamed(dotted))
      return StaticValue::ofNamespace(*space);
  if (ModuleScope *module = loadModule(session, dotted, level, from))
    return ofModule(module);
  return StaticValue::unknown(loc, "no file of a module `" + dotted + "` was found");
}

static StaticValue imported(Session &session, ModuleScope &scope, const Binding &binding) {
  if (binding.kind == Binding::Import) {
    StringRef dotted = binding.alias->name.text;
    bool isWhole = !binding.alias->asName.text.empty();
    return moduleNamed(session, isWhole ? dotted : dotted.split('.').first, 0, scope.file(), binding.loc);
  }
  const auto *import = cast<ImportFrom>(binding.stmt);
  StaticValue module = moduleNamed(session, import->module, import->level, scope.file(), binding.loc);
  bool isOwn =
      module.is(Kind::Module) && module.module == &scope.fileScope(); // a package that hands on a file of its own
  if (!module.isMissing() && !isOwn) {
    StaticValue value = memberOf(session, module, binding.alias->name, binding.loc);
    if (!value.is(Kind::Unknown) || !value.reason.empty())
      return value;
  }
  // What is not a name of the package may be a file in it.
  std::string dotted = (import->module + (import->module.empty() ? "" : ".") + binding.alias->name.text).str();
  if (ModuleScope *submodule = loadModule(session, dotted, import->level, scope.file()))
    return ofModule(submodule);
  return StaticValue::unknown(binding.loc,
                              "`" + binding.alias->name.text + "` was not found in module `" + import->module + "`");
}

// Members
// -------

/// `warp.name`. Its own modules hold what it hands on; others, such as `warp.fem`, are files if Warp can be found.
static StaticValue memberOfWarp(Session &session, StringRef name, Location loc) {
  if (name == "_src")
    return StaticValue::ofNamespace(Namespace::Warp);
  StaticValue value = warpName(name, session.types);
  if (value.isMissing())
    if (ModuleScope *module = loadModule(session, ("warp." + name).str(), 0, loc.file))
      return ofModule(module);
  return value;
}

static StaticValue memberOfNamespace(Session &session, Namespace space, StringRef name, Location loc) {
  switch (space) {
  case Namespace::Warp: return memberOfWarp(session, name, loc);
  case Namespace::WarpTypes: return warpTypesName(name, session.types);
  case Namespace::Math: {
    StaticValue value = mathConstant(name);
    return value.isMissing() ? StaticValue::ofText(Kind::MathName, name) : value;
  }
  case Namespace::Numpy: {
    StaticValue value = numpyConstant(name);
    if (!value.isMissing())
      return value;
    // A kernel takes `np.sin` for what `wp.sin` is.
    return builtinsNamed(name).empty() ? StaticValue::unknown(loc, "`numpy." + name + "` would have to be run")
                                       : StaticValue::ofText(Kind::MathName, name);
  }
  case Namespace::Typing:
    if (name == "Any" || name == "Callable")
      return StaticValue::ofTemplate(templateNamed(name));
    if (name == "Tuple")
      return StaticValue::ofText(Kind::PythonName, "tuple");
    return StaticValue::unknown(loc, "`typing." + name + "` is no type of a kernel");
  case Namespace::Enum: return StaticValue::unknown(loc, "`enum." + name + "` is known as a base class only");
  }
  llvm_unreachable("every namespace returned");
}

static StaticValue memberOfModule(Session &session, ModuleScope &module, StringRef name);

StaticValue kt::memberOf(Session &session, const StaticValue &base, const Identifier &attr, Location loc) {
  switch (base.kind) {
  case Kind::Namespace: return memberOfNamespace(session, base.space, attr.text, loc);
  case Kind::Module: return memberOfModule(session, *base.module, attr.text);
  case Kind::Class: return memberOfClass(session, base, attr.text, loc);
  case Kind::EnumMember: return attr.text == "value" ? base.elements[0] : StaticValue();
  case Kind::Int: return attr.text == "value" ? base : StaticValue(); // of an IntEnum
  case Kind::Unsupported: return base;
  case Kind::Unknown:
  case Kind::TooLarge:
  case Kind::None:
  case Kind::Bool:
  case Kind::Float:
  case Kind::String:
  case Kind::Typed:
  case Kind::Sequence:
  case Kind::Dict:
  case Kind::Type:
  case Kind::Generic:
  case Kind::WarpName:
  case Kind::PythonName:
  case Kind::MathName:
  case Kind::PlainFunc:
  case Kind::Funcs:
  case Kind::Kernel: return StaticValue();
  }
  llvm_unreachable("every kind returned");
}

// Names
// -----

static FuncDecl &declOf(Session &session, ModuleScope &scope, const FunctionDef *def) {
  FuncDecl *&decl = session.declOfDef[{&scope, def}];
  if (!decl)
    decl = &session.funcDecls.emplace_back(def, &scope);
  return *decl;
}

StaticValue kt::functionNamed(Session &session, ModuleScope &scope, StringRef name,
                              ArrayRef<const FunctionDef *> defs) {
  FuncGroup group{name, {}};
  for (const FunctionDef *def : defs) {
    switch (roleOf(session, scope, def)) {
    case FuncRole::Ignored: break;
    case FuncRole::Kernel: return StaticValue::ofFunction(Kind::Kernel, def, scope);
    case FuncRole::Plain: return StaticValue::ofFunction(Kind::PlainFunc, def, scope);
    case FuncRole::Undecided:
      return StaticValue::unknown(def->name.loc, "a decorator of `" + name + "` would have to be run");
    case FuncRole::Native: declOf(session, scope, def).isNative = true; [[fallthrough]];
    case FuncRole::Func: group.overloads.push_back(&declOf(session, scope, def)); break;
    }
  }
  for (FuncDecl *decl : group.overloads)
    decl->isOverloaded |= group.overloads.size() > 1;
  if (group.overloads.empty())
    return StaticValue::unknown(defs[0]->name.loc, "`" + name + "` stands for a gradient or an overload only");
  FuncGroup *&known = session.groupOfLast[{&scope, defs.back()}];
  if (!known)
    known = &session.funcGroups.emplace_back(std::move(group));
  StaticValue value = StaticValue::ofText(Kind::Funcs, name);
  value.funcs = known;
  return value;
}

static bool isSameImport(const Binding &left, const Binding &right) {
  if (left.kind != right.kind || !left.alias || left.alias->name.text != right.alias->name.text)
    return false;
  const auto *leftFrom = dyn_cast<ImportFrom>(left.stmt), *rightFrom = dyn_cast<ImportFrom>(right.stmt);
  return !leftFrom || (leftFrom->module == rightFrom->module && leftFrom->level == rightFrom->level);
}

static StaticValue opaque(StringRef name, const Binding &binding) {
  StringRef what = llvm::isa_and_present<AugAssign>(binding.stmt) ? "is changed in place"
                   : llvm::isa_and_present<Delete>(binding.stmt)  ? "is deleted"
                   : llvm::isa_and_present<For>(binding.stmt)
                       ? "is set by a loop"
                       : "gets its value from something that would have to be run";
  return StaticValue::unknown(binding.loc, "`" + name + "` " + what);
}

llvm::SmallVector<Binding, 2> kt::reachable(Session &session, ModuleScope &scope,
                                            llvm::SmallVector<Binding, 2> bindings) {
  if (bindings.size() > 1)
    llvm::erase_if(bindings, [&](const Binding &binding) {
      for (const Guard *guard = binding.guard; guard; guard = guard->outer)
        if (std::optional<bool> truth = truthOf(evaluate(session, scope, guard->stmt->test));
            truth && *truth != guard->inBody)
          return true;
      return false;
    });
  return bindings;
}

/// A func that a call returns has no name of its own but the one that it is given.
static void nameAfter(const StaticValue &value, StringRef name) {
  if (!value.is(Kind::Funcs) || value.funcs->overloads.size() != 1)
    return;
  FuncDecl &decl = *value.funcs->overloads[0];
  if (decl.scope->function() && decl.name == decl.def->name.text)
    decl.name = name;
}

/// `name = value` at one place. What is changed in place later is not known.
static StaticValue assigned(Session &session, ModuleScope &scope, StringRef name, const Binding &binding) {
  if (Location loc = scope.globalStatement(name); loc.isValid())
    return StaticValue::unknown(loc, "a function may assign `" + name + "` anew");
  llvm::SaveAndRestore<std::optional<Session::Moment>> now(session.moment, {{&scope, binding.loc.begin}});
  StaticValue value = evaluate(session, scope, binding.value);
  if (value.is(Kind::Sequence) || value.is(Kind::Dict))
    if (Location loc = indexOf(session, scope).changeOf(scope.function(), name); loc.isValid())
      return StaticValue::unknown(loc, "`" + name + "` is changed in place");
  if (binding.kind == Binding::Value) {
    if (isa<Call>(binding.value))
      nameAfter(value, name);
    return value;
  }
  if (value.isMissing())
    return value;
  if (!value.is(Kind::Sequence) || binding.item >= value.elements.size())
    return opaque(name, binding);
  return value.elements[binding.item];
}

static StaticValue bound(Session &session, ModuleScope &scope, StringRef name, llvm::SmallVector<Binding, 2> bindings) {
  bindings = reachable(session, scope, std::move(bindings));
  if (bindings.empty())
    return StaticValue::unknown({}, "no `if` sets `" + name + "`");
  // A class takes the place of one of its name that is defined before.
  auto isPlainClass = [&](const Binding &binding) {
    return binding.kind == Binding::Class && llvm::is_contained(scope.statements(), binding.stmt);
  };
  if (llvm::all_of(bindings, isPlainClass))
    bindings.erase(bindings.begin(), std::prev(bindings.end()));
  const Binding &first = bindings.front();
  if (llvm::all_of(bindings, [](const Binding &binding) { return binding.kind == Binding::Function; })) {
    llvm::SmallVector<const FunctionDef *, 2> defs;
    for (const Binding &binding : bindings)
      defs.push_back(cast<FunctionDef>(binding.stmt));
    return functionNamed(session, scope, name, defs);
  }
  for (const Binding &other : ArrayRef(bindings).drop_front())
    if (!isSameImport(first, other))
      return StaticValue::unknown(other.loc, "`" + name + "` is assigned more than once");
  switch (first.kind) {
  case Binding::Value:
  case Binding::Item: return assigned(session, scope, name, first);
  case Binding::Param: return parameterValue(session, scope, first);
  case Binding::Import:
  case Binding::ImportFrom: return imported(session, scope, first);
  case Binding::Class: {
    const auto *def = cast<ClassDef>(first.stmt);
    if (isStruct(session, scope, def))
      return StaticValue::ofType(resolveStruct(session, scope, def));
    StaticValue value = StaticValue::ofText(Kind::Class, name);
    value.classDef = def;
    value.module = &scope;
    return value;
  }
  case Binding::Opaque: return opaque(name, first);
  case Binding::Function: break;
  }
  llvm_unreachable("functions were handled above");
}

/// A name that `from m import *` binds; Unknown without a reason if none does.
static StaticValue fromStars(Session &session, ModuleScope &scope, StringRef name) {
  for (const ImportFrom *star : llvm::reverse(scope.starImports())) {
    StaticValue module = moduleNamed(session, star->module, star->level, scope.file(), star->loc);
    if (module.isMissing())
      continue;
    StaticValue value = memberOf(session, module, {name, star->loc}, star->loc);
    bool isFunctionOfMath = value.is(Kind::MathName); // any name at all looks like one
    if (!value.isMissing() && !isFunctionOfMath)
      return value;
  }
  return StaticValue();
}

/// A name that no statement binds: one imported with others, Python's own, or a builtin or type without its `wp.`.
static StaticValue unbound(Session &session, ModuleScope &scope, StringRef name) {
  StaticValue value = fromStars(session, scope, name);
  if (value.isMissing())
    value = pythonName(name, session.types);
  if (!value.isMissing())
    return value;
  value = warpName(name, session.types);
  return value.is(Kind::WarpName) || value.is(Kind::Type) ? value : StaticValue();
}

/// `module.name`: what the file binds, or a file of the package.
static StaticValue memberOfModule(Session &session, ModuleScope &module, StringRef name) {
  if (!module.bindings(name).empty())
    return lookup(session, module, name);
  StaticValue value = fromStars(session, module, name);
  if (!value.isMissing())
    return value;
  if (ModuleScope *submodule = loadSubmodule(session, module, name))
    return ofModule(submodule);
  return StaticValue();
}

/// What binds `name` so far. Only definitions are told apart by time: a value that changes is not known at all.
static llvm::SmallVector<Binding, 2> bindingsSoFar(Session &session, ModuleScope &scope, StringRef name) {
  llvm::SmallVector<Binding, 2> bindings = scope.bindings(name);
  auto isDefinition = [](const Binding &binding) {
    return binding.kind == Binding::Function || binding.kind == Binding::Class;
  };
  if (!session.moment || session.moment->scope != &scope || !llvm::all_of(bindings, isDefinition))
    return bindings;
  auto isLater = [&](const Binding &binding) { return binding.loc.begin >= session.moment->offset; };
  if (!llvm::all_of(bindings, isLater))
    llvm::erase_if(bindings, isLater);
  return bindings;
}

const StaticValue &kt::lookup(Session &session, ModuleScope &from, StringRef name) {
  ModuleScope &scope = from.ownerOf(name);
  llvm::SmallVector<Binding, 2> bindings = bindingsSoFar(session, scope, name);
  ModuleScope::Known &known = scope.known(name, bindings.size());
  if (known.isSet)
    return known.value;
  if (known.inProgress) {
    const auto *classDef = bindings.empty() ? nullptr : dyn_cast_or_null<ClassDef>(bindings[0].stmt);
    bool containsItself = classDef && isStruct(session, scope, classDef);
    known.value = containsItself ? StaticValue::ofType(resolveStruct(session, scope, classDef))
                                 : StaticValue::unknown({}, "`" + name + "` is defined by itself");
    return known.value;
  }
  known.inProgress = true;
  llvm::SaveAndRestore<const StaticValue *> outOfClass(session.enclosingClass, nullptr);
  llvm::SaveAndRestore<const llvm::StringMap<StaticValue> *> outOfLoop(session.loopNames, nullptr);
  llvm::SaveAndRestore<std::optional<Session::Moment>> later(session.moment, std::nullopt);
  StaticValue value;
  if (const StaticValue *definition = definitionOf(session, scope, name))
    value = *definition;
  else
    value = bindings.empty() ? unbound(session, scope, name) : bound(session, scope, name, std::move(bindings));
  known.inProgress = false;
  known.isSet = true;
  known.value = std::move(value);
  return known.value;
}
