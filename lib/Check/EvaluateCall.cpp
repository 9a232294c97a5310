// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Session.h"

using namespace kt;
using namespace kt::ast;
using Kind = StaticValue::Kind;

namespace {

class CallEvaluator {
public:
  CallEvaluator(Session &session, ModuleScope &scope, const Call *call) : session(session), scope(scope), call(call) {}

  StaticValue evaluate();

private:
  bool evaluateArguments();
  StaticValue unknown() { return StaticValue::unknown(call->loc, "`" + session.text(call) + "` would have to be run"); }

  StaticValue ofWarpName(StringRef name);
  StaticValue ofType(const Type *type);
  StaticValue composite(const Type *type);
  bool bindParts(const TransformType &type);
  StaticValue identity(bool isTransform);

  Session &session;
  ModuleScope &scope;
  const Call *call;
  std::vector<StaticValue> args;
  std::vector<std::pair<StringRef, StaticValue>> keywords;
  StaticValue missing;
};

/// False if one of them is not known; `missing` is then it.
bool CallEvaluator::evaluateArguments() {
  for (const Expr *arg : call->args) {
    args.push_back(kt::evaluate(session, scope, arg));
    if (args.back().isMissing()) {
      missing = args.back();
      return false;
    }
  }
  for (const Keyword &keyword : call->keywords) {
    keywords.emplace_back(keyword.name.text, kt::evaluate(session, scope, keyword.value));
    if (keywords.back().second.isMissing()) {
      missing = keywords.back().second;
      return false;
    }
  }
  return true;
}

StaticValue CallEvaluator::evaluate() {
  StaticValue callee = kt::evaluate(session, scope, call->func);
  if (callee.isMissing())
    return callee.is(Kind::TooLarge) ? callee : unknown();
  if (callee.is(Kind::PlainFunc))
    return callFunction(session, *callee.module, *callee.function, scope, *call);
  // Outside of a kernel, a func is a function of Python's like any other.
  if (callee.is(Kind::Funcs) && callee.funcs->overloads.size() == 1) {
    const FuncDecl &decl = *callee.funcs->overloads[0];
    return callFunction(session, *decl.scope, *decl.def, scope, *call);
  }
  // A call of anything else is not worked out; its arguments do not matter then.
  bool isKnown =
      callee.is(Kind::Type) || callee.is(Kind::WarpName) || callee.is(Kind::PythonName) || callee.is(Kind::MathName);
  if (!isKnown)
    return callee.is(Kind::Unsupported) ? callee : unknown();
  bool isLength = callee.is(Kind::PythonName) && callee.text == "len" && call->args.size() == 1;
  if (isLength && session.lengthOf)
    if (std::optional<unsigned> length = session.lengthOf(call->args[0]))
      return StaticValue::ofInt(*length);
  if (!evaluateArguments())
    return missing;
  if (callee.is(Kind::WarpName))
    return ofWarpName(callee.text);
  if (callee.is(Kind::Type))
    return ofType(callee.type);
  if (!keywords.empty())
    return unknown();
  return callee.is(Kind::MathName) ? evaluateMath(callee.text, args, call->loc)
                                   : evaluatePythonCall(callee.text, args, call->loc);
}

StaticValue CallEvaluator::ofWarpName(StringRef name) {
  if ((name == "constant" || name == "static") && args.size() == 1 && keywords.empty())
    return args[0];
  if (makesType(name))
    return makeType(session, name, args, keywords, call->loc);
  if (name == "quat_identity" || name == "transform_identity")
    return identity(/*isTransform=*/name == "transform_identity");
  // Outside a kernel, `wp.min(1, 2)` runs the builtin itself.
  return unknown();
}

// Values of a type
// ----------------

StaticValue CallEvaluator::ofType(const Type *type) {
  if (!keywords.empty() && !type->isTransform())
    return unknown();
  const auto *scalar = dyn_cast<ScalarType>(type);
  if (!scalar)
    return type->isComposite() ? composite(type) : unknown();
  // `int`, `float` and `bool` make numbers of Python's own; so may `wp.int32` and `wp.float32`, which mean the same.
  if (scalar == session.types.int32())
    return evaluatePythonCall("int", args, call->loc);
  if (scalar == session.types.float32())
    return evaluatePythonCall("float", args, call->loc);
  if (scalar->isBool())
    return evaluatePythonCall("bool", args, call->loc);
  if (args.size() != 1 || !args[0].isNumber())
    return unknown();
  StaticValue number = scalar->isInteger() ? evaluatePythonCall("int", args, call->loc) : args[0];
  if (number.isMissing())
    return number;
  if (std::optional<kt::Constant> value = toConstant(number, scalar))
    return StaticValue::ofTyped(std::move(*value));
  return StaticValue::tooLarge(call->loc, "the number does not fit in `" + scalar->spelling() + "`");
}

/// The numbers that `value` is made of, one after another.
static void flatten(const StaticValue &value, std::vector<StaticValue> &numbers) {
  if (value.is(Kind::Sequence)) {
    for (const StaticValue &element : value.elements)
      flatten(element, numbers);
  } else if (value.is(Kind::Typed)) {
    for (ScalarValue scalar : value.typed.values)
      numbers.push_back(StaticValue::ofTyped({scalarOf(value.typed.type), {scalar}}));
  } else {
    numbers.push_back(value);
  }
}

/// wp.transform(p=, q=): the parts become arguments; without a rotation there is none. False if other parts are named.
bool CallEvaluator::bindParts(const TransformType &type) {
  auto isPart = [](const auto &keyword) { return llvm::is_contained(TransformType::partNames, keyword.first); };
  if (!llvm::all_of(keywords, isPart))
    return false;
  for (StringRef name : ArrayRef(TransformType::partNames).drop_front(std::min<size_t>(args.size(), 2)))
    if (const StaticValue *part = argumentNamed(name, ~0u, args, keywords))
      args.push_back(*part);
  std::vector<StaticValue> numbers;
  for (const StaticValue &arg : args)
    flatten(arg, numbers);
  if (numbers.size() == 3)
    args.push_back(StaticValue::ofTyped(kt::Constant::identity(type.parts()[1])));
  return true;
}

/// wp.vec3(0.0, -9.8, 0.0), wp.vec3(1.0), wp.mat22(...), wp.transform(p, q), and no argument for zeros.
StaticValue CallEvaluator::composite(const Type *type) {
  if (args.size() == 1 && args[0].is(Kind::Typed) && args[0].typed.type == type)
    return args[0];
  // A matrix of vectors has them as columns.
  auto isRowOrColumn = [](const StaticValue &arg) { return arg.is(Kind::Sequence) || arg.is(Kind::Typed); };
  if (type->isMatrix() && args.size() > 1 && llvm::any_of(args, isRowOrColumn))
    return unknown();
  const auto *transform = dyn_cast<TransformType>(type);
  if (transform && !bindParts(*transform))
    return unknown();
  std::vector<StaticValue> numbers;
  for (const StaticValue &arg : args)
    flatten(arg, numbers);
  const ScalarType *scalar = scalarOf(type);
  unsigned count = scalarCount(type);
  bool isFill = numbers.size() == 1 && (type->isVector() || type->isMatrix());
  if (numbers.empty() || isFill)
    numbers.assign(count, numbers.empty() ? StaticValue::ofInt(0) : numbers[0]);
  if (numbers.size() != count)
    return unknown();
  kt::Constant result{type, {}};
  for (const StaticValue &number : numbers) {
    std::optional<kt::Constant> value;
    if (number.is(Kind::Typed) && number.typed.type == scalar)
      value = number.typed;
    else if (number.isNumber())
      value = toConstant(number, scalar);
    if (!value)
      return unknown();
    result.values.push_back(value->values[0]);
  }
  return StaticValue::ofTyped(std::move(result));
}

/// wp.quat_identity(), wp.transform_identity(dtype=wp.float64)
StaticValue CallEvaluator::identity(bool isTransform) {
  const StaticValue *dtype = argumentNamed("dtype", 0, args, keywords);
  const Type *given = dtype && dtype->is(Kind::Type) ? dtype->type : nullptr;
  const ScalarType *scalar = dtype ? dyn_cast_or_null<ScalarType>(given) : session.types.float32();
  if (!scalar || !scalar->isFloat())
    return unknown();
  const Type *type = session.types.quaternion(scalar);
  if (isTransform)
    type = session.types.transform(scalar);
  return StaticValue::ofTyped(kt::Constant::identity(type));
}

} // namespace

std::optional<llvm::SmallVector<unsigned, 4>> kt::fixedShape(const StaticValue &shape) {
  ArrayRef<StaticValue> given = shape.is(Kind::Sequence) ? ArrayRef(shape.elements) : ArrayRef(shape);
  llvm::SmallVector<unsigned, 4> extents;
  constexpr uint64_t maxCount = 1 << 16; // of elements, which a thread has to have room for
  uint64_t count = 1;
  for (const StaticValue &extent : given) {
    if (!extent.is(Kind::Int) || extent.integer.slt(1) || extent.integer.sgt(maxCount))
      return std::nullopt;
    extents.push_back(extent.integer.getZExtValue());
    count *= extents.back();
    if (count > maxCount)
      return std::nullopt;
  }
  if (extents.empty() || extents.size() > 4)
    return std::nullopt;
  return extents;
}

StaticValue kt::evaluateCall(Session &session, ModuleScope &scope, const Call *call) {
  return CallEvaluator(session, scope, call).evaluate();
}
