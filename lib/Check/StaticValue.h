// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What an expression stands for when it holds no variable of a kernel: a number, a type, a module, a function … Numbers
// are Python's own here, exact integers and doubles; a kernel's types come in where a kernel uses them.

#ifndef KT_LIB_CHECK_STATICVALUE_H
#define KT_LIB_CHECK_STATICVALUE_H

#include "TypeTemplate.h"
#include "kt/AST/AST.h"
#include "kt/Types/Constant.h"
#include "llvm/ADT/APInt.h"
#include "llvm/ADT/Twine.h"
#include <optional>

namespace kt {

class ModuleScope;
struct FuncGroup;

/// Modules whose names are known without reading a file.
enum class Namespace : uint8_t { Warp, WarpTypes, Math, Numpy, Typing, Enum };

struct StaticValue {
  enum class Kind : uint8_t {
    Unknown,  // `reason` at `loc` says what would have to be run
    TooLarge, // likewise, but known to pass a limit
    None,
    Bool,
    Int,         // `integer`, `intWidth` bits
    Float,       // `real`
    String,      // `text`
    Typed,       // `typed`: a scalar, vector, matrix or quaternion of a kernel type
    Sequence,    // `elements` of a tuple, list or set
    Dict,        // `elements` are keys and values in turn
    EnumMember,  // `elements[0]` of a plain Enum, which is not a number
    Type,        // `type`; `text` if it is Python's own `int`, `float` or `bool`, which is not Warp's
    Generic,     // `pattern` stands for any of several types
    Unsupported, // `text` is a type that the language level does not cover
    Namespace,
    Module,     // `module`, a file
    Class,      // `classDef` of `module`: an enum or a holder of constants
    WarpName,   // `wp.<text>`: a builtin, or a form of the language
    PythonName, // `text` is one of Python's builtin functions
    MathName,   // `math.<text>`, a function
    PlainFunc,  // `text`, a function without a decorator of Warp's: `function` in `module`
    Funcs,      // `funcs`
    Kernel,     // `text`: `function` in `module`
  };
  /// Integers are kept in this many bits; what needs more is too large.
  static constexpr unsigned intWidth = 256;

  Kind kind = Kind::Unknown;
  bool boolean = false;
  Namespace space = Namespace::Warp;
  double real = 0;
  llvm::APInt integer = llvm::APInt();
  StringRef text;
  Constant typed;
  const Type *type = nullptr;
  const TypeTemplate *pattern = nullptr;
  ModuleScope *module = nullptr;
  const ast::ClassDef *classDef = nullptr;
  const ast::FunctionDef *function = nullptr;
  FuncGroup *funcs = nullptr;
  std::vector<StaticValue> elements;
  std::string reason;
  Location loc;

  bool is(Kind other) const { return kind == other; }
  /// Unknown or too large.
  bool isMissing() const { return kind == Kind::Unknown || kind == Kind::TooLarge; }
  bool isNumber() const { return kind == Kind::Bool || kind == Kind::Int || kind == Kind::Float; }

  static StaticValue unknown(Location loc, const llvm::Twine &reason);
  static StaticValue tooLarge(Location loc, const llvm::Twine &reason);
  static StaticValue none() { return ofKind(Kind::None); }
  static StaticValue ofBool(bool value);
  static StaticValue ofInt(int64_t value);
  static StaticValue ofInt(llvm::APInt value);
  static StaticValue ofFloat(double value);
  static StaticValue ofString(StringRef text) { return ofText(Kind::String, text); }
  static StaticValue ofTyped(Constant value);
  static StaticValue ofType(const Type *type);
  static StaticValue ofTemplate(const TypeTemplate *pattern);
  static StaticValue ofSequence(std::vector<StaticValue> elements);
  static StaticValue ofNamespace(Namespace space);
  static StaticValue ofText(Kind kind, StringRef text);
  static StaticValue ofFunction(Kind kind, const ast::FunctionDef *function, ModuleScope &scope);

private:
  static StaticValue ofKind(Kind kind);
};

// Numbers, as Python computes with them
// -------------------------------------

/// `left op right`, or what is missing to know it.
StaticValue evaluateBinary(ast::BinaryOperator op, const StaticValue &left, const StaticValue &right, Location loc);
StaticValue evaluateUnary(ast::UnaryOperator op, const StaticValue &operand, Location loc);
StaticValue evaluateCompare(ast::CompareOperator op, const StaticValue &left, const StaticValue &right, Location loc);
/// `math.<name>(args)`.
StaticValue evaluateMath(StringRef name, ArrayRef<StaticValue> args, Location loc);
/// `abs`, `min`, `max`, `round`, `pow`, `len`, `int`, `float`, `bool` on values known.
StaticValue evaluatePythonCall(StringRef name, ArrayRef<StaticValue> args, Location loc);
/// bool(value); nothing for what is no value.
std::optional<bool> truthOf(const StaticValue &value);
/// Do two values stand for the same, whatever is done with them? For what is missing: at the same place.
bool isSame(const StaticValue &left, const StaticValue &right);
/// The nearest double; infinite if there is none.
double toDouble(const StaticValue &number);

/// `number` as `type` holds it; nothing if it is an integer that `type` has no place for, or a float for an integer.
std::optional<Constant> toConstant(const StaticValue &number, const ScalarType *type);

} // namespace kt

#endif
