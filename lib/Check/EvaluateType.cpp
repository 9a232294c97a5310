// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Types, and what stands for several, made by calls and subscripts: `wp.array(dtype=T)`, `wp.types.Vector[Any, Float]`.

#include "Session.h"
#include "llvm/ADT/StringSwitch.h"

using namespace kt;
using namespace kt::ast;
using Kind = StaticValue::Kind;

const TypeTemplate *kt::templateOf(Session &session, const StaticValue &value) {
  if (value.is(Kind::Generic))
    return value.pattern;
  if (!value.is(Kind::Type))
    return nullptr;
  return &session.templates.emplace_back(TypeTemplate{.kind = TypeTemplate::Kind::Exactly, .type = value.type});
}

const StaticValue *kt::argumentNamed(StringRef name, unsigned position, ArrayRef<StaticValue> args,
                                     ArrayRef<KeywordValue> keywords) {
  for (const auto &[keyword, value] : keywords)
    if (keyword == name)
      return &value;
  return position < args.size() ? &args[position] : nullptr;
}

namespace {

/// What the call of a name makes.
enum class Made : uint8_t { Nothing, Vector, Matrix, Quaternion, Transform, Array, IndexedArray, FixedArray };

/// More rows, columns or components than this is no type but a slip.
constexpr int64_t maxExtent = 256;

class TypeMaker {
public:
  TypeMaker(Session &session, ArrayRef<StaticValue> args, ArrayRef<KeywordValue> keywords, Location loc)
      : session(session), args(args), keywords(keywords), loc(loc) {}

  StaticValue vectorType();
  StaticValue matrixType();
  StaticValue typeOfFloats(TypeTemplate::Kind kind);
  StaticValue arrayType(unsigned rank, ArrayType::Form form);
  StaticValue fixedArrayType();

private:
  const StaticValue *argument(StringRef name, unsigned position) const {
    return argumentNamed(name, position, args, keywords);
  }
  const TypeTemplate *scalarArgument(unsigned position, StaticValue &failure);
  std::optional<unsigned> extent(const StaticValue &value, StaticValue &failure);
  StaticValue finish(const TypeTemplate &pattern);

  Session &session;
  ArrayRef<StaticValue> args;
  ArrayRef<KeywordValue> keywords;
  Location loc;
};

/// A type if nothing is left open.
StaticValue TypeMaker::finish(const TypeTemplate &pattern) {
  if (pattern.isWhole())
    return StaticValue::ofType(pattern.defaultType(session.types));
  return StaticValue::ofTemplate(&session.templates.emplace_back(pattern));
}

/// A scalar type, or what stands for one of several.
const TypeTemplate *TypeMaker::scalarArgument(unsigned position, StaticValue &failure) {
  const StaticValue *value = argument("dtype", position);
  const TypeTemplate *pattern = value ? templateOf(session, *value) : nullptr;
  if (pattern && pattern->defaultType(session.types)->isScalar())
    return pattern;
  failure = StaticValue::unknown(loc, "`dtype` has to be a scalar type, such as `float`");
  return nullptr;
}

/// 0 stands for `Any`.
std::optional<unsigned> TypeMaker::extent(const StaticValue &value, StaticValue &failure) {
  if (value.is(Kind::Generic) && value.pattern->kind == TypeTemplate::Kind::Any)
    return 0;
  failure = StaticValue::unknown(loc, "an extent has to be an integer that is known");
  if (!value.is(Kind::Int))
    return std::nullopt;
  if (value.integer.slt(1) || value.integer.sgt(maxExtent)) {
    failure = StaticValue::tooLarge(loc, "an extent lies between 1 and " + llvm::Twine(maxExtent));
    return std::nullopt;
  }
  return value.integer.getZExtValue();
}

/// wp.types.vector(length=5, dtype=float)
StaticValue TypeMaker::vectorType() {
  StaticValue failure;
  const StaticValue *length = argument("length", 0);
  std::optional<unsigned> count = length ? extent(*length, failure) : std::nullopt;
  if (!length || !count)
    return length ? failure : StaticValue::unknown(loc, "`length` is missing");
  const TypeTemplate *scalar = scalarArgument(1, failure);
  return scalar ? finish({.kind = TypeTemplate::Kind::Vector, .extents = {*count}, .element = scalar}) : failure;
}

/// wp.types.matrix(shape=(2, 3), dtype=float)
StaticValue TypeMaker::matrixType() {
  StaticValue failure;
  const StaticValue *shape = argument("shape", 0);
  if (!shape || !shape->is(Kind::Sequence) || shape->elements.size() != 2)
    return StaticValue::unknown(loc, "`shape` has to be two integers");
  std::optional<unsigned> rows = extent(shape->elements[0], failure);
  std::optional<unsigned> columns = rows ? extent(shape->elements[1], failure) : std::nullopt;
  if (!columns)
    return failure;
  const TypeTemplate *scalar = scalarArgument(1, failure);
  return scalar ? finish({.kind = TypeTemplate::Kind::Matrix, .extents = {*rows, *columns}, .element = scalar})
                : failure;
}

/// wp.types.quaternion(dtype=float), wp.types.transformation(dtype=float)
StaticValue TypeMaker::typeOfFloats(TypeTemplate::Kind kind) {
  StaticValue failure;
  const TypeTemplate *scalar = scalarArgument(0, failure);
  if (!scalar || scalar->defaultType(session.types)->isFloat())
    return scalar ? finish({.kind = kind, .element = scalar}) : failure;
  bool isTransform = kind == TypeTemplate::Kind::Transform;
  return StaticValue::unknown(loc, isTransform ? "a transform is made of floats" : "a quaternion is made of floats");
}

/// wp.array(dtype=T, ndim=2); `rank` is that of wp.array2d(dtype=T), 0 for wp.array. Without a `dtype` it is of any.
StaticValue TypeMaker::arrayType(unsigned rank, ArrayType::Form form) {
  // For wp.array the first position holds data, for wp.indexedarray the first two.
  bool isIndexed = form == ArrayType::Form::Indexed;
  const StaticValue *dtype = argument("dtype", isIndexed ? 2 : rank ? 0 : 1);
  const TypeTemplate *element = dtype ? templateOf(session, *dtype) : templateNamed("Any");
  if (!element)
    return dtype->is(Kind::Unsupported) ? *dtype : StaticValue::unknown(loc, "`dtype` has to be a type");
  if (element->type && element->type->isError())
    return *dtype;
  if (element->kind == TypeTemplate::Kind::Array || (element->type && element->type->isArray()))
    return StaticValue::unknown(loc, "an array holds scalars, vectors, matrices, quaternions, transforms or structs");
  if (const StaticValue *ndim = rank ? nullptr : argument("ndim", ~0u)) {
    if (!ndim->is(Kind::Int) || ndim->integer.slt(1) || ndim->integer.sgt(4))
      return StaticValue::unknown(loc, "an array has 1 to 4 dimensions");
    rank = ndim->integer.getZExtValue();
  }
  return finish({.kind = TypeTemplate::Kind::Array, .form = form, .extents = {rank ? rank : 1}, .element = element});
}

/// wp.fixedarray(shape=(2, 3), dtype=float)
StaticValue TypeMaker::fixedArrayType() {
  const StaticValue *shape = argument("shape", 1), *dtype = argument("dtype", 0);
  std::optional<llvm::SmallVector<unsigned, 4>> extents = shape ? fixedShape(*shape) : std::nullopt;
  if (!extents)
    return StaticValue::unknown(loc, "`shape` has to be one to four known integers");
  if (!dtype || !dtype->is(Kind::Type) || dtype->type->isArray())
    return StaticValue::unknown(loc, "`dtype` has to be a type that arrays hold");
  return dtype->type->isError() ? *dtype : StaticValue::ofType(session.types.fixedArray(dtype->type, *extents));
}

} // namespace

static Made madeBy(StringRef name) {
  return llvm::StringSwitch<Made>(name)
      .Cases({"types.vector", "vec"}, Made::Vector)
      .Cases({"types.matrix", "mat"}, Made::Matrix)
      .Case("types.quaternion", Made::Quaternion)
      .Case("types.transformation", Made::Transform)
      .Cases({"array", "array1d", "array2d", "array3d", "array4d"}, Made::Array)
      .Cases({"indexedarray", "indexedarray1d", "indexedarray2d", "indexedarray3d", "indexedarray4d"},
             Made::IndexedArray)
      .Case("fixedarray", Made::FixedArray)
      .Default(Made::Nothing);
}

bool kt::makesType(StringRef name) { return madeBy(name) != Made::Nothing; }

StaticValue kt::makeType(Session &session, StringRef name, ArrayRef<StaticValue> args, ArrayRef<KeywordValue> keywords,
                         Location loc) {
  TypeMaker maker(session, args, keywords, loc);
  unsigned rank = name.ends_with("d") ? name[name.size() - 2] - '0' : 0; // of `array2d`
  switch (madeBy(name)) {
  case Made::Vector: return maker.vectorType();
  case Made::Matrix: return maker.matrixType();
  case Made::Quaternion: return maker.typeOfFloats(TypeTemplate::Kind::Quaternion);
  case Made::Transform: return maker.typeOfFloats(TypeTemplate::Kind::Transform);
  case Made::Array: return maker.arrayType(rank, ArrayType::Form::Plain);
  case Made::IndexedArray: return maker.arrayType(rank, ArrayType::Form::Indexed);
  case Made::FixedArray: return maker.fixedArrayType();
  case Made::Nothing: break;
  }
  llvm_unreachable("asked for a name that makes no type");
}

// wp.array[float], wp.types.Vector[3, Float], wp.types.Matrix[2, 2, float]
// ------------------------------------------------------------------------

static StaticValue typeOfSubscript(Session &session, StringRef name, const StaticValue &index, Location loc) {
  if (index.is(Kind::Unsupported))
    return index;
  if (madeBy(name) == Made::Array)
    return makeType(session, name, {}, {KeywordValue("dtype", index)}, loc);
  if (madeBy(name) == Made::Quaternion || madeBy(name) == Made::Transform)
    return makeType(session, name, {index}, {}, loc);
  std::vector<StaticValue> args = index.elements;
  if (madeBy(name) == Made::Matrix && args.size() == 3)
    args = {StaticValue::ofSequence({args[0], args[1]}), args[2]};
  return makeType(session, name, args, {}, loc);
}

StaticValue kt::evaluateSubscript(Session &session, ModuleScope &scope, const Subscript *subscript) {
  StaticValue base = evaluate(session, scope, subscript->value);
  if (base.isMissing())
    return base;
  StaticValue index = evaluate(session, scope, subscript->slice);
  if (index.isMissing())
    return index;
  if (base.is(Kind::WarpName) && makesType(base.text))
    return typeOfSubscript(session, base.text, index, subscript->loc);
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
