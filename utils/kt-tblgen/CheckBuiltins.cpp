// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "BuiltinRecords.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/TableGen/Error.h"

namespace kt::tblgen {

namespace {

class Checker {
public:
  explicit Checker(ArrayRef<BuiltinRecord> builtins) : builtins(builtins) {}

  void check(const BuiltinRecord &builtin) {
    def = builtin.def;
    checkNames(builtin);
    checkSpelling(builtin);
    checkDefaults(builtin);
    checkVariables(builtin);
    checkAdjoint(builtin);
    if (!builtin.doc.empty() && !builtin.doc.ends_with("."))
      fault("`Doc` is not a sentence: it ends without a full stop");
    if (builtin.weight < 0)
      fault("`Weight` is negative");
    if (builtin.repeat && builtin.params.empty())
      fault("`Repeat` is set, but there is no parameter to repeat");
  }

private:
  void fault(const llvm::Twine &text) { PrintError(def, "builtin `" + def->getName() + "`: " + text); }

  void checkNames(const BuiltinRecord &builtin) {
    llvm::StringSet<> seen;
    for (const auto *params : {&builtin.params, &builtin.statics})
      for (const Param &param : *params)
        if (!seen.insert(param.name).second)
          fault("two arguments are called `" + param.name + "`");
  }

  void checkSpelling(const BuiltinRecord &builtin) {
    size_t count = builtin.params.size();
    if (builtin.infix.empty() && builtin.function.empty())
      fault("neither `Infix` nor `Function` says how it is spelled");
    if (!builtin.infix.empty() && count != 1 && count != 2)
      fault("`Infix` needs one or two arguments, not " + llvm::Twine(count));
    if (!builtin.infix.empty() && llvm::any_of(builtin.params, [](const Param &p) { return p.passing != "Value"; }))
      fault("`Infix` is for values, and an argument is a place");
  }

  /// Only scalars have defaults, and only the last arguments; what type one has is for the others to say.
  void checkDefaults(const BuiltinRecord &builtin) {
    llvm::StringSet<> settled;
    StringRef earlier;
    for (const Param &param : builtin.params) {
      double number;
      if (param.defaultValue.empty()) {
        if (!earlier.empty())
          fault("`" + earlier + "` has a default, and `" + param.name + "` behind it has none");
        walkPattern(param.pattern, [&](const Record *part) {
          if (part->getValue("Symbol"))
            settled.insert(part->getValueAsString("Symbol"));
        });
        continue;
      }
      earlier = param.name;
      bool isKnown = isA(param.pattern, "Exactly") ||
                     (isA(param.pattern, "TypeVar") && settled.contains(param.pattern->getValueAsString("Symbol")));
      if (param.passing != "Value" || !isKnown)
        fault("the default of `" + param.name + "` has no type");
      if (param.defaultValue.getAsDouble(number))
        fault("the default of `" + param.name + "` is no number");
    }
  }

  /// A variable has one meaning in a record, and the result has no variable that the arguments do not settle.
  void checkVariables(const BuiltinRecord &builtin) {
    llvm::StringMap<const Record *> settled;
    auto settle = [&](const Record *part) {
      if (!part->getValue("Symbol"))
        return;
      auto [entry, isNew] = settled.try_emplace(part->getValueAsString("Symbol"), part);
      if (!isNew && entry->second != part)
        fault("`" + entry->getKey() + "` stands for two things");
    };
    for (const auto *params : {&builtin.params, &builtin.statics})
      for (const Param &param : *params)
        walkPattern(param.pattern, settle);
    if (builtin.repeat)
      settle(builtin.repeat);
    walkPattern(builtin.returns, [&](const Record *part) {
      if (part->getValue("Symbol") && !settled.contains(part->getValueAsString("Symbol")))
        fault("no argument settles `" + part->getValueAsString("Symbol") + "` of the result");
      if (isA(part, "OneOf"))
        fault("the result is a class of types, not a type");
    });
    size_t results = tupleElements(builtin.returns).size();
    if (isA(builtin.returns, "Tuple") && results != 2 && results != 3)
      fault("a tuple has two or three results, not " + llvm::Twine(results));
  }

  void checkAdjoint(const BuiltinRecord &builtin) {
    if (!builtin.adjoints.empty() && !builtin.isDifferentiable)
      fault("has an `Adjoint`, but is not `Differentiable`");
    for (const AdjointRecord &adjoint : builtin.adjoints)
      checkRule(builtin, *adjoint.rule);
  }

  /// How many values and how many numbers each part of a rule takes; `call` has a check of its own.
  struct RuleShape {
    StringRef op;
    unsigned minValues, maxValues, maxNumbers;
  };
  static constexpr RuleShape ruleShapes[] = {{"grad", 0, 0, 1}, {"result", 0, 0, 1},  {"gradAt", 1, 1, 0},
                                             {"less", 2, 2, 0}, {"valueAt", 1, 1, 0}, {"part", 1, 1, 1},
                                             {"zero", 1, 1, 0}, {"number", 0, 0, 0},  {"make", 2, 10, 0}};

  void checkRule(const BuiltinRecord &builtin, const llvm::DagInit &rule) {
    StringRef op = rule.getOperatorAsDef(def->getLoc())->getName();
    unsigned values = 0, numbers = 0, texts = 0;
    for (unsigned i = 0; i < rule.getNumArgs(); ++i) {
      if (const auto *nested = llvm::dyn_cast<llvm::DagInit>(rule.getArg(i)))
        checkRule(builtin, *nested);
      else if (llvm::isa<llvm::StringInit>(rule.getArg(i)))
        ++texts;
      else if (!llvm::isa<llvm::IntInit>(rule.getArg(i)) && paramIndex(builtin, rule.getArgNameStr(i)) < 0)
        fault("`Adjoint` names `" + rule.getArgNameStr(i) + "`, which the call does not have");
      (llvm::isa<llvm::IntInit>(rule.getArg(i)) ? numbers : values) += !llvm::isa<llvm::StringInit>(rule.getArg(i));
    }
    if (op == "call") {
      checkCall(rule, values);
      return;
    }
    const auto *shape = llvm::find_if(ruleShapes, [&](const RuleShape &shape) { return shape.op == op; });
    if (shape == std::end(ruleShapes) || values < shape->minValues || values > shape->maxValues ||
        numbers > shape->maxNumbers || texts != (op == "number"))
      fault("`" + rule.getAsString() + "` is no adjoint rule");
  }

  /// `(call "name", ...)`
  void checkCall(const llvm::DagInit &rule, size_t count) {
    const auto *name = rule.getNumArgs() ? llvm::dyn_cast<llvm::StringInit>(rule.getArg(0)) : nullptr;
    if (!name) {
      fault("`call` in an adjoint rule begins with the name of a builtin");
      return;
    }
    auto takesIt = [&](const BuiltinRecord &other) {
      return other.name == name->getValue() && other.params.size() == count;
    };
    if (llvm::none_of(builtins, takesIt))
      fault("no builtin `" + name->getValue() + "` takes " + llvm::Twine(count) + " arguments");
  }

  ArrayRef<BuiltinRecord> builtins;
  const Record *def = nullptr;
};

} // namespace

void checkBuiltins(ArrayRef<BuiltinRecord> builtins) {
  Checker checker(builtins);
  for (const BuiltinRecord &builtin : builtins)
    checker.check(builtin);
}

} // namespace kt::tblgen
