// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Session.h"
#include "llvm/ADT/StringSwitch.h"

using namespace kt;
using namespace kt::ast;
using Kind = StaticValue::Kind;

namespace {

/// More rows, columns or components than this is no type but a slip.
constexpr int64_t maxExtent = 256;

class CallEvaluator {
public:
  CallEvaluator(Session &session, ModuleScope &scope, const Call *call) : session(session), scope(scope), call(call) {}

  StaticValue evaluate();

private:
  bool evaluateArguments();
  const StaticValue *argument(StringRef name, unsigned position) const;
  StaticValue unknown() { return StaticValue::unknown(call->loc, "`" + session.text(call) + "` would have to be run"); }

  StaticValue ofWarpName(StringRef name);
  StaticValue ofType(const Type *type);
  StaticValue composite(const Type *type);
  bool bindParts(const TransformType &type);
  StaticValue identity(bool isTransform);
  StaticValue vectorType();
  StaticValue matrixType();
  StaticValue typeOfFloats(bool isTransform);
  StaticValue arrayType(unsigned rank);
  const ScalarType *scalarArgument(unsigned position, StaticValue &failure);
  std::optional<unsigned> extent(const StaticValue &value, StaticValue &failure);

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

const StaticValue *CallEvaluator::argument(StringRef name, unsigned position) const {
  for (const auto &[keyword, value] : keywords)
    if (keyword == name)
      return &value;
  return position < args.size() ? &args[position] : nullptr;
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
  if (name == "types.vector" || name == "vec")
    return vectorType();
  if (name == "types.matrix" || name == "mat")
    return matrixType();
  if (name == "types.quaternion" || name == "types.transformation")
    return typeOfFloats(/*isTransform=*/name == "types.transformation");
  if (name == "array")
    return arrayType(0);
  if (name.size() == 7 && name.starts_with("array"))
    return arrayType(name[5] - '0');
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
    if (const StaticValue *part = argument(name, ~0u))
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
  const StaticValue *dtype = argument("dtype", 0);
  const Type *given = dtype && dtype->is(Kind::Type) ? dtype->type : nullptr;
  const ScalarType *scalar = dtype ? dyn_cast_or_null<ScalarType>(given) : session.types.float32();
  if (!scalar || !scalar->isFloat())
    return unknown();
  const Type *type = session.types.quaternion(scalar);
  if (isTransform)
    type = session.types.transform(scalar);
  return StaticValue::ofTyped(kt::Constant::identity(type));
}

// Types
// -----

const ScalarType *CallEvaluator::scalarArgument(unsigned position, StaticValue &failure) {
  const StaticValue *value = argument("dtype", position);
  if (value && value->is(Kind::Type))
    if (const auto *scalar = dyn_cast<ScalarType>(value->type))
      return scalar;
  failure = value && value->is(Kind::Generic)
                ? *value
                : StaticValue::unknown(call->loc, "`dtype` has to be a scalar type, such as `float`");
  return nullptr;
}

std::optional<unsigned> CallEvaluator::extent(const StaticValue &value, StaticValue &failure) {
  failure =
      value.is(Kind::Generic) ? value : StaticValue::unknown(call->loc, "an extent has to be an integer that is known");
  if (!value.is(Kind::Int))
    return std::nullopt;
  if (value.integer.slt(1) || value.integer.sgt(maxExtent)) {
    failure = StaticValue::tooLarge(call->loc, "an extent lies between 1 and " + llvm::Twine(maxExtent));
    return std::nullopt;
  }
  return value.integer.getZExtValue();
}

/// wp.types.vector(length=5, dtype=float)
StaticValue CallEvaluator::vectorType() {
  StaticValue failure;
  const StaticValue *length = argument("length", 0);
  std::optional<unsigned> count = length ? extent(*length, failure) : std::nullopt;
  if (!length || !count)
    return length ? failure : StaticValue::unknown(call->loc, "`length` is missing");
  const ScalarType *scalar = scalarArgument(1, failure);
  return scalar ? StaticValue::ofType(session.types.vector(*count, scalar)) : failure;
}

/// wp.types.matrix(shape=(2, 3), dtype=float)
StaticValue CallEvaluator::matrixType() {
  StaticValue failure;
  const StaticValue *shape = argument("shape", 0);
  if (!shape || !shape->is(Kind::Sequence) || shape->elements.size() != 2)
    return shape && shape->is(Kind::Generic) ? *shape
                                             : StaticValue::unknown(call->loc, "`shape` has to be two integers");
  std::optional<unsigned> rows = extent(shape->elements[0], failure);
  std::optional<unsigned> columns = rows ? extent(shape->elements[1], failure) : std::nullopt;
  if (!columns)
    return failure;
  const ScalarType *scalar = scalarArgument(1, failure);
  return scalar ? StaticValue::ofType(session.types.matrix(*rows, *columns, scalar)) : failure;
}

/// wp.types.quaternion(dtype=float), wp.types.transformation(dtype=float)
StaticValue CallEvaluator::typeOfFloats(bool isTransform) {
  StaticValue failure;
  const ScalarType *scalar = scalarArgument(0, failure);
  if (!scalar)
    return failure;
  if (!scalar->isFloat())
    return StaticValue::unknown(call->loc,
                                isTransform ? "a transform is made of floats" : "a quaternion is made of floats");
  return StaticValue::ofType(isTransform ? static_cast<const Type *>(session.types.transform(scalar))
                                         : session.types.quaternion(scalar));
}

/// wp.array(dtype=T, ndim=2); `rank` is that of wp.array2d(dtype=T), 0 for wp.array.
StaticValue CallEvaluator::arrayType(unsigned rank) {
  // For wp.array the first position holds data.
  const StaticValue *dtype = argument("dtype", rank ? 0 : 1);
  if (!dtype)
    return StaticValue::unknown(call->loc, "an array needs a `dtype`");
  if (!dtype->is(Kind::Type))
    return dtype->is(Kind::Generic) || dtype->is(Kind::Unsupported)
               ? *dtype
               : StaticValue::unknown(call->loc, "`dtype` has to be a type");
  if (dtype->type->isError())
    return *dtype;
  if (dtype->type->isArray())
    return StaticValue::unknown(call->loc,
                                "an array holds scalars, vectors, matrices, quaternions, transforms or structs");
  if (const StaticValue *ndim = rank ? nullptr : argument("ndim", ~0u)) {
    if (!ndim->is(Kind::Int) || ndim->integer.slt(1) || ndim->integer.sgt(4))
      return ndim->is(Kind::Generic) ? *ndim : StaticValue::unknown(call->loc, "an array has 1 to 4 dimensions");
    rank = ndim->integer.getZExtValue();
  }
  return StaticValue::ofType(session.types.array(dtype->type, rank ? rank : 1));
}

} // namespace

StaticValue kt::evaluateCall(Session &session, ModuleScope &scope, const Call *call) {
  return CallEvaluator(session, scope, call).evaluate();
}

StaticValue kt::evaluateSubscript(Session &session, ModuleScope &scope, const Subscript *subscript) {
  StaticValue base = evaluate(session, scope, subscript->value);
  if (base.isMissing())
    return base;
  StaticValue index = evaluate(session, scope, subscript->slice);
  if (index.isMissing())
    return index;
  if (base.is(Kind::WarpName) && base.text == "array" && index.is(Kind::Type) && !index.type->isArray() &&
      !index.type->isError())
    return StaticValue::ofType(session.types.array(index.type, 1));
  if (base.is(Kind::WarpName) && (index.is(Kind::Generic) || index.is(Kind::Unsupported)))
    return index;
  if (base.is(Kind::Dict)) {
    StaticValue result = StaticValue::unknown(subscript->loc, "there is no such key");
    for (size_t i = 0; i < base.elements.size(); i += 2)
      if (evaluateCompare(CompareOperator::Eq, base.elements[i], index, subscript->loc).boolean)
        result = base.elements[i + 1]; // of equal keys the last one counts
    return result;
  }
  if (base.is(Kind::Sequence) && index.is(Kind::Int)) {
    int64_t count = base.elements.size();
    if (index.integer.slt(-count) || index.integer.sge(count))
      return StaticValue::unknown(subscript->loc, "the index is out of range");
    int64_t position = index.integer.getSExtValue();
    return base.elements[position < 0 ? position + count : position];
  }
  return StaticValue::unknown(subscript->loc, "`" + session.text(subscript) + "` would have to be run");
}
