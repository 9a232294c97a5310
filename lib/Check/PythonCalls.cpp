// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "StaticValue.h"
#include "llvm/ADT/APFloat.h"
#include "llvm/ADT/APSInt.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include <cmath>

using namespace kt;

using UnaryMath = double (*)(double);
using BinaryMath = double (*)(double, double);

// math.*
// ------

static UnaryMath unaryMath(StringRef name) {
  constexpr double degreesPerRadian = 57.295779513082320877;
  return llvm::StringSwitch<UnaryMath>(name)
      .Case("sin", [](double x) { return std::sin(x); })
      .Case("cos", [](double x) { return std::cos(x); })
      .Case("tan", [](double x) { return std::tan(x); })
      .Case("asin", [](double x) { return std::asin(x); })
      .Case("acos", [](double x) { return std::acos(x); })
      .Case("atan", [](double x) { return std::atan(x); })
      .Case("sinh", [](double x) { return std::sinh(x); })
      .Case("cosh", [](double x) { return std::cosh(x); })
      .Case("tanh", [](double x) { return std::tanh(x); })
      .Case("exp", [](double x) { return std::exp(x); })
      .Case("exp2", [](double x) { return std::exp2(x); })
      .Case("expm1", [](double x) { return std::expm1(x); })
      .Case("log", [](double x) { return std::log(x); })
      .Case("log2", [](double x) { return std::log2(x); })
      .Case("log10", [](double x) { return std::log10(x); })
      .Case("log1p", [](double x) { return std::log1p(x); })
      .Case("sqrt", [](double x) { return std::sqrt(x); })
      .Case("cbrt", [](double x) { return std::cbrt(x); })
      .Case("fabs", [](double x) { return std::fabs(x); })
      .Case("erf", [](double x) { return std::erf(x); })
      .Case("erfc", [](double x) { return std::erfc(x); })
      .Case("radians", [](double x) { return x / degreesPerRadian; })
      .Case("degrees", [](double x) { return x * degreesPerRadian; })
      .Default(nullptr);
}

static BinaryMath binaryMath(StringRef name) {
  return llvm::StringSwitch<BinaryMath>(name)
      .Case("atan2", [](double y, double x) { return std::atan2(y, x); })
      .Case("pow", [](double x, double y) { return std::pow(x, y); })
      .Case("hypot", [](double x, double y) { return std::hypot(x, y); })
      .Case("fmod", [](double x, double y) { return std::fmod(x, y); })
      .Case("copysign", [](double x, double y) { return std::copysign(x, y); })
      .Case("log", [](double x, double base) { return std::log(x) / std::log(base); })
      .Default(nullptr);
}

/// A float that Python turns into an integer: nothing where it raises.
static StaticValue toPythonInt(double value, Location loc) {
  if (!std::isfinite(value))
    return StaticValue::unknown(loc, "an infinity or NaN is no integer");
  llvm::APSInt result(StaticValue::intWidth, /*isUnsigned=*/false);
  bool isExact;
  if (llvm::APFloat(value).convertToInteger(result, llvm::APFloat::rmTowardZero, &isExact) & llvm::APFloat::opInvalidOp)
    return StaticValue::tooLarge(loc, "the number needs more than 256 bits");
  return StaticValue::ofInt(llvm::APInt(result));
}

StaticValue kt::evaluateMath(StringRef name, ArrayRef<StaticValue> args, Location loc) {
  for (const StaticValue &arg : args) {
    if (arg.isMissing())
      return arg;
    if (!arg.isNumber())
      return StaticValue::unknown(loc, "`math." + name + "` takes numbers");
  }
  bool isRounding = name == "floor" || name == "ceil" || name == "trunc";
  if (args.size() == 1 && isRounding) {
    if (!args[0].is(StaticValue::Kind::Float))
      return args[0];
    double value = args[0].real;
    return toPythonInt(name == "floor" ? std::floor(value) : name == "ceil" ? std::ceil(value) : value, loc);
  }
  double result = NAN;
  if (UnaryMath function = args.size() == 1 ? unaryMath(name) : nullptr)
    result = function(toDouble(args[0]));
  else if (BinaryMath function = args.size() == 2 ? binaryMath(name) : nullptr)
    result = function(toDouble(args[0]), toDouble(args[1]));
  else
    return StaticValue::unknown(loc,
                                "`math." + name + "` of " + llvm::Twine(args.size()) + " arguments is not worked out");
  bool isPlain = llvm::all_of(args, [](const StaticValue &arg) { return std::isfinite(toDouble(arg)); });
  if (isPlain && !std::isfinite(result))
    return StaticValue::unknown(loc, "`math." + name + "` raises an error for this value");
  return StaticValue::ofFloat(result);
}

// Python's builtin functions
// --------------------------

static StaticValue extreme(bool isMax, ArrayRef<StaticValue> args, Location loc) {
  if (args.size() == 1 && args[0].is(StaticValue::Kind::Sequence))
    return extreme(isMax, args[0].elements, loc);
  if (args.empty())
    return StaticValue::unknown(loc, "there is nothing to choose from");
  const StaticValue *best = &args[0];
  for (const StaticValue &arg : args.drop_front()) {
    StaticValue isBetter =
        evaluateCompare(isMax ? ast::CompareOperator::Gt : ast::CompareOperator::Lt, arg, *best, loc);
    if (isBetter.isMissing())
      return isBetter;
    if (isBetter.boolean)
      best = &arg;
  }
  return *best;
}

static StaticValue convertNumber(StringRef name, const StaticValue &value, Location loc) {
  if (name == "bool") {
    if (std::optional<bool> truth = truthOf(value))
      return StaticValue::ofBool(*truth);
  } else if (name == "float") {
    if (value.isNumber())
      return StaticValue::ofFloat(toDouble(value));
    if (value.is(StaticValue::Kind::String)) {
      StringRef text = value.text.trim();
      bool isNegative = text.consume_front("-") || (text.consume_front("+"), false);
      if (text.equals_insensitive("inf") || text.equals_insensitive("infinity"))
        return StaticValue::ofFloat(isNegative ? -INFINITY : INFINITY);
      if (text.equals_insensitive("nan"))
        return StaticValue::ofFloat(NAN);
    }
  } else if (value.is(StaticValue::Kind::Float)) {
    return toPythonInt(value.real, loc);
  } else if (value.is(StaticValue::Kind::EnumMember)) {
    return StaticValue::unknown(loc, "a member of a plain Enum is no number");
  } else if (value.isNumber()) {
    return value.is(StaticValue::Kind::Bool) ? StaticValue::ofInt(value.boolean) : value;
  }
  return StaticValue::unknown(loc, "`" + name + "` of this value is not worked out");
}

StaticValue kt::evaluatePythonCall(StringRef name, ArrayRef<StaticValue> args, Location loc) {
  for (const StaticValue &arg : args)
    if (arg.isMissing())
      return arg;
  if (name == "min" || name == "max")
    return extreme(name == "max", args, loc);
  if (args.size() == 1 && (name == "int" || name == "float" || name == "bool"))
    return convertNumber(name, args[0], loc);
  if (args.size() == 1 && name == "abs" && args[0].isNumber()) {
    StaticValue zero = StaticValue::ofInt(0);
    bool isNegative = evaluateCompare(ast::CompareOperator::Lt, args[0], zero, loc).boolean;
    return evaluateUnary(isNegative ? ast::UnaryOperator::USub : ast::UnaryOperator::UAdd, args[0], loc);
  }
  if (args.size() == 1 && name == "len") {
    if (args[0].is(StaticValue::Kind::Sequence))
      return StaticValue::ofInt(args[0].elements.size());
    if (args[0].is(StaticValue::Kind::Dict))
      return StaticValue::ofInt(args[0].elements.size() / 2);
    if (args[0].is(StaticValue::Kind::Typed) && args[0].typed.type->isComposite())
      return StaticValue::ofInt(componentCount(args[0].typed.type));
  }
  // `round` goes to the nearest, halves to even, which is nearbyint's default mode.
  if (args.size() == 1 && name == "round" && args[0].isNumber())
    return args[0].is(StaticValue::Kind::Float) ? toPythonInt(std::nearbyint(args[0].real), loc) : args[0];
  if (args.size() == 2 && name == "pow")
    return evaluateBinary(ast::BinaryOperator::Pow, args[0], args[1], loc);
  return StaticValue::unknown(loc, "`" + name + "` with these arguments is not worked out");
}
