// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// base.attr

#include "FunctionChecker.h"

using namespace kt;
using namespace kt::ast;
using Kind = StaticValue::Kind;

static const Type *componentNamed(StringRef name, unsigned count, const Type *element) {
  size_t index = name.size() == 1 ? StringRef("xyzw").find(name) : StringRef::npos;
  return index < count ? element : nullptr;
}

const Type *FunctionChecker::memberType(const Attribute *expr, const Type *base) {
  StringRef name = expr->attr.text;
  switch (base->kind()) {
  case Type::Kind::Vector:
    if (name == "length" && isa<Name>(expr->value))
      return setConstant(expr, kt::Constant::int32(cast<VectorType>(base)->length(), types));
    return componentNamed(name, cast<VectorType>(base)->length(), cast<VectorType>(base)->element());
  case Type::Kind::Quaternion: return componentNamed(name, 4, cast<QuaternionType>(base)->element());
  case Type::Kind::Transform:
  case Type::Kind::Struct: return fieldType(base, fieldIndex(base, name));
  case Type::Kind::Array: {
    unsigned rank = cast<ArrayType>(base)->rank();
    if (name == "ndim")
      return setConstant(expr, kt::Constant::int32(rank, types));
    if (name == "size")
      return types.int32();
    if (name == "ptr" && !cast<ArrayType>(base)->isIndexed())
      return types.scalar(ScalarKind::UInt64);
    if (name != "shape")
      return nullptr;
    return types.tuple(llvm::SmallVector<const Type *, 4>(rank, types.int32()));
  }
  case Type::Kind::Error:
  case Type::Kind::None:
  case Type::Kind::String:
  case Type::Kind::Scalar:
  case Type::Kind::Matrix:
  case Type::Kind::Tuple:
  case Type::Kind::Kept: return nullptr;
  }
  llvm_unreachable("every kind returned");
}

static std::string swizzleHelp(StringRef base, StringRef name) {
  std::string help = "write `wp.vec" + std::to_string(name.size()) + "(";
  llvm::interleave(name, [&](char c) { help += (base + "." + llvm::Twine(c)).str(); }, [&] { help += ", "; });
  return help + ")`";
}

const Type *FunctionChecker::checkAttribute(const Attribute *expr) {
  if (std::optional<StaticValue> base = staticOf(expr->value); base && base->isMissing()) {
    reportMissing(expr->value, *base);
    return errorType();
  }
  if (std::optional<StaticValue> value = staticOf(expr))
    return useStatic(expr, *value);
  const Type *named = valueType(expr->value);
  // type(v).length
  if (const auto *vector = dyn_cast_or_null<VectorType>(named); vector && expr->attr.text == "length")
    return setConstant(expr, kt::Constant::int32(vector->length(), types));
  const Type *base = named && named->isError() ? named : check(expr->value);
  if (base->isError())
    return base;
  if (base->isNone() || base->kind() == Type::Kind::String)
    return checkValue(expr->value);
  if (const Type *type = memberType(expr, base))
    return type;
  Diagnostic &diag = error(expr->attr.loc, diag::NoAttribute, base->spelling(), expr->attr.text);
  bool isSwizzle = base->isVector() && expr->attr.text.size() >= 2 && expr->attr.text.size() <= 4 &&
                   expr->attr.text.find_first_not_of("xyzw") == StringRef::npos;
  if (isSwizzle)
    return diag.help(swizzleHelp(text(expr->value), expr->attr.text)), errorType();
  if (const auto *type = dyn_cast<StructType>(base)) {
    llvm::SmallVector<StringRef, 16> names;
    for (const StructType::Field &field : type->fields())
      names.push_back(field.name);
    if (StringRef meant = nearest(expr->attr.text, names); !meant.empty())
      diag.help(("did you mean `" + meant + "`?").str());
  } else if (base->isMatrix()) {
    diag.help("write `m[row, column]`");
  }
  return errorType();
}
