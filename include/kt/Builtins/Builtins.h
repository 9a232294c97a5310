// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The builtin functions and operators of the language, as Builtins.td declares them: overloads over type classes,
// effect, spelling, doc. Knows types, not syntax. Vector, matrix, quaternion and struct constructors and scalar casts
// are not builtins: the checker resolves them by their type.

#ifndef KT_BUILTINS_BUILTINS_H
#define KT_BUILTINS_BUILTINS_H

#include "kt/Types/Constant.h"
#include "llvm/ADT/SmallVector.h"
#include <algorithm>
#include <optional>
#include <string>

namespace kt {

/// What a builtin does to memory, and so whether it may be moved, repeated or dropped.
enum class Effect : uint8_t { None, Read, Write, ReadModifyWrite, Output };

/// Where an argument has to lie for the result to be defined and of some use. The generator keeps to it; the checker
/// does not ask.
enum class ParamDomain : uint8_t {
  Any,
  NonNegative, // sqrt
  Positive,    // log, the base of pow
  NonZero,     // a divisor
  Unit,        // -1 to 1: asin, acos
  OpenUnit,    // strictly between 0 and 1: erfinv, erfcinv
  Moderate,    // a few units around 0, as it grows fast: exp, sinh, cosh, tan
  Exponent,    // a small number: the exponent of pow
  ShiftAmount, // at least 0 and less than the width of the type
  Truth,       // asked only whether it is zero
};

/// What a builtin takes besides its arguments and has to be known when translating: in `identity(n=3, dtype=float)` the
/// number 3 and the scalar type.
struct StaticArg {
  unsigned number = 0;
  const ScalarType *type = nullptr;
};

/// What a parameter takes: a value, or a place that the call reads or changes.
enum class Passing : uint8_t {
  Value,
  In,    // reads it where it is
  InOut, // reads it and changes it; what is no variable is copied first, if there is a result as well
  Out,   // sets it; only a variable will do
};

/// An adjoint rule: an expression over a call's arguments and results and the gradients of the results.
struct AdjointRule {
  enum class Kind : uint8_t {
    Argument,        // number `index`
    Result,          // number `index`
    Gradient,        // of result `index`
    ElementGradient, // of the array element that the call updates
    ElementValue,    // that element itself
    Number,          // `number`, of the scalar type that the call is about
    Zero,            // of the type of argument `index`
    Less,            // whether the first operand, a scalar, is below the second
    Part,            // component `index` of the operand, or row `index` of a matrix
    OwnPart,         // likewise, by the number of the repeated argument
    Construct,       // of the type of the first operand, made of the others
    Call,            // result `index` of the builtin `name` with the operands
  };
  Kind kind;
  unsigned index = 0;
  double number = 0;
  StringRef name = {};
  const AdjointRule *operands[10] = {}; // null behind the last one
};

/// What the gradient of argument `param` grows by.
struct Adjoint {
  unsigned param;
  const AdjointRule *rule;
};

struct TypePattern; // what a parameter takes; known to lib/Builtins alone

/// One overload: a record of Builtins.td.
struct Builtin {
  unsigned id;     // dense, in the order of the file
  StringRef name;  // as in `wp.<name>`; operators have Python's operator name, such as `add`
  StringRef group; // "Scalar Math"
  StringRef doc;
  Effect effect;
  /// How the call is spelled in C++: as an operator, infix with two parameters and prefix with one, or as a function
  /// such as `wp::sin`. Either may be empty. Where there are both, the function is right for all operands, and the
  /// operator where it is defined (no zero divisor, no shift past the width) and the type is not narrower than int.
  StringRef infix;
  StringRef function;
  /// The generator's odds of picking it; 0 keeps it out.
  unsigned weight;
  ArrayRef<StringRef> paramNames;
  /// Known when translating; their values become template arguments of the function, or its result type.
  ArrayRef<StringRef> staticNames;
  ArrayRef<ParamDomain> paramDomains;            // one per parameter
  ArrayRef<Passing> paramPassings;               // likewise
  ArrayRef<std::optional<double>> paramDefaults; // likewise; only the last ones have any
  bool isVariadic;                               // takes one or more of its last parameter
  bool isDifferentiable; // a gradient flows from its result, or from what it writes, to its arguments
  StringRef signature;
  ArrayRef<const TypePattern *> paramTypes;
  ArrayRef<const TypePattern *> staticTypes;
  const TypePattern *returns;
  char repeat;                // the variable that counts the repeated arguments, or 0
  ArrayRef<Adjoint> adjoints; // no gradient flows to an argument that is not among them

  ParamDomain domain(unsigned param) const { return paramDomains[std::min<size_t>(param, paramDomains.size() - 1)]; }
  Passing passing(unsigned param) const { return paramPassings[std::min<size_t>(param, paramPassings.size() - 1)]; }
  bool takesPlace(unsigned param) const { return passing(param) != Passing::Value; }
  bool changesPlace(unsigned param) const { return passing(param) > Passing::In; }
};

/// Every overload, in the order of the file.
ArrayRef<Builtin> allBuiltins();
/// The overloads of one name, in the order in which they are tried; empty if there is no such builtin.
ArrayRef<const Builtin *> builtinsNamed(StringRef name);

/// The overload that takes exactly these argument types, null where one is left out, and its result type: None if it
/// returns nothing, a tuple if it returns several values.
struct BuiltinMatch {
  const Builtin *builtin;
  const Type *result;
};
std::optional<BuiltinMatch> resolveBuiltin(StringRef name, ArrayRef<const Type *> args, TypeContext &types,
                                           ArrayRef<StaticArg> statics = {});

/// Does this one overload take these types; what does it return? Null if it does not take them.
const Type *matchBuiltin(const Builtin &builtin, ArrayRef<const Type *> args, TypeContext &types,
                         ArrayRef<StaticArg> statics = {});

/// What the parameter that `args` leave out stands for in this call, which the overload takes.
Constant defaultArgument(const Builtin &builtin, unsigned param, ArrayRef<const Type *> args, TypeContext &types);

/// Could `resolveBuiltin` have led to a call with these arguments, as they are lowered, and this result?
bool isCallOf(const Builtin &builtin, ArrayRef<const Type *> args, const Type *result);

/// As shown to a user among the candidates: `dot(a: vector(N, T), b: vector(N, T)) -> T, T any int or float`.
std::string signature(const Builtin &builtin);

} // namespace kt

#endif
