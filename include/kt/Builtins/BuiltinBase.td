// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a record of Builtins.td is made of. Checked and turned into tables by kt-tblgen.

#ifndef KT_BUILTINS_BUILTINBASE_TD
#define KT_BUILTINS_BUILTINBASE_TD

// Classes of types
// ----------------

// The types whose kind is in `Shapes` and whose scalars, if they are made of scalars, are in `Scalars`. To a user the
// class is called `Words`. The strings are those of kt::Type::Kind and kt::ScalarKind.
class TypeClass<string words, list<string> shapes, list<string> scalars> {
  string Words = words;
  list<string> Shapes = shapes;
  list<string> Scalars = scalars;
}

defvar wideInts = ["Int32", "UInt32", "Int64", "UInt64"];
defvar ints = ["Int8", "UInt8", "Int16", "UInt16"] # wideInts;
defvar wideFloats = ["Float32", "Float64"];
defvar floats = ["Float16"] # wideFloats;
defvar composites = ["Vector", "Matrix", "Quaternion", "Transform"];

def AnyInt        : TypeClass<"int", ["Scalar"], ints>;
def AnyFloat      : TypeClass<"float", ["Scalar"], floats>;
def AnyNumber     : TypeClass<"int or float", ["Scalar"], ints # floats>;
def AnyScalar     : TypeClass<"bool, int or float", ["Scalar"], ["Bool"] # ints # floats>;
def AnyCondition  : TypeClass<"bool or int", ["Scalar"], ["Bool"] # ints>;
def AnyTruth      : TypeClass<"bool, int or array", ["Scalar", "Array"], ["Bool"] # ints>;
def AnyComparable : TypeClass<"scalar, vector, matrix, quaternion or transform", ["Scalar"] # composites,
                              ["Bool"] # ints # floats>;
def AnyPrintable  : TypeClass<"scalar, vector, matrix, quaternion, transform or str",
                              ["Scalar", "String"] # composites, ["Bool"] # ints # floats>;
def AnyValue      : TypeClass<"type", ["Scalar", "Array", "Struct"] # composites, ["Bool"] # ints # floats>;
def AnyArrayValue : TypeClass<"array", ["Array"], []>;
def AnyKept       : TypeClass<"kept states", ["Kept"], []>;
def AnyGradient   : TypeClass<"float, or vector, matrix, quaternion or transform of floats", ["Scalar"] # composites,
                              floats>;

// What the hardware updates in one step, and what is updated scalar by scalar.
def AnyAddable    : TypeClass<"32- or 64-bit int, float, or vector, matrix, quaternion or transform of these",
                              ["Scalar"] # composites, wideInts # floats>;
def AnyOrdered    : TypeClass<"32- or 64-bit int or float, or vector or matrix of these",
                              ["Scalar", "Vector", "Matrix"], wideInts # wideFloats>;
def AnyExchanged  : TypeClass<"32- or 64-bit int or float", ["Scalar"], wideInts # wideFloats>;
def AnyBits       : TypeClass<"32- or 64-bit int, or vector or matrix of these", ["Scalar", "Vector", "Matrix"],
                              wideInts>;

// Patterns of types
// -----------------

class Dim;
class DimVar<string symbol> : Dim { string Symbol = symbol; } // the same number wherever it stands in a call
class Extent<int n> : Dim { int Value = n; }

def N : DimVar<"N">; // length
def R : DimVar<"R">; // rows
def C : DimVar<"C">; // columns
def K : DimVar<"K">; // of two matrices: columns of the first, rows of the second
def D : DimVar<"D">; // dimensions

class Result;
class Pattern : Result;
class TypeVar<string symbol, TypeClass of> : Pattern { // the same type wherever it stands in a call
  string Symbol = symbol;
  TypeClass Of = of;
}
class OneOf<TypeClass of> : Pattern { TypeClass Of = of; } // each time any type of the class
class Exactly<string kind> : Pattern { string Kind = kind; } // a scalar type
class Vec<Dim n, Pattern element> : Pattern { Dim Length = n; Pattern Element = element; }
class Mat<Dim r, Dim c, Pattern element> : Pattern { Dim Rows = r; Dim Columns = c; Pattern Element = element; }
class Quat<Pattern element> : Pattern { Pattern Element = element; }
class Trans<Pattern element> : Pattern { Pattern Element = element; }
class ArrayOf<Pattern element, Dim rank> : Pattern { Pattern Element = element; Dim Rank = rank; }
class IndexableOf<Pattern element, Dim rank> : ArrayOf<element, rank>; // or an indexed array
def Nothing : Result;
class Tuple<list<Pattern> elements> : Result { list<Pattern> Elements = elements; } // two or three results

def T : TypeVar<"T", AnyNumber>;
def F : TypeVar<"F", AnyFloat>;
def I : TypeVar<"I", AnyInt>;
def V : TypeVar<"V", AnyValue>;
def E : TypeVar<"E", AnyComparable>;

def Bool   : Exactly<"Bool">;
def I32    : Exactly<"Int32">;
def U32    : Exactly<"UInt32">;
def F32    : Exactly<"Float32">;
def F64    : Exactly<"Float64">;
def Index  : OneOf<AnyInt>;
def Scalar : OneOf<AnyScalar>;
def AnyArray : ArrayOf<OneOf<AnyValue>, D>;

// A parameter that takes a place and not a value: the call reads or changes what is there.
class Place<Pattern of> { Pattern Of = of; }
class In<Pattern of> : Place<of>;    // reads it where it is, as its type has no values
class InOut<Pattern of> : Place<of>; // reads it too; with a result, an argument that is no variable is copied first
class Out<Pattern of> : Place<of>;   // has to be a variable, as all else would be lost

// What has to be known when translating. It settles a variable of the patterns.
class Static;
class Number<DimVar of> : Static { DimVar Of = of; }
class ScalarType<TypeVar of> : Static { TypeVar Of = of; }

// Adjoint rules
// -------------

// What the gradient of `param` grows by: an expression over the call's arguments (`$x`) and the following. Where two
// numbers are meant, N is the second's.
class Adj<string param, dag rule> {
  string Param = param;
  dag Rule = rule;
}
def grad;   // (grad): the gradient of the result; (grad N): of result N, from 0
def result; // (result), (result N): what the call returned
def gradAt; // (gradAt $arr): the gradient of the array element that the call updates
def valueAt; // (valueAt $arr): that element itself, as the reverse sweep finds it
def call;   // (call "cos", $x): a builtin; one that is Internal too; (call "svd3", N, $x): result N of several
def number; // (number "0.5"): of the scalar type that the call is about
def zero;   // (zero $x): of the type of `x`
def less;   // (less $a, $b): whether one scalar is below the other
def part;   // (part $v, N): one component of a vector, quaternion or transform, one row of a matrix; (part $v): that
            // of the repeated argument's own number
def make;   // (make $v, $x, ...): of the type of `v` and these parts, or one scalar everywhere

// Builtins
// --------

class BuiltinEffect;
def None            : BuiltinEffect; // may be moved, repeated and dropped
def Read            : BuiltinEffect; // reads memory
def Write           : BuiltinEffect; // sets elements of arrays
def ReadModifyWrite : BuiltinEffect; // changes an array element in one step; not replayed in a reverse sweep
def Output          : BuiltinEffect; // is seen outside; stays where it is

class ParamDomain;
foreach domain = ["NonNegative", "Positive", "NonZero", "Unit", "OpenUnit", "Moderate", "Exponent", "ShiftAmount",
                  "Truth"] in
def domain : ParamDomain;

class On<string param, ParamDomain domain> {
  string Param = param;
  ParamDomain Domain = domain;
}

// What `param`, a scalar, is where the call leaves it out.
class Default<string param, string value> {
  string Param = param;
  string Value = value;
}

def args; // (args T:$a, InOut<T>:$b)

class Builtin<string name, dag params, Result returns = Nothing> {
  string Name = name;
  dag Params = params;
  list<Default> Defaults = []; // of the last parameters
  Result Returns = returns;
  dag Statics = (args);      // (args Number<N>:$n)
  Dim Repeat = ?;            // if set, the call takes one or more of the last parameter, and this is how many
  string Group = ?;
  string Doc = ?;
  BuiltinEffect Eff = None;
  string Infix = "";         // C++'s operator, where it has one for these types
  string Function = "wp::" # name;
  string Header = "";        // of the runtime, where `Function` is, if not in kernel.h: a unit includes it for this call
  bit Differentiable = false;
  list<Adj> Adjoint = [];
  list<On> Domain = [];      // parameters not named may be anything
  int Weight = 0;            // how often the generator picks it, among others; 0 is never
}

#endif
