// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The adjoint rule of every differentiable builtin against central differences, in float64, at random points of its
// domain. Both are IR here, run by the interpreter.

#include "kt/Transform/AdjointRules.h"
#include "../../lib/Interpret/Layout.h"
#include "IRFixture.h"
#include "kt/Interpret/Interpret.h"
#include "llvm/ADT/STLExtras.h"
#include <cmath>
#include <random>

using namespace kt;

namespace {

/// One choice of types for a call's operands, all floats being float64.
using Signature = llvm::SmallVector<const Type *, 4>;

class AdjointRulesTest : public IRFixture {
protected:
  const ScalarType *f64 = types.scalar(ScalarKind::Float64);

  std::vector<const Type *> operandTypes() {
    std::vector<const Type *> result{f64};
    for (unsigned n : {2, 3, 4, 6})
      result.push_back(types.vector(n, f64));
    for (auto [rows, columns] : {std::pair(2, 2), {3, 3}, {4, 4}, {2, 3}, {3, 2}, {6, 6}})
      result.push_back(types.matrix(rows, columns, f64));
    result.insert(result.end(), {types.quaternion(f64), types.transform(f64), types.boolean(), types.int32(),
                                 types.scalar(ScalarKind::UInt32)});
    return result;
  }

  /// Every signature that `builtin` takes out of `operandTypes`.
  std::vector<Signature> signaturesOf(const Builtin &builtin) {
    std::vector<Signature> found;
    Signature args;
    extend(builtin, args, found);
    return found;
  }

  void extend(const Builtin &builtin, Signature &args, std::vector<Signature> &found) {
    // A repeated argument is given twice.
    size_t count = builtin.paramTypes.size() + builtin.isVariadic;
    if (args.size() == count) {
      const Type *result = matchBuiltin(builtin, args, types);
      if (result && llvm::any_of(args, [](const Type *type) { return isSmooth(type); }))
        found.push_back(args);
      return;
    }
    std::vector<const Type *> candidates = operandTypes();
    // Behind the second one, a type that is there already, a scalar of it, or a number to choose by.
    if (args.size() >= 2)
      llvm::erase_if(candidates,
                     [&](const Type *type) { return !type->isScalar() && !llvm::is_contained(args, type); });
    for (const Type *type : candidates) {
      args.push_back(type);
      extend(builtin, args, found);
      args.pop_back();
    }
  }

  static bool isSmooth(const Type *type) { return scalarOf(type) && scalarOf(type)->isFloat(); }
};

/// One builtin with one signature, as two kernels over arrays of one element: its results, and what its rules give.
class Case {
public:
  Case(TypeContext &types, const Builtin &builtin, const Signature &args) : types(types), builtin(builtin), args(args) {
    const Type *result = matchBuiltin(builtin, args, types);
    if (const auto *tuple = dyn_cast<TupleType>(result))
      results.assign(tuple->elements().begin(), tuple->elements().end());
    else
      results.push_back(result);
    buildForward();
    buildAdjoint();
    EXPECT_EQ(ir::verify(module), "") << builtin.name.str();
  }

  /// The largest difference between the rules and central differences, relative to what is compared, at one point.
  double error(std::mt19937 &random);

private:
  using Values = std::vector<std::vector<double>>; // of each operand or result, its scalars

  static std::vector<double> scalars(const Type *type) { return std::vector<double>(scalarCount(type)); }

  ir::Function &kernel(ArrayRef<const Type *> elements) {
    module.functions.push_back(std::make_unique<ir::Function>());
    ir::Function &function = *module.functions.back();
    function.kind = ir::Function::Kind::Kernel;
    for (const Type *element : elements)
      function.body.addArgument(types.array(element, 1), "a");
    return function;
  }
  static ir::Value *first(ir::Builder &b, ir::Function &kernel, unsigned array) {
    return b.element(kernel.body.arguments()[array].get(), {b.constantInt(0)});
  }

  ir::Op *buildCall(ir::Builder &b, ir::Function &kernel) {
    llvm::SmallVector<ir::Value *, 4> values;
    for (unsigned i = 0; i != args.size(); ++i)
      values.push_back(b.load(first(b, kernel, i)));
    return b.builtinOp(builtin, values, matchBuiltin(builtin, args, types));
  }

  /// f(args..., results...)
  void buildForward() {
    std::vector<const Type *> elements(args.begin(), args.end());
    llvm::append_range(elements, results);
    forward = &kernel(elements);
    ir::Builder b(module, forward->body);
    ir::Op *call = buildCall(b, *forward);
    for (unsigned i = 0; i != results.size(); ++i)
      b.store(first(b, *forward, args.size() + i), call->result(i));
  }

  /// f(args..., gradients of the results..., gradients of the args...)
  void buildAdjoint() {
    std::vector<const Type *> elements(args.begin(), args.end());
    llvm::append_range(elements, results);
    llvm::append_range(elements, args);
    adjoint = &kernel(elements);
    ir::Builder b(module, adjoint->body);
    ir::Op *call = buildCall(b, *adjoint);
    std::vector<ir::Value *> gradients;
    for (unsigned i = 0; i != results.size(); ++i)
      gradients.push_back(b.load(first(b, *adjoint, args.size() + i)));
    llvm::SmallVector<ir::Value *, 4> grown = buildAdjoints(b, *call, {.results = gradients});
    for (unsigned i = 0; i != args.size(); ++i)
      if (grown[i])
        b.store(first(b, *adjoint, args.size() + results.size() + i), grown[i]);
  }

  /// Runs a kernel whose parameters are arrays of one element.
  static void run(const ir::Function &kernel, ArrayRef<std::vector<double> *> params);

  /// The scalar that has to equal scalar `k` of `operand`: its mirror image if the matrix has to be symmetric, as for
  /// eigenvalues, else itself.
  unsigned mirrored(unsigned operand, unsigned k) const {
    const auto *matrix = dyn_cast<MatrixType>(args[operand]);
    return builtin.name == "eig3" && matrix ? k % matrix->columns() * matrix->columns() + k / matrix->columns() : k;
  }

  double draw(std::mt19937 &random, ParamDomain domain) const;
  std::vector<double> drawOperand(std::mt19937 &random, unsigned operand) const;

  TypeContext &types;
  const Builtin &builtin;
  Signature args;
  std::vector<const Type *> results;
  ir::Module module{types};
  ir::Function *forward = nullptr;
  ir::Function *adjoint = nullptr;
};

} // namespace

void Case::run(const ir::Function &kernel, ArrayRef<std::vector<double> *> params) {
  std::vector<ArrayView> views;
  std::vector<std::vector<char>> integers(params.size()); // bool, int32 and uint32 elements
  for (auto [i, param] : llvm::enumerate(params)) {
    const Type *element = cast<ArrayType>(kernel.body.arguments()[i]->type)->element();
    ArrayView view{};
    view.data = reinterpret_cast<char *>(param->data());
    if (!scalarOf(element)->isFloat()) {
      integers[i].resize(sizeof(int32_t));
      int32_t number = int32_t(param->front());
      std::memcpy(integers[i].data(), &number, sizeof number);
      view.data = integers[i].data();
    }
    view.shape[0] = 1;
    view.strides[0] = int32_t(sizeof(double) * param->size());
    view.rank = 1;
    views.push_back(view);
  }
  InterpretResult result = interpret(kernel, {{1, 1, 1, 1}, 1, 1}, views.data());
  EXPECT_FALSE(result.error) << result.error->text;
}

double Case::draw(std::mt19937 &random, ParamDomain domain) const {
  auto between = [&](double low, double high) { return std::uniform_real_distribution<double>(low, high)(random); };
  auto sign = [&] { return random() % 2 ? 1.0 : -1.0; };
  switch (domain) {
  case ParamDomain::Any:
  case ParamDomain::Moderate: return between(-2, 2);
  case ParamDomain::NonNegative:
  case ParamDomain::Positive: return between(0.2, 3);
  case ParamDomain::NonZero: return sign() * between(0.3, 3);
  case ParamDomain::Unit: return between(-0.9, 0.9);
  case ParamDomain::OpenUnit: return between(0.1, 0.9);
  case ParamDomain::Exponent: return between(-2, 3);
  case ParamDomain::ShiftAmount: return 3;
  case ParamDomain::Truth: return double(random() % 2);
  }
  return 0;
}

std::vector<double> Case::drawOperand(std::mt19937 &random, unsigned operand) const {
  std::vector<double> values = scalars(args[operand]);
  for (unsigned k = 0; k != values.size(); ++k)
    values[k] = mirrored(operand, k) < k ? values[mirrored(operand, k)] : draw(random, builtin.domain(operand));
  return values;
}

double Case::error(std::mt19937 &random) {
  Values operands, gradients, outputs, grown;
  for (unsigned i = 0; i != args.size(); ++i) {
    operands.push_back(drawOperand(random, i));
    grown.push_back(scalars(args[i]));
  }
  for (const Type *result : results) {
    outputs.push_back(scalars(result));
    gradients.push_back(scalars(result));
    for (double &gradient : gradients.back())
      gradient = draw(random, ParamDomain::Any);
  }
  auto pointers = [](std::initializer_list<Values *> lists) {
    std::vector<std::vector<double> *> all;
    for (Values *list : lists)
      for (std::vector<double> &values : *list)
        all.push_back(&values);
    return all;
  };
  run(*adjoint, pointers({&operands, &gradients, &grown}));

  /// The sum of results times gradients.
  auto weighted = [&] {
    run(*forward, pointers({&operands, &outputs}));
    double sum = 0;
    for (auto [output, gradient] : llvm::zip_equal(outputs, gradients))
      for (auto [value, weight] : llvm::zip_equal(output, gradient))
        sum += value * weight;
    return sum;
  };
  constexpr double step = 1e-5;
  double largest = 0;
  for (unsigned i = 0; i != args.size(); ++i)
    for (unsigned k = 0; scalarOf(args[i])->isFloat() && k != operands[i].size(); ++k) {
      unsigned mirror = mirrored(i, k);
      double at = operands[i][k];
      operands[i][k] = operands[i][mirror] = at + step;
      double above = weighted();
      operands[i][k] = operands[i][mirror] = at - step;
      double below = weighted();
      operands[i][k] = operands[i][mirror] = at;
      double expected = (above - below) / (2 * step);
      double actual = mirror == k ? grown[i][k] : grown[i][k] + grown[i][mirror];
      double error = std::abs(actual - expected) / (1 + std::abs(expected));
      largest = std::isnan(error) ? INFINITY : std::max(largest, error);
    }
  return largest;
}

/// Noise is of float32 alone and has no rule yet; of `where` and `select` the forms that ask an array, whose rules are
/// those of the others.
static bool isLeftOut(const Builtin &builtin) {
  return builtin.name == "noise" || builtin.name == "pnoise" || builtin.paramNames.front() == "arr";
}

TEST_F(AdjointRulesTest, AgreeWithCentralDifferences) {
  for (const Builtin &builtin : allBuiltins()) {
    // What changes a place is differentiated as the assignment that it is.
    bool takesPlace = llvm::any_of(builtin.paramPassings, [](Passing passing) { return passing != Passing::Value; });
    if (!builtin.isDifferentiable || builtin.effect != Effect::None || takesPlace)
      continue;
    std::vector<Signature> signatures = signaturesOf(builtin);
    EXPECT_EQ(signatures.empty(), isLeftOut(builtin)) << signature(builtin);
    for (const Signature &args : signatures) {
      Case instance(types, builtin, args);
      std::mt19937 random(7);
      double largest = 0;
      for (int point = 0; point != 4; ++point)
        largest = std::max(largest, instance.error(random));
      std::string shown;
      for (const Type *arg : args)
        shown += " " + arg->spelling();
      EXPECT_LT(largest, 1e-5) << signature(builtin) << " with" << shown;
    }
  }
}
