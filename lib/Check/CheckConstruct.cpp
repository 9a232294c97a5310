// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Calls of types: casts of scalars; vectors, matrices, quaternions, transforms and structs made of their parts.

#include "FunctionChecker.h"
#include <cmath>

using namespace kt;
using namespace kt::ast;
using Kind = StaticValue::Kind;

// Types by name
// -------------

const Type *FunctionChecker::valueType(const Expr *expr) {
  // x.dtype, type(x).dtype, a.dtype.dtype
  if (const auto *attribute = dyn_cast<Attribute>(expr)) {
    if (attribute->attr.text != "dtype" || staticOf(expr))
      return nullptr;
    const Type *base = valueType(attribute->value);
    if (!base)
      base = check(attribute->value);
    if (const auto *array = dyn_cast<ArrayType>(base))
      return array->element();
    const ScalarType *scalar = scalarOf(base);
    return base->isError() ? base : scalar;
  }
  // type(x)
  const auto *call = dyn_cast<Call>(expr);
  if (!call || call->args.size() != 1 || !call->keywords.empty())
    return nullptr;
  std::optional<StaticValue> callee = staticOf(call->func);
  if (!callee || !callee->is(Kind::PythonName) || callee->text != "type")
    return nullptr;
  return checkValue(call->args[0]);
}

const Type *FunctionChecker::typeNamedBy(const Expr *expr) {
  if (const Type *type = valueType(expr))
    return type->isError() ? nullptr : type;
  std::optional<StaticValue> value = staticOf(expr);
  if (!value)
    value = evaluateInside(expr);
  if (value->isMissing() && value->reason.empty()) {
    reportMissing(expr, *value);
    return nullptr;
  }
  const Type *type = asType(session, *value, expr->loc, text(expr));
  if (!type || type->isError())
    isValid = false;
  return type && !type->isError() ? type : nullptr;
}

const Expr *FunctionChecker::keyword(const Call *expr, StringRef name) const {
  for (const Keyword &keyword : expr->keywords)
    if (keyword.name.text == name)
      return keyword.value;
  return nullptr;
}

bool FunctionChecker::refuseKeywords(const Call *expr, ArrayRef<StringRef> allowed) {
  for (const Keyword &keyword : expr->keywords) {
    if (llvm::is_contained(allowed, keyword.name.text))
      continue;
    error(keyword.name.text.empty() ? keyword.value->loc : keyword.name.loc, diag::UnknownKeyword, text(expr->func),
          keyword.name.text.empty() ? "**" : keyword.name.text);
    return false;
  }
  return true;
}

// type(args…)
// -----------

const Type *FunctionChecker::construct(const Call *expr, const Type *type) {
  if (const auto *structType = dyn_cast<StructType>(type))
    return constructStruct(expr, structType);
  if (type->isComposite()) {
    llvm::SmallVector<const Expr *, 8> parts;
    bool isBound = bindParts(expr, type, parts, {"length", "shape", "dtype"}) && checkTypeKeywords(expr, type);
    return isBound ? finishConstruct(expr, type, parts) : errorType();
  }
  if (!refuseKeywords(expr))
    return errorType();
  if (const auto *scalar = dyn_cast<ScalarType>(type)) {
    if (expr->args.size() == 1)
      return castTo(expr, scalar, expr->args[0]);
    error(expr->loc, diag::ArgumentCount, text(expr->func), "1", expr->args.size());
    return errorType();
  }
  error(expr->func->loc, diag::NotCallable, text(expr->func));
  return errorType();
}

// int(value), wp.float64(value)
// -----------------------------

/// A number that is known is cast as the number it is: `wp.float64(0.1)` does not pass through float32, and
/// `wp.int64(5000000000)` is no int32 first.
const Type *FunctionChecker::castNumber(const Call *expr, const ScalarType *type, const Expr *value) {
  const auto *unary = dyn_cast<UnaryOp>(value);
  bool isSigned = unary && (unary->op == UnaryOperator::USub || unary->op == UnaryOperator::UAdd);
  const Expr *number = isSigned ? unary->operand : value;
  StaticValue known;
  if (isa<ast::Constant>(number))
    known = evaluate(session, scope, value);
  else if (std::optional<StaticValue> named = staticOf(number); named && named->isNumber())
    known = isSigned ? evaluateUnary(unary->op, *named, value->loc) : std::move(*named);
  if (!known.isNumber() || known.is(Kind::Bool))
    return nullptr;
  if (known.is(Kind::Float) && isa<ast::Constant>(number) && std::isinf(known.real)) {
    error(value->loc, diag::LiteralOutOfRange, text(value), type->spelling());
    return errorType();
  }
  // An int32 wraps around, as casts do; what is no int32 has to fit.
  bool isInt32 = known.is(Kind::Int) && known.integer.isSignedIntN(32);
  if (type->isFloat() || (known.is(Kind::Int) && !isInt32)) {
    if (useNumber(expr, known, type)->isError())
      return errorType();
  } else if (isInt32) {
    setConstant(expr, convert(kt::Constant::int32(known.integer.getSExtValue(), types), type));
  } else {
    setConstant(expr, convert(kt::Constant::real(types.scalar(ScalarKind::Float64), known.real), type));
  }
  return setCallee(expr, {Callee::Cast{}, {value}, type});
}

const Type *FunctionChecker::castTo(const Call *expr, const ScalarType *type, const Expr *value) {
  if (const Type *result = castNumber(expr, type, value))
    return result;
  const Type *from = checkValue(value);
  if (from->isError())
    return from;
  if (!from->isScalar()) {
    error(value->loc, diag::CastType, from->spelling(), type->spelling());
    return errorType();
  }
  if (const kt::Constant *constant = constantOf(value))
    setConstant(expr, convert(*constant, type));
  return setCallee(expr, {Callee::Cast{}, {value}, type});
}

// wp.cast(value, type)
// --------------------
/// The same bytes, taken for another type.
const Type *FunctionChecker::callCast(const Call *expr) {
  const Expr *dtype = expr->args.size() == 2 ? expr->args[1] : keyword(expr, "dtype");
  if (!refuseKeywords(expr, {"dtype"}))
    return errorType();
  if (!dtype || expr->args.size() + expr->keywords.size() != 2) {
    error(expr->loc, diag::ArgumentCount, text(expr->func), "2", expr->args.size() + expr->keywords.size());
    return errorType();
  }
  const Type *type = typeNamedBy(dtype);
  const Type *from = checkValue(expr->args[0]);
  if (!type || from->isError())
    return errorType();
  std::optional<unsigned> size = packedSize(type), fromSize = packedSize(from);
  if (!size || !fromSize) {
    const Expr *culprit = fromSize ? dtype : expr->args[0];
    error(culprit->loc, diag::CastBytes, (fromSize ? type : from)->spelling())
        .help("what `wp.cast` takes and gives is made of numbers, without gaps between them");
    return errorType();
  }
  if (size == fromSize)
    return setCallee(expr, {Callee::Reinterpret{}, {expr->args[0]}, type});
  Diagnostic &diag = error(expr->loc, diag::CastSize, text(expr->args[0]), *fromSize, type->spelling(), *size);
  if (type->isScalar() && from->isScalar())
    diag.help(("write `" + castName(type) + "(" + text(expr->args[0]) + ")` for the same number").str());
  return errorType();
}

// wp.transform(p=…, q=…)
// ----------------------

/// The names by which the parts of a value can be given, for each way to make it of them.
static ArrayRef<ArrayRef<StringRef>> partNames(const Type *type) {
  static constexpr StringRef quaternion[] = {"x", "y", "z", "w"}, imaginary[] = {"ijk", "real"}, copy[] = {"quat"};
  static constexpr StringRef transform[] = {"p", "q"};
  static constexpr StringRef halves[] = {"w", "v"}, spatial[] = {"wx", "wy", "wz", "vx", "vy", "vz"};
  static constexpr ArrayRef<StringRef> quaternions[] = {quaternion, imaginary, copy}, transforms[] = {transform},
                                       spatials[] = {halves, spatial};
  if (type->isQuaternion())
    return quaternions;
  if (type->isTransform())
    return transforms;
  const auto *vector = dyn_cast<VectorType>(type);
  return vector && vector->length() == 6 ? ArrayRef(spatials) : ArrayRef<ArrayRef<StringRef>>();
}

/// The parts in their order, those left out at the end not among them. Keywords that are not for parts are `others`.
bool FunctionChecker::bindParts(const Call *expr, const Type *type, llvm::SmallVectorImpl<const Expr *> &parts,
                                ArrayRef<StringRef> others) {
  parts.assign(expr->args.begin(), expr->args.end());
  auto isOther = [&](const Keyword &keyword) { return llvm::is_contained(others, keyword.name.text); };
  auto fits = [&](ArrayRef<StringRef> names) {
    return llvm::all_of(expr->keywords, [&](const Keyword &keyword) {
      return isOther(keyword) ||
             llvm::is_contained(names.drop_front(std::min(names.size(), expr->args.size())), keyword.name.text);
    });
  };
  const auto *form = llvm::find_if(partNames(type), fits);
  if (form == partNames(type).end())
    return refuseKeywords(expr, others);
  for (const Keyword &keyword : expr->keywords) {
    if (isOther(keyword))
      continue;
    size_t index = llvm::find(*form, keyword.name.text) - form->begin();
    parts.resize(std::max(parts.size(), index + 1), nullptr);
    parts[index] = keyword.value;
  }
  if (!llvm::is_contained(parts, nullptr))
    return true;
  error(expr->loc, diag::ComponentCount, type->spelling(), scalarCount(type),
        expr->args.size() + expr->keywords.size());
  return false;
}

// wp.vec3(x, y, z), wp.mat22(…), wp.quat(x, y, z, w)
// --------------------------------------------------

/// Every argument a `scalar`.
bool FunctionChecker::checkComponents(const Type *type, const ScalarType *scalar, ArrayRef<const Expr *> args) {
  for (const Expr *arg : args) {
    const Type *argType = typeOf(arg);
    if (argType == scalar)
      continue;
    Diagnostic &diag =
        error(arg->loc, diag::ComponentType, type->spelling(), scalar->spelling(), text(arg), argType->spelling());
    const kt::Constant *constant = constantOf(arg);
    if (constant && argType == types.int32() && scalar == types.float32() && isa<ast::Constant>(arg))
      diag.help(("write `" + text(arg) + ".0`").str());
    else if (argType->isScalar())
      diag.help(("cast it: `" + castName(scalar) + "(" + text(arg) + ")`").str());
    return false;
  }
  return true;
}

bool FunctionChecker::constructVector(const Call *expr, const VectorType *type, ArrayRef<const Expr *> args) {
  const auto *other = args.size() == 1 ? dyn_cast<VectorType>(typeOf(args[0])) : nullptr;
  if (other && other->length() == type->length())
    return true;
  if (args.size() == 1 && !other && typeOf(args[0])->isScalar())
    return checkComponents(type, type->element(), args);
  // A spatial vector is made of its angular and its linear part.
  const Type *half = types.vector(3, type->element());
  if (type->length() == 6 && args.size() == 2 && typeOf(args[0]) == half && typeOf(args[1]) == half)
    return true;
  if (args.size() == type->length())
    return checkComponents(type, type->element(), args);
  error(expr->loc, diag::ComponentCount, type->spelling(), type->length(), args.size());
  return false;
}

bool FunctionChecker::constructMatrix(const Call *expr, const MatrixType *type, ArrayRef<const Expr *> args) {
  if (args.size() == 1) {
    const auto *other = dyn_cast<MatrixType>(typeOf(args[0]));
    if (other && other->rows() == type->rows() && other->columns() == type->columns())
      return true;
    if (typeOf(args[0])->isScalar())
      return checkComponents(type, type->element(), args);
  }
  // Vectors are columns.
  const Type *column = types.vector(type->rows(), type->element());
  if (args.size() == type->columns() && llvm::all_of(args, [&](const Expr *arg) { return typeOf(arg) == column; }))
    return true;
  if (args.size() == scalarCount(type))
    return checkComponents(type, type->element(), args);
  error(expr->loc, diag::ComponentCount, type->spelling(), scalarCount(type), args.size())
      .help(("or give " + llvm::Twine(type->columns()) + " columns, each a `" + column->spelling() + "`").str());
  return false;
}

bool FunctionChecker::constructQuaternion(const Call *expr, const QuaternionType *type, ArrayRef<const Expr *> args) {
  if (args.size() == 1 && typeOf(args[0])->isQuaternion())
    return true;
  const Type *vector = types.vector(3, type->element());
  if (args.size() == 2 && typeOf(args[0]) == vector)
    return checkComponents(type, type->element(), args.drop_front());
  if (args.size() == 4)
    return checkComponents(type, type->element(), args);
  error(expr->loc, diag::ComponentCount, type->spelling(), 4, args.size());
  return false;
}

bool FunctionChecker::constructTransform(const Call *expr, const TransformType *type, ArrayRef<const Expr *> args) {
  if (args.size() == 1 && typeOf(args[0])->isTransform())
    return true;
  // Without a rotation there is none.
  bool isOfParts = args.size() <= type->parts().size() && llvm::all_of(llvm::zip(args, type->parts()), [&](auto pair) {
                     return typeOf(std::get<0>(pair)) == std::get<1>(pair);
                   });
  if (isOfParts)
    return true;
  if (args.size() == scalarCount(type))
    return checkComponents(type, type->element(), args);
  error(expr->loc, diag::ComponentCount, type->spelling(), scalarCount(type), args.size())
      .help("or give a `" + type->parts()[0]->spelling() + "` and a `" + type->parts()[1]->spelling() + "`");
  return false;
}

const Type *FunctionChecker::finishConstruct(const Call *expr, const Type *type, ArrayRef<const Expr *> args) {
  bool areValid = true;
  for (const Expr *arg : args)
    areValid &= !checkValue(arg)->isError();
  if (!areValid)
    return errorType();
  if (!args.empty()) {
    if (const auto *vector = dyn_cast<VectorType>(type))
      areValid = constructVector(expr, vector, args);
    else if (const auto *matrix = dyn_cast<MatrixType>(type))
      areValid = constructMatrix(expr, matrix, args);
    else if (const auto *quaternion = dyn_cast<QuaternionType>(type))
      areValid = constructQuaternion(expr, quaternion, args);
    else
      areValid = constructTransform(expr, cast<TransformType>(type), args);
  }
  if (!areValid)
    return errorType();
  return setCallee(expr, {Callee::Construct{}, {args.begin(), args.end()}, type});
}

// Struct(), Struct(a, b), Struct(x=a, y=b)
// ----------------------------------------
const Type *FunctionChecker::constructStruct(const Call *expr, const StructType *type) {
  unsigned given = expr->args.size() + expr->keywords.size();
  unsigned count = type->fields().size();
  if (given != 0 && given != count) {
    error(expr->loc, diag::FieldCount, type->name(), count, given);
    return errorType();
  }
  if (const AnnAssign *field = session.fieldsWithDefault.lookup(type); field && given == 0) {
    error(expr->loc, diag::FieldDefault, text(expr), text(field->target))
        .note(field->loc, "declared here")
        .help("give all fields");
    return errorType();
  }
  llvm::SmallVector<const Expr *, 4> args(expr->args.begin(), expr->args.end());
  args.resize(given, nullptr);
  for (const Keyword &keyword : expr->keywords) {
    int index = type->fieldIndex(keyword.name.text);
    if (index < 0 || args[index]) {
      error(keyword.name.loc, diag::UnknownKeyword, type->name(), keyword.name.text);
      return errorType();
    }
    args[index] = keyword.value;
  }
  bool areValid = true;
  for (auto [i, arg] : llvm::enumerate(args)) {
    const StructType::Field &field = type->fields()[i];
    const Type *argType = checkValue(arg);
    areValid &= !argType->isError() && argType == field.type;
    if (!argType->isError() && argType != field.type)
      error(arg->loc, diag::FieldType, field.name, field.type->spelling(), argType->spelling())
          .note(field.loc, "declared here");
  }
  return areValid ? setCallee(expr, {Callee::Construct{}, std::move(args), type}) : errorType();
}
