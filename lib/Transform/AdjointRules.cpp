// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "kt/Transform/AdjointRules.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVectorExtras.h"
#include "llvm/Support/ErrorHandling.h"

using namespace kt;
using namespace kt::ir;

namespace {

/// Builds the rules of one call. What several have in common is computed once.
class RuleBuilder {
public:
  RuleBuilder(Builder &b, const Op &call, const ResultGradients &gradients) : b(b), call(call), gradients(gradients) {}

  /// What the gradient of operand `number` grows by, which stands for the rule's parameter.
  Value *build(const AdjointRule &rule, unsigned number) {
    operandNumber = number;
    return build(rule);
  }

private:
  Value *build(const AdjointRule &rule) {
    // A part by the operand's own number is another one each time, and so is what is made of it.
    if (call.builtin().isVariadic)
      return buildNew(rule);
    if (Value *value = built.lookup(&rule))
      return value;
    return built[&rule] = buildNew(rule);
  }

  Value *buildNew(const AdjointRule &rule) {
    using Kind = AdjointRule::Kind;
    switch (rule.kind) {
    case Kind::Argument: return call.operand(rule.index);
    case Kind::Result: return call.result(rule.index);
    case Kind::Gradient: return gradients.results[rule.index];
    case Kind::ElementGradient: return gradients.elementGradient;
    case Kind::ElementValue: return gradients.elementValue;
    case Kind::Number: return b.constant(Constant::real(scalar(), rule.number));
    case Kind::Zero: {
      const Type *type = call.operand(rule.index)->type;
      const auto *scalarType = dyn_cast<ScalarType>(type);
      return scalarType ? b.constant(Constant::real(scalarType, 0)) : b.construct(type, {});
    }
    case Kind::Less: {
      Value *left = build(*rule.operands[0]);
      return b.compare(Predicate::Lt, left, build(*rule.operands[1]));
    }
    case Kind::Part: return buildPart(*rule.operands[0], rule.index);
    case Kind::OwnPart: return buildPart(*rule.operands[0], operandNumber);
    case Kind::Construct: {
      llvm::SmallVector<Value *, 4> parts = buildOperands(rule);
      return b.construct(parts.front()->type, ArrayRef(parts).drop_front());
    }
    case Kind::Call: return buildCall(rule);
    }
    llvm_unreachable("every kind of rule is listed");
  }

  llvm::SmallVector<Value *, 4> buildOperands(const AdjointRule &rule) {
    llvm::SmallVector<Value *, 4> values;
    for (const AdjointRule *operand : rule.operands)
      if (operand)
        values.push_back(build(*operand));
    return values;
  }

  Value *buildPart(const AdjointRule &whole, unsigned index) {
    return b.component(build(whole), b.constantInt(int32_t(index)));
  }

  Value *buildCall(const AdjointRule &rule) {
    llvm::SmallVector<Value *, 4> args = buildOperands(rule);
    auto types = llvm::map_to_vector(args, [](const Value *arg) { return arg->type; });
    std::optional<BuiltinMatch> match = resolveBuiltin(rule.name, types, b.types());
    if (!match)
      llvm::report_fatal_error("an adjoint rule of `" + call.builtin().name + "` calls `" + rule.name +
                               "` with types that it does not take");
    return b.builtinOp(*match->builtin, args, match->result)->result(rule.index);
  }

  /// The float type that the call is about: that of the first operand which has one.
  const ScalarType *scalar() const {
    for (const Value *operand : call.operands())
      if (const ScalarType *type = scalarOf(operand->type); type && type->isFloat())
        return type;
    llvm_unreachable("a gradient flows to an operand of floats");
  }

  Builder &b;
  const Op &call;
  const ResultGradients &gradients;
  llvm::DenseMap<const AdjointRule *, Value *> built;
  unsigned operandNumber = 0;
};

} // namespace

llvm::SmallVector<Value *, 4> kt::buildAdjoints(Builder &b, const Op &call, const ResultGradients &gradients) {
  size_t count = call.operands().size();
  llvm::SmallVector<Value *, 4> grown(count, nullptr);
  RuleBuilder rules(b, call, gradients);
  const Builtin &builtin = call.builtin();
  for (const Adjoint &adjoint : builtin.adjoints) {
    bool isRepeated = builtin.isVariadic && adjoint.param + 1 == builtin.paramTypes.size();
    for (unsigned i = adjoint.param, end = isRepeated ? count : i + 1; i != end; ++i)
      if (const ScalarType *type = scalarOf(call.operand(i)->type); type && type->isFloat())
        grown[i] = rules.build(*adjoint.rule, i - adjoint.param);
  }
  return grown;
}
