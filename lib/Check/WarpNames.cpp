// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "WarpNames.h"
#include "kt/Builtins/Builtins.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/ADT/StringSwitch.h"
#include <cmath>

using namespace kt;

namespace {

using ScalarSuffix = std::optional<ScalarKind>;

ScalarSuffix scalarNamed(StringRef name) {
  return llvm::StringSwitch<ScalarSuffix>(name)
      .Case("bool", ScalarKind::Bool)
      .Case("int8", ScalarKind::Int8)
      .Case("uint8", ScalarKind::UInt8)
      .Case("int16", ScalarKind::Int16)
      .Case("uint16", ScalarKind::UInt16)
      .Case("int32", ScalarKind::Int32)
      .Case("uint32", ScalarKind::UInt32)
      .Case("int64", ScalarKind::Int64)
      .Case("uint64", ScalarKind::UInt64)
      .Case("float16", ScalarKind::Float16)
      .Case("float32", ScalarKind::Float32)
      .Case("float64", ScalarKind::Float64)
      .Default(std::nullopt);
}

ScalarSuffix floatSuffix(StringRef suffix) {
  return llvm::StringSwitch<ScalarSuffix>(suffix)
      .Cases({"", "f"}, ScalarKind::Float32)
      .Case("h", ScalarKind::Float16)
      .Case("d", ScalarKind::Float64)
      .Default(std::nullopt);
}

ScalarSuffix anySuffix(StringRef suffix) {
  return llvm::StringSwitch<ScalarSuffix>(suffix)
      .Case("b", ScalarKind::Int8)
      .Case("ub", ScalarKind::UInt8)
      .Case("s", ScalarKind::Int16)
      .Case("us", ScalarKind::UInt16)
      .Case("i", ScalarKind::Int32)
      .Case("ui", ScalarKind::UInt32)
      .Case("l", ScalarKind::Int64)
      .Case("ul", ScalarKind::UInt64)
      .Default(floatSuffix(suffix));
}

bool isExtent(char c) { return c >= '2' && c <= '4'; }

/// vec3, vec2ui, mat33d, quath, transform, spatial_vector …
const Type *typeNamed(StringRef name, TypeContext &types) {
  if (ScalarSuffix kind = scalarNamed(name))
    return types.scalar(*kind);
  if (name.size() >= 4 && name.starts_with("vec") && isExtent(name[3])) {
    if (ScalarSuffix kind = anySuffix(name.drop_front(4)))
      return types.vector(name[3] - '0', types.scalar(*kind));
  } else if (name.size() >= 5 && name.starts_with("mat") && isExtent(name[3]) && name[3] == name[4]) {
    if (ScalarSuffix kind = floatSuffix(name.drop_front(5)))
      return types.matrix(name[3] - '0', name[4] - '0', types.scalar(*kind));
  }
  auto floatNamed = [&](StringRef stem) -> const ScalarType * {
    ScalarSuffix kind = name.starts_with(stem) ? floatSuffix(name.drop_front(stem.size())) : std::nullopt;
    return kind ? types.scalar(*kind) : nullptr;
  };
  if (const ScalarType *element = floatNamed("quat"))
    return types.quaternion(element);
  if (const ScalarType *element = floatNamed("transform"))
    return types.transform(element);
  if (const ScalarType *element = floatNamed("spatial_vector"))
    return types.vector(6, element);
  if (const ScalarType *element = floatNamed("spatial_matrix"))
    return types.matrix(6, 6, element);
  return nullptr;
}

struct NamedNumber {
  const char *name;
  double value;
};

constexpr NamedNumber warpNumbers[] = {
    {"pi", 3.14159265358979323846},
    {"tau", 6.28318530717958647693},
    {"e", 2.71828182845904523536},
    {"half_pi", 1.57079632679489661923},
    {"phi", 1.61803398874989484820},
    {"ln2", 0.69314718055994530942},
    {"ln10", 2.30258509299404568402},
    {"log2e", 1.44269504088896340736},
    {"log10e", 0.43429448190325182765},
    {"inf", INFINITY},
    {"nan", NAN},
};

std::optional<double> warpNumber(StringRef name) {
  // Each has a second spelling in capitals.
  for (const NamedNumber &number : warpNumbers)
    if (name == number.name || (name == StringRef(number.name).upper()))
      return number.value;
  return std::nullopt;
}

/// Forms of the language that are resolved by the checker itself.
bool isForm(StringRef name) {
  static const llvm::StringSet<> forms = {
      "kernel", "func",    "struct",  "func_grad", "func_replay", "func_native", "overload",   "constant",
      "static", "tid",     "printf",  "cast",      "vector",      "matrix",      "quaternion", "transformation",
      "array",  "array1d", "array2d", "array3d",   "array4d",     "vec",         "mat",        "zeros",
      "map",    "types",   "range",   "reversed",    "fixedarray",  "indexedarray", "indexedarray1d", "indexedarray2d",
      "indexedarray3d", "indexedarray4d"};
  return forms.contains(name);
}

bool isUnsupportedType(StringRef name) {
  static const llvm::StringSet<> others = {
      "fabricarray", "indexedfabricarray", "tile",           "Bvh",          "BvhQuery", "HashGrid",  "HashGridQuery",
      "Mesh",        "MeshQueryAABB",      "MeshQueryPoint", "MeshQueryRay", "Volume",   "Texture2D", "Texture3D"};
  return others.contains(name);
}

const llvm::StringSet<> &knownBuiltins() {
  static const llvm::StringSet<> names = {
#define NAME(name) #name,
#include "KnownBuiltins.def"
  };
  return names;
}

} // namespace

bool kt::isUncoveredBuiltin(StringRef name) { return knownBuiltins().contains(name) && builtinsNamed(name).empty(); }

StaticValue kt::warpName(StringRef name, TypeContext &types) {
  if (name == "float" || name == "int" || name == "bool")
    return pythonName(name, types);
  if (!builtinsNamed(name).empty() || isForm(name)) {
    if (name == "types")
      return StaticValue::ofNamespace(Namespace::WarpTypes);
    return StaticValue::ofText(StaticValue::Kind::WarpName, name);
  }
  if (const Type *type = typeNamed(name, types))
    return StaticValue::ofType(type);
  if (std::optional<double> value = warpNumber(name))
    return StaticValue::ofFloat(*value);
  if (isUnsupportedType(name))
    return StaticValue::ofText(StaticValue::Kind::Unsupported, name);
  if (const TypeTemplate *pattern = templateNamed(name))
    return StaticValue::ofTemplate(pattern);
  if (knownBuiltins().contains(name))
    return StaticValue::ofText(StaticValue::Kind::WarpName, name);
  return StaticValue();
}

StaticValue kt::warpTypesName(StringRef name, TypeContext &types) {
  StringRef maker = llvm::StringSwitch<StringRef>(name)
                        .Cases({"vector", "Vector"}, "types.vector")
                        .Cases({"matrix", "Matrix"}, "types.matrix")
                        .Cases({"quaternion", "Quaternion"}, "types.quaternion")
                        .Cases({"transformation", "Transformation"}, "types.transformation")
                        .Default("");
  if (!maker.empty())
    return StaticValue::ofText(StaticValue::Kind::WarpName, maker);
  return warpName(name, types);
}

StaticValue kt::mathConstant(StringRef name) {
  for (StringRef known : {"pi", "tau", "e", "inf", "nan"})
    if (name == known)
      return StaticValue::ofFloat(*warpNumber(name));
  return StaticValue();
}

StaticValue kt::numpyConstant(StringRef name) {
  if (name == "pi" || name == "e" || name == "inf" || name == "nan")
    return mathConstant(name);
  if (name == "euler_gamma")
    return StaticValue::ofFloat(0.57721566490153286061);
  return StaticValue();
}

StaticValue kt::pythonName(StringRef name, TypeContext &types) {
  if (name == "float" || name == "int" || name == "bool") {
    StaticValue value = StaticValue::ofType(name == "float" ? types.float32()
                                            : name == "int" ? types.int32()
                                                            : types.boolean());
    value.text = name;
    return value;
  }
  static const llvm::StringSet<> functions = {
      "abs",   "all",    "any",       "ascii",    "bin",        "callable",   "chr",     "complex", "dict",
      "dir",   "divmod", "enumerate", "eval",     "exec",       "filter",     "format",  "getattr", "hasattr",
      "hash",  "hex",    "id",        "input",    "isinstance", "issubclass", "iter",    "len",     "list",
      "map",   "max",    "min",       "next",     "object",     "oct",        "open",    "ord",     "pow",
      "print", "range",  "repr",      "reversed", "round",      "set",        "setattr", "slice",   "sorted",
      "str",   "sum",    "super",     "tuple",    "type",       "vars",       "zip"};
  return functions.contains(name) ? StaticValue::ofText(StaticValue::Kind::PythonName, name) : StaticValue();
}

void kt::appendWarpNames(llvm::SmallVectorImpl<StringRef> &names) {
  for (const Builtin &builtin : allBuiltins())
    names.push_back(builtin.name);
  for (const NamedNumber &number : warpNumbers)
    names.push_back(number.name);
  names.append({"vec2",      "vec3",           "vec4",           "mat22",          "mat33",  "mat44",
                "quat",      "float32",        "float64",        "float16",        "int32",  "int64",
                "int16",     "int8",           "uint32",         "uint64",         "uint16", "uint8",
                "tid",       "printf",         "cast",           "vector",         "matrix", "quaternion",
                "transform", "transformation", "spatial_vector", "spatial_matrix", "static", "constant",
                "array",     "array1d",        "array2d",        "array3d",        "array4d"});
}
