// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Every builtin function and operator of the language, overload by overload, in the order in which they are tried.
// docs/Builtins.md is made from this file, and so is a test kernel per record.

include "kt/Builtins/BuiltinBase.td"

// Pieces of adjoint rules
// -----------------------

defvar nought = (number "0.0");
defvar one = (number "1.0");
defvar two = (number "2.0");
defvar half = (number "0.5");
// A gradient of zero stays zero, whatever it would be multiplied with.
defvar isLive = (less nought, (call "abs", (grad)));

// 2 / sqrt(pi) * exp(-x^2), and one over it at the result.
defvar erfSlope = (call "mul", (number "1.128379167095512573896"), (call "exp", (call "neg", (call "mul", $x, $x))));
defvar erfinvSlope = (call "mul", (number "0.886226925452758013649"), (call "exp", (call "mul", (result), (result))));
// 1 / sqrt(1 - x^2), and nothing at the ends.
defvar arcBase = (call "sub", one, (call "mul", $x, $x));
defvar arcSlope = (call "where", (less nought, arcBase), (call "div", (grad), (call "sqrt", arcBase)), nought);

// What of the gradient is across the result, which is of length 1 or should be.
defvar across = (call "sub", (grad), (call "mul", (result), (call "dot", (result), (grad))));
// The translations and rotations of transforms, and of the gradient of one.
defvar pGrad = (call "transform_get_translation", (grad));
defvar qGrad = (call "transform_get_rotation", (grad));
defvar pXform = (call "transform_get_translation", $xform);
defvar qXform = (call "transform_get_rotation", $xform);
defvar qA = (call "transform_get_rotation", $a);
defvar pB = (call "transform_get_translation", $b);
defvar qB = (call "transform_get_rotation", $b);
// The columns of the gradient of a matrix of four rows, as vectors of three.
defvar scaleColumn0 = (make $scale, (part (part (grad), 0), 0), (part (part (grad), 1), 0), (part (part (grad), 2), 0));
defvar scaleColumn1 = (make $scale, (part (part (grad), 0), 1), (part (part (grad), 1), 1), (part (part (grad), 2), 1));
defvar scaleColumn2 = (make $scale, (part (part (grad), 0), 2), (part (part (grad), 1), 2), (part (part (grad), 2), 2));
defvar scaleColumn3 = (make $scale, (part (part (grad), 0), 3), (part (part (grad), 1), 3), (part (part (grad), 2), 3));
defvar xformColumn0 = (make pXform, (part (part (grad), 0), 0), (part (part (grad), 1), 0), (part (part (grad), 2), 0));
defvar xformColumn1 = (make pXform, (part (part (grad), 0), 1), (part (part (grad), 1), 1), (part (part (grad), 2), 1));
defvar xformColumn2 = (make pXform, (part (part (grad), 0), 2), (part (part (grad), 1), 2), (part (part (grad), 2), 2));
defvar xformColumn3 = (make pXform, (part (part (grad), 0), 3), (part (part (grad), 1), 3), (part (part (grad), 2), 3));

// Scalar Math
// -----------

let Group = "Scalar Math" in {

class FloatFunction<string name, int weight, string doc> : Builtin<name, (args F:$x), F> {
  let Weight = weight;
  let Doc = doc;
}
// With the gradient of `x`.
class SmoothFunction<string name, int weight, dag rule, string doc> : FloatFunction<name, weight, doc> {
  let Adjoint = [Adj<"x", rule>];
}

let Differentiable = true in {

let Weight = 6 in {
def Min : Builtin<"min", (args T:$a, T:$b), T> {
  let Doc = "The smaller of `a` and `b`.";
  let Adjoint = [Adj<"a", (call "where", (less $a, $b), (grad), nought)>,
                 Adj<"b", (call "where", (less $a, $b), nought, (grad))>];
}
def Max : Builtin<"max", (args T:$a, T:$b), T> {
  let Doc = "The larger of `a` and `b`.";
  let Adjoint = [Adj<"a", (call "where", (less $b, $a), (grad), nought)>,
                 Adj<"b", (call "where", (less $b, $a), nought, (grad))>];
}
def Clamp : Builtin<"clamp", (args T:$x, T:$low, T:$high), T> {
  let Doc = "`x`, but no less than `low` and no more than `high`.";
  // As of min(max(x, low), high).
  defvar isHigh = (less $high, (call "max", $x, $low));
  defvar below = (call "where", isHigh, nought, (grad));
  let Adjoint = [Adj<"x", (call "where", (less $x, $low), nought, below)>,
                 Adj<"low", (call "where", (less $x, $low), below, nought)>,
                 Adj<"high", (call "where", isHigh, (grad), nought)>];
}
def Abs : Builtin<"abs", (args T:$x), T> {
  let Doc = "The magnitude of `x`.";
  let Adjoint = [Adj<"x", (call "where", (less $x, nought), (call "neg", (grad)), (grad))>];
}
}

def Sin : SmoothFunction<"sin", 8, (call "mul", (grad), (call "cos", $x)),
                         "The sine of `x`, which is in radians.">;
def Cos : SmoothFunction<"cos", 8, (call "neg", (call "mul", (grad), (call "sin", $x))),
                         "The cosine of `x`, which is in radians.">;
let Domain = [On<"x", Unit>] in {
def Acos : SmoothFunction<"acos", 2, (call "neg", arcSlope),
                         "The angle from 0 to pi whose cosine is `x`.">;
def Asin : SmoothFunction<"asin", 2, arcSlope,
                         "The angle from -pi/2 to pi/2 whose sine is `x`.">;
}
def Sqrt : SmoothFunction<"sqrt", 8, (call "where", isLive, (call "div", (call "mul", (grad), half), (result)), nought),
                         "The square root of `x`."> { let Domain = [On<"x", NonNegative>]; }
def Cbrt : SmoothFunction<"cbrt", 1,
    (call "where", isLive, (call "div", (grad), (call "mul", (number "3.0"), (call "mul", (result), (result)))),
                   nought),
                         "The cube root of `x`, which may be negative.">;
def Tan : SmoothFunction<"tan", 2, (call "mul", (grad), (call "add", one, (call "mul", (result), (result)))),
                         "The tangent of `x`, which is in radians."> { let Domain = [On<"x", Moderate>]; }
def Atan : SmoothFunction<"atan", 2, (call "div", (grad), (call "add", one, (call "mul", $x, $x))),
                         "The angle from -pi/2 to pi/2 whose tangent is `x`.">;
defvar squares = (call "add", (call "mul", $x, $x), (call "mul", $y, $y));
def Atan2 : Builtin<"atan2", (args F:$y, F:$x), F> {
  let Doc = "The angle from -pi to pi between the x axis and the point (`x`, `y`).";
  let Weight = 2;
  let Adjoint = [Adj<"y", (call "where", (less nought, squares), (call "div", (call "mul", (grad), $x), squares),
                                         nought)>,
                 Adj<"x", (call "where", (less nought, squares),
                                         (call "neg", (call "div", (call "mul", (grad), $y), squares)), nought)>];
}
let Domain = [On<"x", Moderate>] in {
def Sinh : SmoothFunction<"sinh", 1, (call "mul", (grad), (call "cosh", $x)),
                         "The hyperbolic sine of `x`.">;
def Cosh : SmoothFunction<"cosh", 1, (call "mul", (grad), (call "sinh", $x)),
                         "The hyperbolic cosine of `x`.">;
}
def Tanh : SmoothFunction<"tanh", 4, (call "mul", (grad), (call "sub", one, (call "mul", (result), (result)))),
                         "The hyperbolic tangent of `x`.">;
def Degrees : SmoothFunction<"degrees", 1, (call "degrees", (grad)),
                         "Turns radians into degrees.">;
def Radians : SmoothFunction<"radians", 1, (call "radians", (grad)),
                         "Turns degrees into radians.">;
let Domain = [On<"x", Positive>] in {
def Log : SmoothFunction<"log", 4, (call "div", (grad), $x),
                         "The natural logarithm of `x`.">;
def Log2 : SmoothFunction<"log2", 1, (call "div", (grad), (call "mul", $x, (number "0.693147180559945309417"))),
                         "The logarithm of `x` to base 2.">;
def Log10 : SmoothFunction<"log10", 1, (call "div", (grad), (call "mul", $x, (number "2.302585092994045684018"))),
                         "The logarithm of `x` to base 10.">;
}
def Exp : SmoothFunction<"exp", 6, (call "mul", (grad), (result)),
                         "The exponential of `x`."> {
  let Domain = [On<"x", Moderate>];
}
def Pow : Builtin<"pow", (args F:$x, F:$y), F> {
  let Doc = "`x` to the power of `y`. Integers have no power.";
  let Domain = [On<"x", Positive>, On<"y", Exponent>];
  let Weight = 3;
  let Adjoint = [Adj<"x", (call "where", isLive,
                                         (call "mul", (grad),
                                                      (call "mul", $y, (call "pow", $x, (call "sub", $y, one)))),
                                         nought)>,
                 Adj<"y", (call "where", (less nought, $x),
                                         (call "mul", (grad), (call "mul", (call "log", $x), (result))), nought)>];
}
def Erf : SmoothFunction<"erf", 1, (call "mul", (grad), erfSlope),
                         "The error function of `x`.">;
def Erfc : SmoothFunction<"erfc", 1, (call "neg", (call "mul", (grad), erfSlope)),
                         "One minus the error function of `x`.">;
let Domain = [On<"x", OpenUnit>] in {
def Erfinv : SmoothFunction<"erfinv", 1, (call "mul", (grad), erfinvSlope),
                         "The number whose error function is `x`.">;
def Erfcinv : SmoothFunction<"erfcinv", 1, (call "neg", (call "mul", (grad), erfinvSlope)),
                         "The number whose complementary error function is `x`.">;
}

} // Differentiable

let Weight = 2 in {
def Sign : Builtin<"sign", (args T:$x), T> { let Doc = "-1 if `x` is below zero, otherwise 1."; }
def Step : Builtin<"step", (args T:$x), T> { let Doc = "1 if `x` is below zero, otherwise 0."; }
def Nonzero : Builtin<"nonzero", (args T:$x), T> { let Doc = "0 if `x` is zero, otherwise 1."; }
}
def Round : FloatFunction<"round", 2, "The nearest whole number; halves go away from zero.">;
def Rint : FloatFunction<"rint", 1, "The nearest whole number; halves go to the even one.">;
def Trunc : FloatFunction<"trunc", 1, "The nearest whole number toward zero.">;
def Floor : FloatFunction<"floor", 4, "The largest whole number that is no more than `x`.">;
def Ceil : FloatFunction<"ceil", 2, "The smallest whole number that is no less than `x`.">;
let Differentiable = true in
def Frac : SmoothFunction<"frac", 1, (grad), "What `x` has after the point: `x - trunc(x)`.">;

} // Scalar Math

multiclass FloatTest<string name, string doc, int weight> {
  let Doc = doc, Weight = weight in {
  let Group = "Scalar Math" in
  def "" : Builtin<name, (args T:$a), Bool>;
  let Group = "Vector Math" in {
  def Vec : Builtin<name, (args Vec<N, T>:$a), Bool>;
  def Quat : Builtin<name, (args Quat<F>:$a), Bool>;
  def Mat : Builtin<name, (args Mat<R, C, T>:$a), Bool>;
  }
  }
}

defm IsFinite : FloatTest<"isfinite", "Whether `a`, or every component of it, is neither infinite nor NaN.", 1>;
defm IsNan : FloatTest<"isnan", "Whether `a`, or some component of it, is NaN.", 1>;
defm IsInf : FloatTest<"isinf", "Whether `a`, or some component of it, is infinite.", 1>;

// Vector Math
// -----------

let Group = "Vector Math" in {

let Differentiable = true in {

def MinVec : Builtin<"min", (args Vec<N, T>:$a, Vec<N, T>:$b), Vec<N, T>> {
  let Doc = "The smaller of each two components.";
  let Weight = 3;
  let Adjoint = [Adj<"a", (call ".where_less", $a, $b, (grad), (zero $a))>,
                 Adj<"b", (call ".where_less", $a, $b, (zero $a), (grad))>];
}
def MinOfVec : Builtin<"min", (args Vec<N, T>:$a), T> {
  let Doc = "The smallest component of `a`.";
  let Weight = 2;
  let Adjoint = [Adj<"a", (call ".unit", $a, (call "argmin", $a), (grad))>];
}
def MaxVec : Builtin<"max", (args Vec<N, T>:$a, Vec<N, T>:$b), Vec<N, T>> {
  let Doc = "The larger of each two components.";
  let Weight = 3;
  let Adjoint = [Adj<"a", (call ".where_less", $b, $a, (grad), (zero $a))>,
                 Adj<"b", (call ".where_less", $b, $a, (zero $a), (grad))>];
}
def MaxOfVec : Builtin<"max", (args Vec<N, T>:$a), T> {
  let Doc = "The largest component of `a`.";
  let Weight = 2;
  let Adjoint = [Adj<"a", (call ".unit", $a, (call "argmax", $a), (grad))>];
}
def AbsVec : Builtin<"abs", (args Vec<N, T>:$x), Vec<N, T>> {
  let Doc = "The magnitude of each component.";
  let Weight = 2;
  let Adjoint = [Adj<"x", (call "cw_mul", (grad), (call "sign", $x))>];
}

def Dot : Builtin<"dot", (args Vec<N, T>:$a, Vec<N, T>:$b), T> {
  let Doc = "The sum of the products of corresponding components.";
  let Adjoint = [Adj<"a", (call "mul", $b, (grad))>, Adj<"b", (call "mul", $a, (grad))>];
  let Weight = 10;
}
def Ddot : Builtin<"ddot", (args Mat<R, C, T>:$a, Mat<R, C, T>:$b), T> {
  let Doc = "The sum of the products of corresponding elements.";
  let Weight = 1;
  let Adjoint = [Adj<"a", (call "mul", $b, (grad))>,
                 Adj<"b", (call "mul", $a, (grad))>];
}
defvar VecF = Vec<N, F>;
def NormL1 : Builtin<"norm_l1", (args VecF:$v), F> {
  let Doc = "The sum of the magnitudes of the components.";
  let Adjoint = [Adj<"v", (call "mul", (call "sign", $v), (grad))>];
}
def NormL2 : Builtin<"norm_l2", (args VecF:$v), F> {
  let Doc = "The Euclidean length of `v`.";
  let Adjoint = [Adj<"v", (call "mul", (call "normalize", $v), (grad))>];
}
let Defaults = [Default<"delta", "1.0">], Domain = [On<"delta", Positive>] in {
def NormHuber : Builtin<"norm_huber", (args VecF:$v, F:$delta), F> {
  let Doc = "Half the square of the length of `v` up to a length of `delta`, and from there on straight.";
  defvar isFar = (less (call "mul", $delta, $delta), (call "length_sq", $v));
  let Adjoint = [Adj<"v", (call "where", isFar,
                                         (call "mul", (call "normalize", $v), (call "mul", (grad), $delta)),
                                         (call "mul", $v, (grad)))>,
                 Adj<"delta", (call "where", isFar,
                                             (call "mul", (grad), (call "sub", (call "length", $v), $delta)),
                                             nought)>];
}
def NormPseudoHuber : Builtin<"norm_pseudo_huber", (args VecF:$v, F:$delta), F> {
  let Doc = "`delta` times the square root of 1 plus the square of the length of `v` over `delta`.";
  let Adjoint = [Adj<"v", (call "mul", $v, (call "div", (grad), (result)))>,
                 Adj<"delta", (call "div", (call "mul", (grad), $delta), (result))>];
}
defvar huberNorm = (call "norm_pseudo_huber", $v, $delta);
def SmoothNormalize : Builtin<"smooth_normalize", (args VecF:$v, F:$delta), VecF> {
  let Doc = "`v` divided by its pseudo-Huber norm.";
  let Adjoint = [Adj<"v", (call "div", across, huberNorm)>,
                 Adj<"delta", (call "neg", (call "div", (call "mul", (call "dot", (grad), (result)), $delta),
                                                        (call "mul", huberNorm, huberNorm)))>];
}
}
def Outer : Builtin<"outer", (args Vec<R, T>:$a, Vec<C, T>:$b), Mat<R, C, T>> {
  let Doc = "The matrix that holds `a[i] * b[j]` at row i, column j.";
  let Weight = 3;
  let Adjoint = [Adj<"a", (call "mul", (grad), $b)>,
                 Adj<"b", (call "mul", $a, (grad))>];
}
def Cross : Builtin<"cross", (args Vec<Extent<3>, T>:$a, Vec<Extent<3>, T>:$b), Vec<Extent<3>, T>> {
  let Doc = "The cross product of `a` and `b`.";
  let Weight = 6;
  let Adjoint = [Adj<"a", (call "cross", $b, (grad))>,
                 Adj<"b", (call "cross", (grad), $a)>];
}
def Skew : Builtin<"skew", (args Vec<Extent<3>, T>:$vec), Mat<Extent<3>, Extent<3>, T>> {
  let Doc = "The matrix that, times a vector, gives the cross product of `vec` and that vector.";
  let Weight = 1;
  let Adjoint = [Adj<"vec", (make $vec, (call "sub", (part (part (grad), 2), 1), (part (part (grad), 1), 2)),
                                  (call "sub", (part (part (grad), 0), 2), (part (part (grad), 2), 0)),
                                  (call "sub", (part (part (grad), 1), 0), (part (part (grad), 0), 1)))>];
}
def Length : Builtin<"length", (args Vec<N, F>:$a), F> {
  let Doc = "The Euclidean length of `a`.";
  let Weight = 8;
  let Adjoint = [Adj<"a", (call "mul", (call "normalize", $a), (grad))>];
}
def LengthQuat : Builtin<"length", (args Quat<F>:$a), F> {
  let Doc = "The Euclidean length of `a` as a vector of four components.";
  let Weight = 2;
  let Adjoint = [Adj<"a", (call "where", (less nought, (result)),
                                         (call "mul", $a, (call "div", (grad), (result))), (zero $a))>];
}
def LengthSq : Builtin<"length_sq", (args Vec<N, T>:$a), T> {
  let Doc = "The square of the Euclidean length of `a`.";
  let Weight = 5;
  let Adjoint = [Adj<"a", (call "mul", $a, (call "mul", two, (grad)))>];
}
def LengthSqQuat : Builtin<"length_sq", (args Quat<F>:$a), F> {
  let Doc = "The square of the Euclidean length of `a` as a vector of four components.";
  let Weight = 1;
  let Adjoint = [Adj<"a", (call "mul", $a, (call "mul", two, (grad)))>];
}
def Normalize : Builtin<"normalize", (args Vec<N, F>:$a), Vec<N, F>> {
  let Doc = "`a` brought to length 1; a zero vector stays zero.";
  let Weight = 6;
  let Adjoint = [Adj<"a", (call "where", (less nought, (call "length", $a)),
                                         (call "div", across, (call "length", $a)), (zero $a))>];
}
def NormalizeQuat : Builtin<"normalize", (args Quat<F>:$a), Quat<F>> {
  let Doc = "`a` brought to length 1; a zero quaternion becomes the identity.";
  let Weight = 4;
  let Adjoint = [Adj<"a", (call "where", (less nought, (call "length", $a)),
                                         (call "div", across, (call "length", $a)), (zero $a))>];
}
def Transpose : Builtin<"transpose", (args Mat<R, C, T>:$a), Mat<C, R, T>> {
  let Doc = "`a` with rows and columns exchanged.";
  let Weight = 4;
  let Adjoint = [Adj<"a", (call "transpose", (grad))>];
}
foreach n = 2...4 in {
def Inverse#n : Builtin<"inverse", (args Mat<Extent<n>, Extent<n>, F>:$a), Mat<Extent<n>, Extent<n>, F>> {
  let Doc = "The inverse of `a`, or zeros if its determinant is zero.";
  let Weight = 2;
  let Adjoint = [Adj<"a", (call "neg", (call "mul", (call "mul", (call "transpose", (result)), (grad)),
                                                    (call "transpose", (result))))>];
}
def Determinant#n : Builtin<"determinant", (args Mat<Extent<n>, Extent<n>, F>:$a), F> {
  let Doc = "The determinant of `a`.";
  let Weight = 2;
  let Adjoint = [Adj<"a", (call "mul", (call ".cofactors", $a), (grad))>];
}
}
def Trace : Builtin<"trace", (args Mat<N, N, T>:$a), T> {
  let Doc = "The sum of the elements on the diagonal of `a`.";
  let Weight = 2;
  let Adjoint = [Adj<"a", (call "diag", (make (call "get_diag", $a), (grad)))>];
}
def Diag : Builtin<"diag", (args Vec<N, T>:$vec), Mat<N, N, T>> {
  let Doc = "The matrix with `vec` on its diagonal and zeros elsewhere.";
  let Weight = 2;
  let Adjoint = [Adj<"vec", (call "get_diag", (grad))>];
}
def GetDiag : Builtin<"get_diag", (args Mat<N, N, T>:$mat), Vec<N, T>> {
  let Doc = "The diagonal of `mat`.";
  let Weight = 1;
  let Adjoint = [Adj<"mat", (call "diag", (grad))>];
}
def CwMulVec : Builtin<"cw_mul", (args Vec<N, T>:$a, Vec<N, T>:$b), Vec<N, T>> {
  let Doc = "The products of corresponding components.";
  let Weight = 4;
  let Adjoint = [Adj<"a", (call "cw_mul", (grad), $b)>,
                 Adj<"b", (call "cw_mul", (grad), $a)>];
}
def CwMulMat : Builtin<"cw_mul", (args Mat<R, C, T>:$a, Mat<R, C, T>:$b), Mat<R, C, T>> {
  let Doc = "The products of corresponding elements.";
  let Weight = 2;
  let Adjoint = [Adj<"a", (call "cw_mul", (grad), $b)>,
                 Adj<"b", (call "cw_mul", (grad), $a)>];
}
let Domain = [On<"b", NonZero>] in {
def CwDivVec : Builtin<"cw_div", (args Vec<N, T>:$a, Vec<N, T>:$b), Vec<N, T>> {
  let Doc = "The quotients of corresponding components.";
  let Weight = 2;
  let Adjoint = [Adj<"a", (call "cw_div", (grad), $b)>,
                 Adj<"b", (call "neg", (call "cw_div", (call "cw_mul", (grad), (result)), $b))>];
}
def CwDivMat : Builtin<"cw_div", (args Mat<R, C, T>:$a, Mat<R, C, T>:$b), Mat<R, C, T>> {
  let Doc = "The quotients of corresponding elements.";
  let Weight = 1;
  let Adjoint = [Adj<"a", (call "cw_div", (grad), $b)>,
                 Adj<"b", (call "neg", (call "cw_div", (call "cw_mul", (grad), (result)), $b))>];
}
}
def MatrixFromRows : Builtin<"matrix_from_rows", (args Vec<C, T>:$rows), Mat<R, C, T>> {
  let Repeat = R;
  let Doc = "The matrix with these rows.";
  let Adjoint = [Adj<"rows", (part (grad))>];
}
def MatrixFromCols : Builtin<"matrix_from_cols", (args Vec<R, T>:$columns), Mat<R, C, T>> {
  let Repeat = C;
  let Doc = "The matrix with these columns.";
  let Adjoint = [Adj<"columns", (part (call "transpose", (grad)))>];
}

} // Differentiable

def SignVec : Builtin<"sign", (args Vec<N, T>:$x), Vec<N, T>> {
  let Doc = "For each component, -1 if it is below zero, otherwise 1.";
  let Weight = 1;
}
def Argmin : Builtin<"argmin", (args Vec<N, T>:$a), U32> {
  let Doc = "The index of the smallest component, the first of several.";
  let Weight = 1;
}
def Argmax : Builtin<"argmax", (args Vec<N, T>:$a), U32> {
  let Doc = "The index of the largest component, the first of several.";
  let Weight = 1;
}
def Identity : Builtin<"identity", (args), Mat<N, N, T>> {
  let Statics = (args Number<N>:$n, ScalarType<T>:$dtype);
  let Doc = "The matrix of `n` rows with ones on its diagonal and zeros elsewhere.";
  let Weight = 2;
}

} // Vector Math

// Decompositions
// --------------

let Group = "Vector Math", Header = "decompose.h", Differentiable = true in {

defvar Mat22 = Mat<Extent<2>, Extent<2>, F>;
defvar Mat33 = Mat<Extent<3>, Extent<3>, F>;
defvar Vec2 = Vec<Extent<2>, F>;
defvar Vec3 = Vec<Extent<3>, F>;

// How far `U` and `V` turn, and what that makes of `A`.
defvar sigma = (call "diag", (result 1));
defvar sigmaGaps = (call ".gaps", (call "cw_mul", (result 1), (result 1)));
defvar turnOfU = (call "cw_mul", sigmaGaps, (call "sub", (call "mul", (call "transpose", (result 0)), (grad 0)),
                                                         (call "mul", (call "transpose", (grad 0)), (result 0))));
defvar turnOfV = (call "cw_mul", sigmaGaps, (call "sub", (call "mul", (call "transpose", (result 2)), (grad 2)),
                                                         (call "mul", (call "transpose", (grad 2)), (result 2))));
defvar svdInner = (call "add", (call "add", (call "mul", turnOfU, sigma), (call "diag", (grad 1))),
                               (call "mul", sigma, turnOfV));
defvar svdRule = (call "mul", (call "mul", (result 0), svdInner), (call "transpose", (result 2)));
let Doc = "`A` is `U * diag(sigma) * transpose(V)`; the last of `sigma` has the sign of the determinant." in {
def Svd3 : Builtin<"svd3", (args Mat33:$A), Tuple<[Mat33, Vec3, Mat33]>> {
  let Adjoint = [Adj<"A", svdRule>];
}
def Svd3Out : Builtin<"svd3", (args Mat33:$A, Out<Mat33>:$U, Out<Vec3>:$sigma, Out<Mat33>:$V)>;
}
let Doc = "`A` is `U * diag(sigma) * transpose(V)`, with `sigma` not negative." in {
def Svd2 : Builtin<"svd2", (args Mat22:$A), Tuple<[Mat22, Vec2, Mat22]>> {
  let Adjoint = [Adj<"A", svdRule>];
}
def Svd2Out : Builtin<"svd2", (args Mat22:$A, Out<Mat22>:$U, Out<Vec2>:$sigma, Out<Mat22>:$V)>;
}
defvar qrInner = (call ".mirror_lower", (call "sub", (call "mul", (result 1), (call "transpose", (grad 1))),
                                                     (call "mul", (call "transpose", (grad 0)), (result 0))));
let Doc = "`A` is `Q * R`, with a rotation `Q` and an upper triangle `R`." in {
def Qr3 : Builtin<"qr3", (args Mat33:$A), Tuple<[Mat33, Mat33]>> {
  let Adjoint = [Adj<"A", (call "mul", (call "add", (grad 0), (call "mul", (result 0), qrInner)),
                                       (call "transpose", (call "inverse", (result 1))))>];
}
def Qr3Out : Builtin<"qr3", (args Mat33:$A, Out<Mat33>:$Q, Out<Mat33>:$R)>;
}
defvar eigInner = (call "add", (call "diag", (grad 1)),
                               (call "cw_mul", (call ".gaps", (result 1)),
                                               (call "mul", (call "transpose", (result 0)), (grad 0))));
let Doc = "The columns of `Q` are the eigenvectors of a symmetric `A`, and `d` are its eigenvalues." in {
def Eig3 : Builtin<"eig3", (args Mat33:$A), Tuple<[Mat33, Vec3]>> {
  let Adjoint = [Adj<"A", (call "mul", (call "mul", (result 0), eigInner), (call "transpose", (result 0)))>];
}
def Eig3Out : Builtin<"eig3", (args Mat33:$A, Out<Mat33>:$Q, Out<Vec3>:$d)>;
}

} // Decompositions

// Quaternion Math
// ---------------

let Group = "Quaternion Math" in {

def DotQuat : Builtin<"dot", (args Quat<F>:$a, Quat<F>:$b), F> {
  let Doc = "The sum of the products of corresponding components.";
  let Differentiable = true;
  let Weight = 2;
  let Adjoint = [Adj<"a", (call "mul", $b, (grad))>,
                 Adj<"b", (call "mul", $a, (grad))>];
}
def QuatIdentity : Builtin<"quat_identity", (args), Quat<F32>> {
  let Doc = "The quaternion of no rotation.";
  let Weight = 2;
}
def QuatIdentityOf : Builtin<"quat_identity", (args), Quat<F>> {
  let Statics = (args ScalarType<F>:$dtype);
  let Doc = "The quaternion of no rotation, of any float type.";
  let Weight = 1;
}

let Differentiable = true in {

defvar Vec3 = Vec<Extent<3>, F>;
defvar Mat33 = Mat<Extent<3>, Extent<3>, F>;
defvar Mat44 = Mat<Extent<4>, Extent<4>, F>;

def QuatInverse : Builtin<"quat_inverse", (args Quat<F>:$quat), Quat<F>> {
  let Doc = "The conjugate of `quat`, which is the inverse of a rotation.";
  let Weight = 2;
  let Adjoint = [Adj<"quat", (call "quat_inverse", (grad))>];
}
def QuatRotate : Builtin<"quat_rotate", (args Quat<F>:$quat, Vec3:$vec), Vec3> {
  let Doc = "`vec` rotated by `quat`, which has to be of length 1.";
  let Weight = 4;
  let Adjoint = [Adj<"quat", (call ".adj_quat_rotate", $quat, $vec, (grad))>,
                 Adj<"vec", (call "quat_rotate_inv", $quat, (grad))>];
}
def QuatRotateInv : Builtin<"quat_rotate_inv", (args Quat<F>:$quat, Vec3:$vec), Vec3> {
  let Doc = "`vec` rotated by the inverse of `quat`, which has to be of length 1.";
  let Weight = 2;
  let Adjoint = [Adj<"quat", (call "quat_inverse", (call ".adj_quat_rotate",
                                                     (call "quat_inverse", $quat),
                                                     $vec,
                                                     (grad)))>,
                 Adj<"vec", (call "quat_rotate", $quat, (grad))>];
}
defvar imaginary = (make $axis, (part (grad), 0), (part (grad), 1), (part (grad), 2));
defvar sineOfHalf = (call "sin", (call "mul", half, $angle));
defvar cosineOfHalf = (call "cos", (call "mul", half, $angle));
def QuatFromAxisAngle : Builtin<"quat_from_axis_angle", (args Vec3:$axis, F:$angle), Quat<F>> {
  let Doc = "The rotation by `angle`, in radians, around `axis`, which has to be of length 1.";
  let Weight = 2;
  let Adjoint = [Adj<"axis", (call "mul", imaginary, sineOfHalf)>,
                 Adj<"angle", (call "mul", half,
                                           (call "sub", (call "mul", (call "dot", $axis, imaginary),
                                                                     cosineOfHalf),
                                                        (call "mul", (part (grad), 3), sineOfHalf)))>];
}
let Doc = "The axis, of length 1, and the angle, from 0 to pi, of the rotation `quat`; without one zero and 0." in {
def QuatToAxisAngle : Builtin<"quat_to_axis_angle", (args Quat<F>:$quat), Tuple<[Vec3, F]>> {
  let Adjoint = [Adj<"quat", (call ".adj_quat_to_axis_angle", $quat, (grad 0), (grad 1))>];
}
def QuatToAxisAngleOut : Builtin<"quat_to_axis_angle", (args Quat<F>:$quat, Out<Vec3>:$axis, Out<F>:$angle)>;
}
// How fast the result turns around each axis, twice.
defvar rollTurn = (call "mul", (result), (make (result), one, nought, nought, nought));
defvar pitchTurn = (call "mul", (make (result), (call "neg", (call "sin", $yaw)), (call "cos", $yaw), nought, nought),
                                (result));
defvar yawTurn = (call "mul", (make (result), nought, nought, one, nought), (result));
def QuatRpy : Builtin<"quat_rpy", (args F:$roll, F:$pitch, F:$yaw), Quat<F>> {
  let Doc = "The rotation by `roll` around x, then by `pitch` around y, then by `yaw` around z, all in radians.";
  let Weight = 1;
  let Adjoint = [Adj<"roll", (call "mul", half, (call "dot", (grad), rollTurn))>,
                 Adj<"pitch", (call "mul", half, (call "dot", (grad), pitchTurn))>,
                 Adj<"yaw", (call "mul", half, (call "dot", (grad), yawTurn))>];
}
// The rotation from `a` to `b`, a part of it, and the gradients of both.
defvar whole = (call "mul", (call "quat_inverse", $a), $b);
defvar axis = (call "quat_to_axis_angle", 0, whole);
defvar angle = (call "quat_to_axis_angle", 1, whole);
defvar halfPart = (call "mul", half, (call "mul", $t, angle));
defvar partGrad = (call "mul", (call "quat_inverse", $a), (grad));
defvar partAxisGrad = (make axis, (part partGrad, 0), (part partGrad, 1), (part partGrad, 2));
defvar halfAngleGrad = (call "sub", (call "mul", (call "dot", axis, partAxisGrad), (call "cos", halfPart)),
                                    (call "mul", (part partGrad, 3), (call "sin", halfPart)));
defvar wholeGrad = (call ".adj_quat_to_axis_angle", whole, (call "mul", partAxisGrad, (call "sin", halfPart)),
                                                    (call "mul", (call "mul", half, $t), halfAngleGrad));
def QuatSlerp : Builtin<"quat_slerp", (args Quat<F>:$a, Quat<F>:$b, F:$t), Quat<F>> {
  let Doc = "The rotation on the way from `a` (`t` is 0) to `b` (`t` is 1), at constant speed.";
  let Weight = 1;
  let Adjoint = [Adj<"a", (call "add", (call "mul", (grad),
                                                    (call "quat_inverse",
                                                      (call "quat_from_axis_angle",
                                                        axis,
                                                        (call "mul", $t, angle)))),
                                       (call "mul", $b, (call "quat_inverse", wholeGrad)))>,
                 Adj<"b", (call "mul", $a, wholeGrad)>,
                 Adj<"t", (call "mul", half, (call "mul", angle, halfAngleGrad))>];
}
defvar columns = (call "transpose", (grad));
// What each axis, turned into a column, makes of the gradient.
defvar turnOfX = (call ".adj_quat_rotate", $quat, (make (part columns, 0), one, nought, nought), (part columns, 0));
defvar turnOfY = (call ".adj_quat_rotate", $quat, (make (part columns, 0), nought, one, nought), (part columns, 1));
defvar turnOfZ = (call ".adj_quat_rotate", $quat, (make (part columns, 0), nought, nought, one), (part columns, 2));
def QuatToMatrix : Builtin<"quat_to_matrix", (args Quat<F>:$quat), Mat33> {
  let Doc = "The matrix that rotates as `quat` does.";
  let Weight = 2;
  let Adjoint = [Adj<"quat", (call "add", (call "add", turnOfX, turnOfY), turnOfZ)>];
}
let Doc = "The quaternion of the rotation that the upper left 3x3 elements of `mat` are." in {
def QuatFromMatrix3 : Builtin<"quat_from_matrix", (args Mat33:$mat), Quat<F>> {
  let Adjoint = [Adj<"mat", (call ".adj_quat_from_matrix", $mat, (grad))>];
}
def QuatFromMatrix4 : Builtin<"quat_from_matrix", (args Mat44:$mat), Quat<F>> {
  let Adjoint = [Adj<"mat", (call ".adj_quat_from_matrix", $mat, (grad))>];
}
}

} // Differentiable

} // Quaternion Math

// Transformations
// ---------------

// The gradients of a motion `b` followed by a motion `a`.
defvar composed = [Adj<"a", (make $a, pGrad,
                                  (call "add", (call ".adj_quat_rotate", qA, pB, pGrad),
                                               (call "mul", qGrad, (call "quat_inverse", qB))))>,
                   Adj<"b", (make $b, (call "quat_rotate_inv", qA, pGrad),
                                  (call "mul", (call "quat_inverse", qA), qGrad))>];

let Group = "Transformations" in {

let Doc = "The transform that moves nothing." in {
def TransformIdentity : Builtin<"transform_identity", (args), Trans<F32>>;
def TransformIdentityOf : Builtin<"transform_identity", (args), Trans<F>> {
  let Statics = (args ScalarType<F>:$dtype);
}
}

let Differentiable = true in {

def TransformGetTranslation : Builtin<"transform_get_translation", (args Trans<F>:$xform), Vec<Extent<3>, F>> {
  let Doc = "The translation of `xform`, which is also `xform.p`.";
  let Adjoint = [Adj<"xform", (make $xform, (grad), (call "transform_get_rotation", (zero $xform)))>];
}
def TransformGetRotation : Builtin<"transform_get_rotation", (args Trans<F>:$xform), Quat<F>> {
  let Doc = "The rotation of `xform`, which is also `xform.q`.";
  let Adjoint = [Adj<"xform", (make $xform, (call "transform_get_translation", (zero $xform)), (grad))>];
}
def TransformMultiply : Builtin<"transform_multiply", (args Trans<F>:$a, Trans<F>:$b), Trans<F>> {
  let Doc = "The motion `b`, then the motion `a`.";
  let Adjoint = composed;
}
def TransformInverse : Builtin<"transform_inverse", (args Trans<F>:$xform), Trans<F>> {
  let Doc = "The motion that undoes `xform`, whose rotation has to be of length 1.";
  let Adjoint = [Adj<"xform", (make $xform, (call "neg", (call "quat_rotate", qXform, pGrad)),
                                    (call "quat_inverse", (call "sub",
                                                            qGrad,
                                                            (call ".adj_quat_rotate",
                                                              (call "quat_inverse", qXform),
                                                              pXform,
                                                              pGrad))))>];
}
defvar Vec3 = Vec<Extent<3>, F>;
defvar Mat44 = Mat<Extent<4>, Extent<4>, F>;

def TransformPoint
    : Builtin<"transform_point", (args Trans<F>:$xform, Vec<Extent<3>, F>:$point), Vec<Extent<3>, F>> {
  let Doc = "`point` rotated and then translated by `xform`.";
  let Adjoint = [Adj<"xform", (make $xform, (grad), (call ".adj_quat_rotate", qXform, $point, (grad)))>,
                 Adj<"point", (call "quat_rotate_inv", qXform, (grad))>];
}
def TransformVector : Builtin<"transform_vector", (args Trans<F>:$xform, Vec<Extent<3>, F>:$vec), Vec<Extent<3>, F>> {
  let Doc = "`vec` rotated by `xform`.";
  let Adjoint = [Adj<"xform", (make $xform, (call "transform_get_translation", (zero $xform)),
                                    (call ".adj_quat_rotate", qXform, $vec, (grad)))>,
                 Adj<"vec", (call "quat_rotate_inv", qXform, (grad))>];
}
let Group = "Vector Math", Weight = 1 in {
def TransformPointMat : Builtin<"transform_point", (args Mat44:$mat, Vec3:$point), Vec3> {
  let Doc = "The matrix times `point`, to which a fourth component 1 is put.";
  let Adjoint = [Adj<"mat", (call "outer", (make (part $mat, 0), (part (grad), 0), (part (grad), 1),
                                                 (part (grad), 2), nought),
                                           (make (part $mat, 0), (part $point, 0), (part $point, 1),
                                                 (part $point, 2), one))>,
                 Adj<"point", (call "transform_vector", (call "transpose", $mat), (grad))>];
}
def TransformVectorMat : Builtin<"transform_vector", (args Mat44:$mat, Vec3:$vec), Vec3> {
  let Doc = "The matrix times `vec`, to which a fourth component 0 is put.";
  let Adjoint = [Adj<"mat", (call "outer", (make (part $mat, 0), (part (grad), 0), (part (grad), 1),
                                                 (part (grad), 2), nought),
                                           (make (part $mat, 0), (part $vec, 0), (part $vec, 1), (part $vec, 2),
                                                 nought))>,
                 Adj<"vec", (call "transform_vector", (call "transpose", $mat), (grad))>];
}
}
def TransformSetTranslation
    : Builtin<"transform_set_translation", (args InOut<Trans<F>>:$xform, Vec3:$p)> {
  let Doc = "Sets the translation of `xform`, as `xform.p = p` does.";
}
def TransformSetRotation : Builtin<"transform_set_rotation", (args InOut<Trans<F>>:$xform, Quat<F>:$q)> {
  let Doc = "Sets the rotation of `xform`, as `xform.q = q` does.";
}
def TransformDecompose : Builtin<"transform_decompose", (args Mat44:$m), Tuple<[Vec3, Quat<F>, Vec3]>> {
  let Doc = "The translation, the rotation and the scale that `transform_compose` makes `m` of.";
  let Adjoint = [Adj<"m", (call ".adj_transform_decompose", $m, (grad 0), (grad 1), (grad 2))>];
}
def TransformFromMatrix : Builtin<"transform_from_matrix", (args Mat44:$mat), Trans<F>> {
  let Doc = "The transform whose matrix is `mat`.";
  let Adjoint = [Adj<"mat", (call "add", (call ".adj_quat_from_matrix", $mat, qGrad),
                                         (call "outer", (make (part $mat, 0), (part pGrad, 0), (part pGrad, 1),
                                                              (part pGrad, 2), nought),
                                                        (make (part $mat, 0), nought, nought, nought, one)))>];
}
def TransformToMatrix : Builtin<"transform_to_matrix", (args Trans<F>:$xform), Mat44> {
  let Doc = "The matrix that moves points as `xform` does.";
  let Adjoint = [Adj<"xform", (make $xform, xformColumn3,
                                    (call "add", (call "add", (call ".adj_quat_rotate",
                                                                qXform,
                                                                (make pXform, one, nought, nought),
                                                                xformColumn0),
                                                              (call ".adj_quat_rotate",
                                                                qXform,
                                                                (make pXform, nought, one, nought),
                                                                xformColumn1)),
                                                 (call ".adj_quat_rotate",
                                                   qXform,
                                                   (make pXform, nought, nought, one),
                                                   xformColumn2)))>];
}
def TransformCompose : Builtin<"transform_compose", (args Vec3:$position, Quat<F>:$rotation, Vec3:$scale), Mat44> {
  let Doc = "The matrix that scales along the axes, then rotates, then translates.";
  let Weight = 1;
  let Adjoint = [Adj<"position", scaleColumn3>,
                 Adj<"rotation", (call "add", (call "add", (call ".adj_quat_rotate",
                                                             $rotation,
                                                             (make $scale, (part $scale, 0), nought, nought),
                                                             scaleColumn0),
                                                           (call ".adj_quat_rotate",
                                                             $rotation,
                                                             (make $scale, nought, (part $scale, 1), nought),
                                                             scaleColumn1)),
                                              (call ".adj_quat_rotate",
                                                $rotation,
                                                (make $scale, nought, nought, (part $scale, 2)),
                                                scaleColumn2))>,
                 Adj<"scale", (make $scale,
                                    (call "dot", (call "quat_rotate", $rotation,
                                                                      (make $scale, one, nought, nought)),
                                                 scaleColumn0),
                                    (call "dot", (call "quat_rotate", $rotation,
                                                                      (make $scale, nought, one, nought)),
                                                 scaleColumn1),
                                    (call "dot", (call "quat_rotate", $rotation,
                                                                      (make $scale, nought, nought, one)),
                                                 scaleColumn2))>];
}

} // Differentiable

} // Transformations

// Spatial Math
// ------------

let Group = "Spatial Math" in {

let Differentiable = true in {

defvar Vec3 = Vec<Extent<3>, F>;
defvar Vec6 = Vec<Extent<6>, F>;
defvar Mat33 = Mat<Extent<3>, Extent<3>, F>;
defvar Mat66 = Mat<Extent<6>, Extent<6>, F>;

def SpatialAdjoint : Builtin<"spatial_adjoint", (args Mat33:$r, Mat33:$s), Mat66> {
  let Doc = "The matrix with `r` twice on its diagonal and `s` below.";
  let Adjoint = [Adj<"r", (make $r, (call "add", (part (part (grad), 0), 0), (part (part (grad), 3), 3)),
                                (call "add", (part (part (grad), 0), 1), (part (part (grad), 3), 4)),
                                (call "add", (part (part (grad), 0), 2), (part (part (grad), 3), 5)),
                                (call "add", (part (part (grad), 1), 0), (part (part (grad), 4), 3)),
                                (call "add", (part (part (grad), 1), 1), (part (part (grad), 4), 4)),
                                (call "add", (part (part (grad), 1), 2), (part (part (grad), 4), 5)),
                                (call "add", (part (part (grad), 2), 0), (part (part (grad), 5), 3)),
                                (call "add", (part (part (grad), 2), 1), (part (part (grad), 5), 4)),
                                (call "add", (part (part (grad), 2), 2), (part (part (grad), 5), 5)))>,
                 Adj<"s", (make $s, (part (part (grad), 3), 0), (part (part (grad), 3), 1),
                                (part (part (grad), 3), 2), (part (part (grad), 4), 0),
                                (part (part (grad), 4), 1), (part (part (grad), 4), 2),
                                (part (part (grad), 5), 0), (part (part (grad), 5), 1),
                                (part (part (grad), 5), 2))>];
}
def SpatialDot : Builtin<"spatial_dot", (args Vec6:$a, Vec6:$b), F> {
  let Doc = "The sum of the products of corresponding components.";
  let Adjoint = [Adj<"a", (call "mul", $b, (grad))>,
                 Adj<"b", (call "mul", $a, (grad))>];
}
def SpatialCross : Builtin<"spatial_cross", (args Vec6:$a, Vec6:$b), Vec6> {
  let Doc = "The cross product of two motions.";
  let Adjoint = [Adj<"a", (call "spatial_cross_dual", $b, (grad))>,
                 Adj<"b", (call "neg", (call "spatial_cross_dual", $a, (grad)))>];
}
def SpatialCrossDual : Builtin<"spatial_cross_dual", (args Vec6:$a, Vec6:$b), Vec6> {
  let Doc = "The cross product of a motion and a force.";
  let Adjoint = [Adj<"a", (make $a,
                                (part (call "add", (call "cross", (call "spatial_top", $b),
                                                                  (call "spatial_top", (grad))),
                                                   (call "cross", (call "spatial_bottom", $b),
                                                                  (call "spatial_bottom", (grad)))),
                                      0),
                                (part (call "add", (call "cross", (call "spatial_top", $b),
                                                                  (call "spatial_top", (grad))),
                                                   (call "cross", (call "spatial_bottom", $b),
                                                                  (call "spatial_bottom", (grad)))),
                                      1),
                                (part (call "add", (call "cross", (call "spatial_top", $b),
                                                                  (call "spatial_top", (grad))),
                                                   (call "cross", (call "spatial_bottom", $b),
                                                                  (call "spatial_bottom", (grad)))),
                                      2),
                                (part (call "cross", (call "spatial_bottom", $b), (call "spatial_top", (grad))),
                                      0),
                                (part (call "cross", (call "spatial_bottom", $b), (call "spatial_top", (grad))),
                                      1),
                                (part (call "cross", (call "spatial_bottom", $b), (call "spatial_top", (grad))),
                                      2))>,
                 Adj<"b", (call "neg", (call "spatial_cross", $a, (grad)))>];
}
def SpatialTop : Builtin<"spatial_top", (args Vec6:$svec), Vec3> {
  let Doc = "The first three components, which are the angular part.";
  let Adjoint = [Adj<"svec", (make $svec, (part (grad), 0), (part (grad), 1), (part (grad), 2), nought, nought,
                                   nought)>];
}
def SpatialBottom : Builtin<"spatial_bottom", (args Vec6:$svec), Vec3> {
  let Doc = "The last three components, which are the linear part.";
  let Adjoint = [Adj<"svec", (make $svec, nought, nought, nought, (part (grad), 0), (part (grad), 1),
                                   (part (grad), 2))>];
}

let Eff = Write in {
def SpatialJacobian
    : Builtin<"spatial_jacobian", (args ArrayOf<Vec6, Extent<1>>:$S, ArrayOf<I32, Extent<1>>:$joint_parents,
                                        ArrayOf<I32, Extent<1>>:$joint_qd_start, I32:$joint_start, I32:$joint_count,
                                        I32:$J_start, ArrayOf<F, Extent<1>>:$J_out)> {
  let Doc = "Sets the Jacobian of an articulation in `J_out`: six rows for each joint, a column for each degree of "
            "freedom; the columns of a joint and of those above it are in `S`.";
}
def SpatialMass
    : Builtin<"spatial_mass", (args ArrayOf<Mat66, Extent<1>>:$I_s, I32:$joint_start, I32:$joint_count, I32:$M_start,
                                    ArrayOf<F, Extent<1>>:$M)> {
  let Doc = "Sets the blocks on the diagonal of an articulation's mass matrix in `M` to the inertias in `I_s`.";
}
}

} // Differentiable

} // Spatial Math

// Random
// ------

let Group = "Random", Header = "random.h" in {

def RandInit : Builtin<"rand_init", (args I32:$seed), U32> { let Doc = "The state to draw random numbers from."; }
def RandInitOffset : Builtin<"rand_init", (args I32:$seed, I32:$offset), U32> {
  let Doc = "A state of its own for each `offset`, such as the thread's index.";
}
let Doc = "Any int32." in
def Randi : Builtin<"randi", (args InOut<U32>:$state), I32>;
let Doc = "An int32 from `low` up to, and without, `high`." in
def RandiRange : Builtin<"randi", (args InOut<U32>:$state, I32:$low, I32:$high), I32>;
let Doc = "Any uint32." in
def Randu : Builtin<"randu", (args InOut<U32>:$state), U32>;
let Doc = "A uint32 from `low` up to, and without, `high`." in
def RanduRange : Builtin<"randu", (args InOut<U32>:$state, U32:$low, U32:$high), U32>;
let Doc = "A float32 from 0 up to, and without, 1." in
def Randf : Builtin<"randf", (args InOut<U32>:$state), F32>;
let Doc = "A float32 from `low` to `high`." in
def RandfRange : Builtin<"randf", (args InOut<U32>:$state, F32:$low, F32:$high), F32>;
let Doc = "A normally distributed float32, with mean 0 and variance 1." in
def Randn : Builtin<"randn", (args InOut<U32>:$state), F32>;
let Doc = "How many of events that happen independently, `lam` of them on average." in
def Poisson : Builtin<"poisson", (args InOut<U32>:$state, F32:$lam), U32>;
def SampleCdf : Builtin<"sample_cdf", (args InOut<U32>:$state, ArrayOf<F32, Extent<1>>:$cdf), I32> {
  let Eff = Read;
  let Doc = "An index into `cdf`, which holds the cumulative distribution that it follows.";
}

class Sample<string name, int n, string doc> : Builtin<name, (args InOut<U32>:$state), Vec<Extent<n>, F32>> {
  let Doc = doc;
}
def SampleTriangle : Sample<"sample_triangle", 2, "Two barycentric coordinates of a point in a triangle.">;
def SampleUnitRing : Sample<"sample_unit_ring", 2, "A point on the unit circle.">;
def SampleUnitDisk : Sample<"sample_unit_disk", 2, "A point in the unit disk.">;
def SampleUnitSphereSurface : Sample<"sample_unit_sphere_surface", 3, "A point on the unit sphere.">;
def SampleUnitSphere : Sample<"sample_unit_sphere", 3, "A point in the unit ball.">;
def SampleUnitHemisphereSurface
    : Sample<"sample_unit_hemisphere_surface", 3, "A point on the half of the unit sphere where z is not negative.">;
def SampleUnitHemisphere
    : Sample<"sample_unit_hemisphere", 3, "A point in the half of the unit ball where z is not negative.">;
def SampleUnitSquare : Sample<"sample_unit_square", 2, "A point in the unit square around the origin.">;
def SampleUnitCube : Sample<"sample_unit_cube", 3, "A point in the unit cube around the origin.">;

let Header = "noise.h" in {

let Differentiable = true in {
let Doc = "Perlin noise at a point; `state` is the seed." in {
def Noise1 : Builtin<"noise", (args U32:$state, F32:$x), F32>;
def Noise2 : Builtin<"noise", (args U32:$state, Vec<Extent<2>, F32>:$xy), F32>;
def Noise3 : Builtin<"noise", (args U32:$state, Vec<Extent<3>, F32>:$xyz), F32>;
def Noise4 : Builtin<"noise", (args U32:$state, Vec<Extent<4>, F32>:$xyzt), F32>;
}
let Doc = "Perlin noise that repeats itself at multiples of the periods." in {
def Pnoise1 : Builtin<"pnoise", (args U32:$state, F32:$x, I32:$px), F32>;
def Pnoise2 : Builtin<"pnoise", (args U32:$state, Vec<Extent<2>, F32>:$xy, I32:$px, I32:$py), F32>;
def Pnoise3 : Builtin<"pnoise", (args U32:$state, Vec<Extent<3>, F32>:$xyz, I32:$px, I32:$py, I32:$pz), F32>;
def Pnoise4
    : Builtin<"pnoise", (args U32:$state, Vec<Extent<4>, F32>:$xyzt, I32:$px, I32:$py, I32:$pz, I32:$pt), F32>;
}
}

// The sum of octaves, each of `lacunarity` times the frequency of the one before and `gain` times its amplitude.
class Curlnoise<dag point, int n> : Builtin<"curlnoise",
    !con((args U32:$state), point, (args U32:$octaves, F32:$lacunarity, F32:$gain)), Vec<Extent<n>, F32>> {
  let Defaults = [Default<"octaves", "1">, Default<"lacunarity", "2.0">, Default<"gain", "0.5">];
  let Doc = "A vector of a field without divergence, made of Perlin noise.";
}
def Curlnoise2 : Curlnoise<(args Vec<Extent<2>, F32>:$xy), 2>;
def Curlnoise3 : Curlnoise<(args Vec<Extent<3>, F32>:$xyz), 3>;
def Curlnoise4 : Curlnoise<(args Vec<Extent<4>, F32>:$xyzt), 3>;

} // noise.h

} // Random

// Operators
// ---------

let Group = "Operators" in {

let Differentiable = true in {

// One overload for each shape that a value of scalars can have. The operator is always right, and there is no function.
multiclass UnaryOnEach<string name, string infix, string doc, int weight> {
  let Infix = infix, Function = "", Doc = doc, Weight = weight in {
  def "" : Builtin<name, (args T:$x), T>;
  def Vec : Builtin<name, (args Vec<N, T>:$x), Vec<N, T>>;
  def Quat : Builtin<name, (args Quat<F>:$x), Quat<F>>;
  def Mat : Builtin<name, (args Mat<R, C, T>:$x), Mat<R, C, T>>;
  }
}
multiclass BinaryOnEach<string name, string infix, string doc, int weight> {
  let Infix = infix, Function = "", Doc = doc, Weight = weight in {
  def "" : Builtin<name, (args T:$a, T:$b), T>;
  def Vec : Builtin<name, (args Vec<N, T>:$a, Vec<N, T>:$b), Vec<N, T>>;
  def Quat : Builtin<name, (args Quat<F>:$a, Quat<F>:$b), Quat<F>>;
  def Mat : Builtin<name, (args Mat<R, C, T>:$a, Mat<R, C, T>:$b), Mat<R, C, T>>;
  }
}

let Adjoint = [Adj<"a", (grad)>, Adj<"b", (grad)>] in
defm Add : BinaryOnEach<"add", "+", "The sum of `a` and `b`, component by component.", 20>;
let Adjoint = [Adj<"a", (grad)>, Adj<"b", (call "neg", (grad))>] in
defm Sub : BinaryOnEach<"sub", "-", "The difference of `a` and `b`, component by component.", 16>;

let Function = "" in {
def AddTransform : Builtin<"add", (args Trans<F>:$a, Trans<F>:$b), Trans<F>> {
  let Infix = "+";
  let Doc = "The sum of `a` and `b`, scalar by scalar.";
  let Adjoint = [Adj<"a", (grad)>, Adj<"b", (grad)>];
}
def SubTransform : Builtin<"sub", (args Trans<F>:$a, Trans<F>:$b), Trans<F>> {
  let Infix = "-";
  let Doc = "The difference of `a` and `b`, scalar by scalar.";
  let Adjoint = [Adj<"a", (grad)>, Adj<"b", (call "mul", (grad), (number "-1.0"))>];
}
}

let Infix = "*", Function = "" in {
def Mul : Builtin<"mul", (args T:$a, T:$b), T> {
  let Doc = "The product of `a` and `b`.";
  let Adjoint = [Adj<"a", (call "mul", (grad), $b)>, Adj<"b", (call "mul", (grad), $a)>];
  let Weight = 20;
}
let Doc = "Every component times the scalar.", Weight = 5 in {
def MulVecScalar : Builtin<"mul", (args Vec<N, T>:$a, T:$b), Vec<N, T>> {
  let Adjoint = [Adj<"a", (call "mul", (grad), $b)>,
                 Adj<"b", (call "dot", (grad), $a)>];
}
def MulScalarVec : Builtin<"mul", (args T:$a, Vec<N, T>:$b), Vec<N, T>> {
  let Adjoint = [Adj<"b", (call "mul", (grad), $a)>,
                 Adj<"a", (call "dot", (grad), $b)>];
}
def MulQuatScalar : Builtin<"mul", (args Quat<F>:$a, F:$b), Quat<F>> {
  let Adjoint = [Adj<"a", (call "mul", (grad), $b)>,
                 Adj<"b", (call "dot", (grad), $a)>];
}
def MulScalarQuat : Builtin<"mul", (args F:$a, Quat<F>:$b), Quat<F>> {
  let Adjoint = [Adj<"b", (call "mul", (grad), $a)>,
                 Adj<"a", (call "dot", (grad), $b)>];
}
def MulScalarMat : Builtin<"mul", (args T:$a, Mat<R, C, T>:$b), Mat<R, C, T>> {
  let Adjoint = [Adj<"b", (call "mul", (grad), $a)>,
                 Adj<"a", (call "ddot", (grad), $b)>];
}
def MulMatScalar : Builtin<"mul", (args Mat<R, C, T>:$a, T:$b), Mat<R, C, T>> {
  let Adjoint = [Adj<"a", (call "mul", (grad), $b)>,
                 Adj<"b", (call "ddot", (grad), $a)>];
}
}
def MulQuat : Builtin<"mul", (args Quat<F>:$a, Quat<F>:$b), Quat<F>> {
  let Doc = "The quaternion product: the rotation `b`, then the rotation `a`.";
  let Weight = 6;
  let Adjoint = [Adj<"a", (call "mul", (grad), (call "quat_inverse", $b))>,
                 Adj<"b", (call "mul", (call "quat_inverse", $a), (grad))>];
}
def MulTransform : Builtin<"mul", (args Trans<F>:$a, Trans<F>:$b), Trans<F>> {
  let Doc = "The motion `b`, then the motion `a`.";
  let Adjoint = composed;
}
let Doc = "Every scalar of the transform times the other operand." in {
def MulTransformScalar : Builtin<"mul", (args Trans<F>:$a, F:$b), Trans<F>> {
  let Adjoint = [Adj<"a", (call "mul", (grad), $b)>,
                 Adj<"b", (call ".dot", (grad), $a)>];
}
def MulScalarTransform : Builtin<"mul", (args F:$a, Trans<F>:$b), Trans<F>> {
  let Adjoint = [Adj<"b", (call "mul", (grad), $a)>,
                 Adj<"a", (call ".dot", (grad), $b)>];
}
}
def MulMatVec : Builtin<"mul", (args Mat<R, C, T>:$a, Vec<C, T>:$b), Vec<R, T>> {
  let Doc = "The matrix times the column `b`.";
  let Weight = 6;
  let Adjoint = [Adj<"a", (call "outer", (grad), $b)>,
                 Adj<"b", (call "mul", (grad), $a)>];
}
def MulVecMat : Builtin<"mul", (args Vec<R, T>:$a, Mat<R, C, T>:$b), Vec<C, T>> {
  let Doc = "The row `a` times the matrix.";
  let Weight = 3;
  let Adjoint = [Adj<"a", (call "mul", $b, (grad))>,
                 Adj<"b", (call "outer", $a, (grad))>];
}
def MulMat : Builtin<"mul", (args Mat<R, K, T>:$a, Mat<K, C, T>:$b), Mat<R, C, T>> {
  let Doc = "The matrix product of `a` and `b`.";
  let Weight = 6;
  let Adjoint = [Adj<"a", (call "mul", (grad), (call "transpose", $b))>,
                 Adj<"b", (call "mul", (call "transpose", $a), (grad))>];
}
}

let Domain = [On<"b", NonZero>] in {
let Infix = "/" in {
def Div : Builtin<"div", (args T:$a, T:$b), T> {
  let Doc = "The quotient of `a` and `b`; of two integers, cut off toward zero.";
  let Weight = 10;
  let Adjoint = [Adj<"a", (call "div", (grad), $b)>,
                 Adj<"b", (call "neg", (call "div", (call "mul", (grad), (result)), $b))>];
}
let Function = "", Doc = "Every component divided by the scalar.", Weight = 3 in {
def DivVecScalar : Builtin<"div", (args Vec<N, T>:$a, T:$b), Vec<N, T>> {
  let Adjoint = [Adj<"a", (call "div", (grad), $b)>,
                 Adj<"b", (call "neg", (call "div", (call "dot", (grad), (result)), $b))>];
}
def DivMatScalar : Builtin<"div", (args Mat<R, C, T>:$a, T:$b), Mat<R, C, T>> {
  let Adjoint = [Adj<"a", (call "div", (grad), $b)>,
                 Adj<"b", (call "neg", (call "div", (call "ddot", (grad), (result)), $b))>];
}
def DivQuatScalar : Builtin<"div", (args Quat<F>:$a, F:$b), Quat<F>> {
  let Adjoint = [Adj<"a", (call "div", (grad), $b)>,
                 Adj<"b", (call "neg", (call "div", (call "dot", (grad), (result)), $b))>];
}
}
let Function = "", Doc = "The scalar divided by every component.", Weight = 1 in {
def DivScalarVec : Builtin<"div", (args T:$a, Vec<N, T>:$b), Vec<N, T>> {
  let Adjoint = [Adj<"a", (call "dot", (grad), (call "div", one, $b))>,
                 Adj<"b", (call "neg", (call "cw_div", (call "cw_mul", (grad), (result)), $b))>];
}
def DivScalarMat : Builtin<"div", (args T:$a, Mat<R, C, T>:$b), Mat<R, C, T>> {
  let Adjoint = [Adj<"a", (call "ddot", (grad), (call "div", one, $b))>,
                 Adj<"b", (call "neg", (call "cw_div", (call "cw_mul", (grad), (result)), $b))>];
}
def DivScalarQuat : Builtin<"div", (args F:$a, Quat<F>:$b), Quat<F>> {
  let Adjoint = [Adj<"a", (call "dot", (grad), (call "div", one, $b))>,
                 Adj<"b", (call "neg", (call ".cw_div", (call ".cw_mul", (grad), (result)), $b))>];
}
}
}

def ModInt : Builtin<"mod", (args I:$a, I:$b), I> {
  let Infix = "%";
  let Doc = "What is left of `a` after division by `b`; it has the sign of `a`.";
  let Differentiable = false;
  let Weight = 4;
}
def ModFloat : Builtin<"mod", (args F:$a, F:$b), F> {
  let Doc = "What is left of `a` after division by `b`; it has the sign of `a`.";
  let Weight = 2;
  let Adjoint = [Adj<"a", (grad)>,
                 Adj<"b", (call "neg", (call "mul", (grad), (call "trunc", (call "div", $a, $b))))>];
}
def ModVec : Builtin<"mod", (args Vec<N, T>:$a, Vec<N, T>:$b), Vec<N, T>> {
  let Doc = "What is left of each component of `a` after division by that of `b`.";
  let Weight = 1;
  // What has been taken away is `b` as often as it goes into `a`.
  let Adjoint = [Adj<"a", (grad)>,
                 Adj<"b", (call "neg", (call "cw_mul", (grad), (call "cw_div", (call "sub", $a, (result)), $b)))>];
}
def FloorDiv : Builtin<"floordiv", (args T:$a, T:$b), T> {
  let Differentiable = false;
  let Doc = "The quotient of two floats, rounded down; the quotient of two integers, cut off toward zero.";
  let Weight = 3;
}
}

let Adjoint = [Adj<"x", (grad)>] in
defm Pos : UnaryOnEach<"pos", "+", "`x` as it is.", 1>;
let Adjoint = [Adj<"x", (call "neg", (grad))>] in
defm Neg : UnaryOnEach<"neg", "-", "`x` with its sign changed, component by component.", 6>;

} // Differentiable

let Infix = "!", Function = "", Domain = [On<"a", Truth>] in {
def Unot : Builtin<"unot", (args OneOf<AnyTruth>:$a), Bool> {
  let Doc = "Whether `a` is false, zero, or an array without memory.";
}
}

multiclass BitOperator<string name, string infix, string doc> {
  let Infix = infix, Function = "", Doc = doc in {
  def "" : Builtin<name, (args I:$a, I:$b), I> { let Weight = 4; }
  def Vec : Builtin<name, (args Vec<N, I>:$a, Vec<N, I>:$b), Vec<N, I>> { let Weight = 2; }
  def Mat : Builtin<name, (args Mat<R, C, I>:$a, Mat<R, C, I>:$b), Mat<R, C, I>> { let Weight = 1; }
  }
}
defm BitAnd : BitOperator<"bit_and", "&", "The bits that are set in both `a` and `b`.">;
defm BitOr : BitOperator<"bit_or", "|", "The bits that are set in `a` or `b` or both.">;
defm BitXor : BitOperator<"bit_xor", "^", "The bits that are set in one of `a` and `b`.">;

// C++ leaves shifts by the width or more open, and has none for vectors.
multiclass ShiftOperator<string name, string infix, string doc> {
  let Domain = [On<"b", ShiftAmount>], Doc = doc in {
  def "" : Builtin<name, (args I:$a, I:$b), I> { let Infix = infix; let Weight = 3; }
  def Vec : Builtin<name, (args Vec<N, I>:$a, Vec<N, I>:$b), Vec<N, I>> { let Weight = 1; }
  def Mat : Builtin<name, (args Mat<R, C, I>:$a, Mat<R, C, I>:$b), Mat<R, C, I>> { let Weight = 1; }
  }
}
defm Lshift : ShiftOperator<"lshift", "<<", "`a` shifted to the left by `b` bits.">;
defm Rshift : ShiftOperator<"rshift", ">>", "`a` shifted to the right by `b` bits; a negative `a` stays negative.">;

let Infix = "~", Doc = "The bits that are not set in `a`." in {
def Invert : Builtin<"invert", (args I:$a), I> { let Weight = 2; }
let Function = "", Weight = 1 in {
def InvertVec : Builtin<"invert", (args Vec<N, I>:$a), Vec<N, I>>;
def InvertMat : Builtin<"invert", (args Mat<R, C, I>:$a), Mat<R, C, I>>;
}
}

} // Operators

// Utility
// -------

let Group = "Utility" in {

let Differentiable = true in {

let Doc = "`value_if_true` if `cond` is true or not zero, otherwise `value_if_false`. Both have been computed.",
    Domain = [On<"cond", Truth>] in {
// Newer programs say `where`.
def Select : Builtin<"select", (args OneOf<AnyCondition>:$cond, V:$value_if_false, V:$value_if_true), V> {
  let Adjoint = [Adj<"value_if_false", (call "select", $cond, (grad), (zero $value_if_false))>,
                 Adj<"value_if_true", (call "select", $cond, (zero $value_if_true), (grad))>];
}
def Where : Builtin<"where", (args OneOf<AnyCondition>:$cond, V:$value_if_true, V:$value_if_false), V> {
  let Weight = 6;
  let Adjoint = [Adj<"value_if_true", (call "where", $cond, (grad), (zero $value_if_true))>,
                 Adj<"value_if_false", (call "where", $cond, (zero $value_if_false), (grad))>];
}
}
let Doc = "`value_if_true` if `arr` has memory, otherwise `value_if_false`. Both have been computed.",
    Domain = [On<"arr", Truth>] in {
def SelectArray : Builtin<"select", (args AnyArray:$arr, V:$value_if_false, V:$value_if_true), V> {
  let Adjoint = [Adj<"value_if_false", (call "select", $arr, (grad), (zero $value_if_false))>,
                 Adj<"value_if_true", (call "select", $arr, (zero $value_if_true), (grad))>];
}
def WhereArray : Builtin<"where", (args AnyArray:$arr, V:$value_if_true, V:$value_if_false), V> {
  let Adjoint = [Adj<"value_if_true", (call "where", $arr, (grad), (zero $value_if_true))>,
                 Adj<"value_if_false", (call "where", $arr, (zero $value_if_false), (grad))>];
}
}

let Doc = "The value on the way from `a` (`t` is 0) to `b` (`t` is 1)." in {
def Lerp : Builtin<"lerp", (args F:$a, F:$b, F:$t), F> {
  let Weight = 4;
  let Adjoint = [Adj<"a", (call "mul", (grad), (call "sub", one, $t))>,
                 Adj<"b", (call "mul", (grad), $t)>,
                 Adj<"t", (call "mul", (grad), (call "sub", $b, $a))>];
}
def LerpVec : Builtin<"lerp", (args Vec<N, F>:$a, Vec<N, F>:$b, F:$t), Vec<N, F>> {
  let Weight = 3;
  let Adjoint = [Adj<"a", (call "mul", (grad), (call "sub", one, $t))>,
                 Adj<"b", (call "mul", (grad), $t)>,
                 Adj<"t", (call "dot", (grad), (call "sub", $b, $a))>];
}
def LerpMat : Builtin<"lerp", (args Mat<R, C, F>:$a, Mat<R, C, F>:$b, F:$t), Mat<R, C, F>> {
  let Weight = 1;
  let Adjoint = [Adj<"a", (call "mul", (grad), (call "sub", one, $t))>,
                 Adj<"b", (call "mul", (grad), $t)>,
                 Adj<"t", (call "ddot", (grad), (call "sub", $b, $a))>];
}
def LerpTransform : Builtin<"lerp", (args Trans<F>:$a, Trans<F>:$b, F:$t), Trans<F>> {
  let Adjoint = [Adj<"a", (call "mul", (grad), (call "sub", one, $t))>,
                 Adj<"b", (call "mul", (grad), $t)>,
                 Adj<"t", (call ".dot", (grad), (call "sub", $b, $a))>];
}
def LerpQuat : Builtin<"lerp", (args Quat<F>:$a, Quat<F>:$b, F:$t), Quat<F>> {
  let Weight = 1;
  let Adjoint = [Adj<"a", (call "mul", (grad), (call "sub", one, $t))>,
                 Adj<"b", (call "mul", (grad), $t)>,
                 Adj<"t", (call "dot", (grad), (call "sub", $b, $a))>];
}
}
// How far `x` is on its way, and the curve's slope there over the length of the way.
defvar way = (call "clamp", (call "div", (call "sub", $x, $a), (call "sub", $b, $a)), nought, one);
defvar slope = (call "div", (call "mul", (call "mul", (number "6.0"), way), (call "sub", one, way)),
                            (call "sub", $b, $a));
def Smoothstep : Builtin<"smoothstep", (args F:$a, F:$b, F:$x), F> {
  let Doc = "0 where `x` is no more than `a`, 1 where it is no less than `b`, and a smooth curve between.";
  let Weight = 2;
  let Adjoint = [Adj<"a", (call "mul", (grad), (call "mul", slope, (call "sub", way, one)))>,
                 Adj<"b", (call "neg", (call "mul", (grad), (call "mul", slope, way)))>,
                 Adj<"x", (call "mul", (grad), slope)>];
}

} // Differentiable

// One record per array rank, the indices i, j, k, l in between.
multiclass AtomicUpdate<string name, TypeClass of, string doc, int weight> {
  foreach rank = 1...4 in
  def "" # rank : Builtin<name,
      !con((args IndexableOf<TypeVar<"T", of>, Extent<rank>>:$arr),
           !dag(args, !listsplat(Index, rank), !foreach(i, !range(rank), !substr("ijkl", i, 1))),
           (args TypeVar<"T", of>:$value)), TypeVar<"T", of>> {
    let Eff = ReadModifyWrite;
    let Doc = doc # " in one step; returns the old value.";
    let Weight = weight;
  }
}

let Differentiable = true in {
// The gradient of an element belongs to the value that it kept.
defvar winner = [Adj<"value", (call ".where_equal", $value, (valueAt $arr), (gradAt $arr), (zero $value))>];
let Adjoint = [Adj<"value", (gradAt $arr)>] in
defm AtomicAdd : AtomicUpdate<"atomic_add", AnyAddable, "Adds `value` to one element of `arr`", 6>;
let Adjoint = [Adj<"value", (call "sub", (zero $value), (gradAt $arr))>] in
defm AtomicSub : AtomicUpdate<"atomic_sub", AnyAddable, "Subtracts `value` from one element of `arr`", 3>;
let Adjoint = winner in
defm AtomicMin : AtomicUpdate<"atomic_min", AnyOrdered, "Makes one element of `arr` at most `value`,", 3>;
let Adjoint = winner in
defm AtomicMax : AtomicUpdate<"atomic_max", AnyOrdered, "Makes one element of `arr` at least `value`,", 3>;
}
defm AtomicExch : AtomicUpdate<"atomic_exch", AnyExchanged, "Sets one element of `arr` to `value`", 1>;
defm AtomicAnd : AtomicUpdate<"atomic_and", AnyBits, "Keeps the bits of one element of `arr` that `value` has", 1>;
defm AtomicOr : AtomicUpdate<"atomic_or", AnyBits, "Sets the bits of `value` in one element of `arr`", 1>;
defm AtomicXor : AtomicUpdate<"atomic_xor", AnyBits, "Flips the bits of `value` in one element of `arr`", 1>;

foreach rank = 1...4 in
def AtomicCas#rank : Builtin<"atomic_cas",
    !con((args IndexableOf<TypeVar<"T", AnyExchanged>, Extent<rank>>:$arr),
         !dag(args, !listsplat(Index, rank), !foreach(i, !range(rank), !substr("ijkl", i, 1))),
         (args TypeVar<"T", AnyExchanged>:$compare, TypeVar<"T", AnyExchanged>:$value)), TypeVar<"T", AnyExchanged>> {
  let Eff = ReadModifyWrite;
  let Doc = "Sets one element of `arr` to `value` if it equals `compare`, in one step; returns the old value.";
  let Weight = 1;
}

def LenVec : Builtin<"len", (args Vec<N, Scalar>:$a), I32> { let Doc = "The number of components."; }
def LenQuat : Builtin<"len", (args Quat<F>:$a), I32> { let Doc = "The number of components: 4."; }
def LenTransform : Builtin<"len", (args Trans<F>:$a), I32> { let Doc = "The number of scalars: 7."; }
def LenMat : Builtin<"len", (args Mat<R, C, Scalar>:$a), I32> { let Doc = "The number of rows."; }
def LenArray : Builtin<"len", (args IndexableOf<V, D>:$a), I32> {
  let Doc = "The extent of the first dimension.";
  let Weight = 1;
}

def LowerBound : Builtin<"lower_bound", (args ArrayOf<T, Extent<1>>:$arr, T:$value), I32> {
  let Eff = Read;
  let Doc = "The first index of the sorted `arr` whose element is not less than `value`, or else the last index.";
}
def LowerBoundRange
    : Builtin<"lower_bound", (args ArrayOf<T, Extent<1>>:$arr, I32:$arr_begin, I32:$arr_end, T:$value), I32> {
  let Eff = Read;
  let Doc = "The same within the indices from `arr_begin` to before `arr_end`, which `arr` has to have.";
}

let Header = "dense.h", Eff = Write in {

defvar Floats = ArrayOf<F32, Extent<1>>;

def DenseGemm : Builtin<"dense_gemm", (args I32:$m, I32:$n, I32:$p, I32:$t1, I32:$t2, Floats:$A, Floats:$B, Floats:$C)> {
  let Doc = "Sets `C`, of `m` rows and `n` columns, to `A * B`, which share `p`; `A` is transposed if `t1` is not 0, `B` "
            "if `t2` is not 0. The matrices are in rows.";
}
def DenseChol : Builtin<"dense_chol", (args I32:$n, Floats:$A, F32:$regularization, Floats:$L)> {
  let Doc = "Sets the lower triangle of `L`, of `n` rows, so that `L * transpose(L)` is a symmetric `A` with "
            "`regularization` added along its diagonal.";
}
def DenseSubs : Builtin<"dense_subs", (args I32:$n, Floats:$L, Floats:$b, Floats:$x)> {
  let Doc = "Sets `x` so that `L * transpose(L) * x` is `b`, with `L` from `dense_chol`.";
}
def DenseSolve : Builtin<"dense_solve", (args I32:$n, Floats:$A, Floats:$L, Floats:$b, Floats:$x)> {
  let Doc = "Sets `x` so that `A * x` is `b`, with `L` from `dense_chol` of `A`.";
}

} // dense.h

def BlockDim : Builtin<"block_dim", (args), I32> {
  let Doc = "How many threads a block of the launch has; 1 on the CPU.";
}

let Eff = Output in {

let Doc = "Reports two values that differ, and goes on." in
def ExpectEq : Builtin<"expect_eq", (args E:$a, E:$b)>;
let Doc = "Reports two values that are equal, and goes on." in
def ExpectNeq : Builtin<"expect_neq", (args E:$a, E:$b)>;
let Doc = "Reports two values if some component differs by more than `tolerance`, and goes on.",
    Defaults = [Default<"tolerance", "1.e-6">] in {
def ExpectNear : Builtin<"expect_near", (args F:$a, F:$b, F:$tolerance)>;
def ExpectNearVec : Builtin<"expect_near", (args Vec<N, F>:$a, Vec<N, F>:$b, F:$tolerance)>;
def ExpectNearQuat : Builtin<"expect_near", (args Quat<F>:$a, Quat<F>:$b, F:$tolerance)>;
def ExpectNearMat : Builtin<"expect_near", (args Mat<R, C, F>:$a, Mat<R, C, F>:$b, F:$tolerance)>;
}

def Breakpoint : Builtin<"breakpoint", (args)> { let Doc = "Stops in a debugger."; }

def Print : Builtin<"print", (args OneOf<AnyPrintable>:$value)> { let Doc = "Prints `value` and ends the line."; }
}

} // Utility

// Geometry
// --------

let Group = "Geometry", Header = "geometry.h" in {

defvar Point = Vec<Extent<3>, F32>;

def ClosestPointEdgeEdge
    : Builtin<"closest_point_edge_edge", (args Point:$p1, Point:$q1, Point:$p2, Point:$q2, F32:$epsilon), Point> {
  let Doc = "Where on two edges their closest points are, as parts of each from 0 to 1, and the distance of these. An edge "
            "whose squared length is no more than `epsilon` counts as its first point.";
}
let Doc = "1 if two triangles have a point in common, else 0." in
foreach scalar = [F32, F64] in {
defvar Corner = Vec<Extent<3>, scalar>;
def IntersectTriTri # scalar
    : Builtin<"intersect_tri_tri",
              (args Corner:$v0, Corner:$v1, Corner:$v2, Corner:$u0, Corner:$u1, Corner:$u2), I32>;
}

} // Geometry

// What only adjoint rules call
// ----------------------------
// The dot before the name keeps programs from calling it.

class Internal<string name, dag params, Result returns> : Builtin<"." # name, params, returns> {
  let Group = "Adjoint rules";
  let Function = "wp::" # name;
  let Header = "adjoint.h";
}

let Doc = "For each component, that of `x` where that of `a` is below that of `b`, else that of `y`." in
def WhereLess : Internal<"where_less", (args Vec<N, F>:$a, Vec<N, F>:$b, Vec<N, F>:$x, Vec<N, F>:$y), Vec<N, F>>;
let Doc = "For each component, that of `x` where those of `a` and `b` are equal, else that of `y`." in {
def WhereEqual : Internal<"where_equal", (args F:$a, F:$b, F:$x, F:$y), F>;
def WhereEqualVec : Internal<"where_equal", (args Vec<N, F>:$a, Vec<N, F>:$b, Vec<N, F>:$x, Vec<N, F>:$y), Vec<N, F>>;
def WhereEqualMat : Internal<"where_equal", (args Mat<R, C, F>:$a, Mat<R, C, F>:$b, Mat<R, C, F>:$x, Mat<R, C, F>:$y),
                             Mat<R, C, F>>;
}
def UnitVec : Internal<"unit", (args Vec<N, F>:$v, U32:$i, F:$x), Vec<N, F>> {
  let Doc = "A vector as long as `v`, zero but for `x` as component `i`.";
}
foreach n = 2...4 in
def Cofactors#n : Internal<"cofactors", (args Mat<Extent<n>, Extent<n>, F>:$a), Mat<Extent<n>, Extent<n>, F>> {
  let Doc = "The derivatives of the determinant of `a` by its elements.";
}
let Doc = "The sum of the products of corresponding scalars." in
def DotTransform : Internal<"dot", (args Trans<F>:$a, Trans<F>:$b), F>;
let Doc = "The products of corresponding components." in
def CwMulQuat : Internal<"cw_mul", (args Quat<F>:$a, Quat<F>:$b), Quat<F>>;
let Doc = "The quotients of corresponding components." in
def CwDivQuat : Internal<"cw_div", (args Quat<F>:$a, Quat<F>:$b), Quat<F>>;
def AdjQuatRotate
    : Internal<"adj_quat_rotate", (args Quat<F>:$q, Vec<Extent<3>, F>:$v, Vec<Extent<3>, F>:$grad), Quat<F>> {
  let Doc = "What the gradient of `q` grows by if that of the rotated `v` is `grad`.";
}
def AdjQuatToAxisAngle
    : Internal<"adj_quat_to_axis_angle", (args Quat<F>:$q, Vec<Extent<3>, F>:$axis_grad, F:$angle_grad), Quat<F>> {
  let Doc = "What the gradient of `q` grows by if those of its axis and angle are these.";
}
let Doc = "What the gradient of `m` grows by if that of its quaternion is `grad`." in
foreach n = 3...4 in
def AdjQuatFromMatrix#n : Internal<"adj_quat_from_matrix", (args Mat<Extent<n>, Extent<n>, F>:$m, Quat<F>:$grad),
                                   Mat<Extent<n>, Extent<n>, F>>;
def AdjTransformDecompose
    : Internal<"adj_transform_decompose", (args Mat<Extent<4>, Extent<4>, F>:$m, Vec<Extent<3>, F>:$p_grad,
                                           Quat<F>:$q_grad,
                                                Vec<Extent<3>, F>:$scale_grad), Mat<Extent<4>, Extent<4>, F>> {
  let Doc = "What the gradient of `m` grows by if those of its parts are these.";
}
def Gaps : Internal<"gaps", (args Vec<N, F>:$v), Mat<N, N, F>> {
  let Doc = "One over the difference of component j and component i, or zero where there is none.";
}
def MirrorLower : Internal<"mirror_lower", (args Mat<N, N, F>:$m), Mat<N, N, F>> {
  let Doc = "The symmetric matrix with the lower triangle of `m`.";
}

// What derivatives call besides
// -----------------------------
// Gradients of array elements. `grads`, an array of them, may be without memory: then they are zero, and stay so.

let Group = "Gradients", Header = "gradient.h" in {

def GradientOf : Internal<"gradient_of", (args TypeVar<"A", AnyArrayValue>:$arr, TypeVar<"A", AnyArrayValue>:$adj),
                          TypeVar<"A", AnyArrayValue>> {
  let Doc = "The gradients of the elements of `arr`: `adj` if it has memory, else what `arr` has itself.";
}

foreach rank = 1...4 in {
defvar indices = !dag(args, !listsplat(Index, rank), !foreach(i, !range(rank), !substr("ijkl", i, 1)));
defvar element = !con((args IndexableOf<TypeVar<"G", AnyGradient>, Extent<rank>>:$grads), indices);

def GradientAdd#rank : Internal<"gradient_add", !con(element, (args TypeVar<"G", AnyGradient>:$value)), Nothing> {
  let Eff = ReadModifyWrite;
  let Doc = "Adds `value` to one element of `grads`, each scalar in one step.";
}
def GradientTake#rank : Internal<"gradient_take", element, TypeVar<"G", AnyGradient>> {
  let Eff = Write;
  let Doc = "One element of `grads`, which becomes zero.";
}
def GradientAt#rank : Internal<"gradient_at", element, TypeVar<"G", AnyGradient>> {
  let Eff = Read;
  let Doc = "One element of `grads`.";
}
}

def GradientAddAt
    : Internal<"gradient_add_at", (args InOut<TypeVar<"G", AnyGradient>>:$place, TypeVar<"G", AnyGradient>:$value),
               Nothing> {
  let Eff = ReadModifyWrite;
  let Doc = "Adds `value` to what is at `place`, each scalar in one step.";
}

def RangeCount : Internal<"range_count", (args I:$start, I:$stop, I:$step), I32> {
  let Doc = "How many numbers `range(start, stop, step)` has.";
}

} // Gradients

// Which states of a loop's rounds a reverse sweep still has: see kept(C, W) in docs/IR.md.

class KeptCall<string name, Place kept, dag params, Result returns>
    : Internal<name, !con((args kept:$kept), params), returns>;
defvar keptIn = In<OneOf<AnyKept>>;
defvar keptInOut = InOut<OneOf<AnyKept>>;
defvar keptOut = Out<OneOf<AnyKept>>;

let Group = "Kept states", Header = "kept.h" in {

def KeptKnown : KeptCall<"kept_known", keptOut, (args I32:$n), Nothing> {
  let Doc = "Begins a loop of `n` rounds.";
}
def KeptUnknown : KeptCall<"kept_unknown", keptOut, (args), Nothing> {
  let Doc = "Begins a loop whose rounds are counted as they are run.";
}
def KeptDone : KeptCall<"kept_done", keptInOut, (args I32:$n), Nothing> {
  let Doc = "Ends the loop that `kept_unknown` began, after `n` rounds.";
}
def KeptTake : KeptCall<"kept_take", keptInOut, (args I32:$k), I32> {
  let Doc = "The slot for the snapshot of the state before round `k`, which is due.";
}
def KeptRewind : KeptCall<"kept_rewind", keptInOut, (args I32:$k), I32> {
  let Doc = "The round from which to run forward again, up to round `k`, whose state is lost.";
}
let Eff = Read in {
def KeptDue : KeptCall<"kept_due", keptIn, (args I32:$k), Bool> {
  let Doc = "Whether the state before round `k` is to be kept as a snapshot.";
}
def KeptSlot : KeptCall<"kept_slot", keptIn, (args), I32> {
  let Doc = "The slot of the latest snapshot.";
}
def KeptLost : KeptCall<"kept_lost", keptIn, (args I32:$k), Bool> {
  let Doc = "Whether the ring does not have the state before round `k` any more, when going back.";
}
}

} // Kept states
