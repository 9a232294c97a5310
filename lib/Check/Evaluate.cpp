// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Session.h"
#include "llvm/ADT/ScopeExit.h"
#include "llvm/ADT/StringExtras.h"

using namespace kt;
using namespace kt::ast;
using Kind = StaticValue::Kind;

namespace {

constexpr unsigned maxEvaluationDepth = 200;
constexpr unsigned maxEvaluationSteps = 1'000'000;
/// Each of a set's values is compared with all before it.
constexpr unsigned maxSetSize = 1000;

class Evaluator {
public:
  Evaluator(Session &session, ModuleScope &scope) : session(session), scope(scope) {}

  StaticValue evaluate(const Expr *expr);

private:
  StaticValue constant(const ast::Constant *node);
  StaticValue name(const Name *node);
  StaticValue attribute(const Attribute *node);
  StaticValue compare(const Compare *node);
  StaticValue boolOp(const BoolOp *node);
  StaticValue ifExp(const IfExp *node);
  StaticValue sequence(ArrayRef<Expr *> elts);
  StaticValue set(const ast::Set *node);
  StaticValue dict(const ast::Dict *node);
  StaticValue joinedStr(const JoinedStr *node);
  StaticValue unknown(const Expr *expr) {
    return StaticValue::unknown(expr->loc, "`" + session.text(expr) + "` would have to be run");
  }

  Session &session;
  ModuleScope &scope;
};

StaticValue Evaluator::evaluate(const Expr *expr) {
  if (session.evaluationDepth == 0)
    session.evaluationSteps = 0;
  if (session.evaluationDepth >= maxEvaluationDepth || ++session.evaluationSteps >= maxEvaluationSteps)
    return StaticValue::tooLarge(expr->loc, "working it out takes too many steps");
  ++session.evaluationDepth;
  llvm::scope_exit leave([&] { --session.evaluationDepth; });
  switch (expr->kind()) {
  case NodeKind::Constant: return constant(cast<ast::Constant>(expr));
  case NodeKind::Name: return name(cast<Name>(expr));
  case NodeKind::Attribute: return attribute(cast<Attribute>(expr));
  case NodeKind::BinOp: {
    const auto *node = cast<BinOp>(expr);
    StaticValue left = evaluate(node->left);
    return left.isMissing() ? left : evaluateBinary(node->op, left, evaluate(node->right), node->loc);
  }
  case NodeKind::UnaryOp: {
    const auto *node = cast<UnaryOp>(expr);
    return evaluateUnary(node->op, evaluate(node->operand), node->loc);
  }
  case NodeKind::Compare: return compare(cast<Compare>(expr));
  case NodeKind::BoolOp: return boolOp(cast<BoolOp>(expr));
  case NodeKind::IfExp: return ifExp(cast<IfExp>(expr));
  case NodeKind::Tuple: return sequence(cast<Tuple>(expr)->elts);
  case NodeKind::List: return sequence(cast<List>(expr)->elts);
  case NodeKind::Set: return set(cast<ast::Set>(expr));
  case NodeKind::Dict: return dict(cast<ast::Dict>(expr));
  case NodeKind::JoinedStr: return joinedStr(cast<JoinedStr>(expr));
  case NodeKind::Call: return evaluateCall(session, scope, cast<Call>(expr));
  case NodeKind::Subscript: return evaluateSubscript(session, scope, cast<Subscript>(expr));
  case NodeKind::NamedExpr:
  case NodeKind::Lambda:
  case NodeKind::Comprehension:
  case NodeKind::Await:
  case NodeKind::Yield:
  case NodeKind::FormattedValue:
  case NodeKind::Starred:
  case NodeKind::Slice: return unknown(expr);
#define STMT(Class) case NodeKind::Class:
#include "kt/AST/Nodes.def"
    break;
  }
  llvm_unreachable("not an expression");
}

StaticValue Evaluator::constant(const ast::Constant *node) {
  switch (node->constantKind) {
  case ast::Constant::None: return StaticValue::none();
  case ast::Constant::True: return StaticValue::ofBool(true);
  case ast::Constant::False: return StaticValue::ofBool(false);
  case ast::Constant::Float: return StaticValue::ofFloat(node->floatValue);
  case ast::Constant::Str: return StaticValue::ofString(node->text);
  case ast::Constant::Int:
    if (node->intValue->getActiveBits() >= StaticValue::intWidth)
      return StaticValue::tooLarge(node->loc, "the number needs more than 256 bits");
    return StaticValue::ofInt(node->intValue->zextOrTrunc(StaticValue::intWidth));
  case ast::Constant::Ellipsis:
  case ast::Constant::Complex:
  case ast::Constant::Bytes: return unknown(node);
  }
  llvm_unreachable("every kind returned");
}

StaticValue Evaluator::name(const Name *node) {
  if (session.loopNames)
    if (auto it = session.loopNames->find(node->id); it != session.loopNames->end())
      return it->second;
  if (const StaticValue *owner = session.enclosingClass) {
    StaticValue member = classMember(session, *owner, node->id, node->loc);
    if (!member.is(Kind::Unknown) || !member.reason.empty())
      return member;
  }
  const StaticValue &value = lookup(session, scope, node->id);
  if (value.is(Kind::Unknown) && value.reason.empty())
    return StaticValue::unknown(node->loc, "there is no `" + node->id + "`");
  return value;
}

StaticValue Evaluator::attribute(const Attribute *node) {
  StaticValue base = evaluate(node->value);
  if (base.isMissing())
    return base;
  StaticValue result = memberOf(session, base, node->attr, node->loc);
  if (result.is(Kind::Unknown) && result.reason.empty())
    return StaticValue::unknown(node->loc, "there is no `" + session.text(node) + "`");
  return result;
}

// `a < b < c` is true if each pair is.
StaticValue Evaluator::compare(const Compare *node) {
  StaticValue left = evaluate(node->left);
  for (auto [op, comparator] : llvm::zip_equal(node->ops, node->comparators)) {
    StaticValue right = evaluate(comparator);
    StaticValue result = evaluateCompare(op, left, right, node->loc);
    if (result.isMissing() || !result.boolean)
      return result;
    left = std::move(right);
  }
  return StaticValue::ofBool(true);
}

// The value is that of the operand that decides.
StaticValue Evaluator::boolOp(const BoolOp *node) {
  StaticValue value;
  for (const Expr *operand : node->values) {
    value = evaluate(operand);
    std::optional<bool> truth = truthOf(value);
    if (!truth)
      return value.isMissing() ? value : unknown(operand);
    if (*truth == (node->op == BoolOperator::Or))
      return value;
  }
  return value;
}

StaticValue Evaluator::ifExp(const IfExp *node) {
  StaticValue test = evaluate(node->test);
  std::optional<bool> truth = truthOf(test);
  if (!truth)
    return test.isMissing() ? test : unknown(node->test);
  return evaluate(*truth ? node->body : node->orelse);
}

StaticValue Evaluator::sequence(ArrayRef<Expr *> elts) {
  std::vector<StaticValue> values;
  for (const Expr *elt : elts) {
    values.push_back(evaluate(elt));
    if (values.back().isMissing())
      return values.back();
  }
  return StaticValue::ofSequence(std::move(values));
}

// Each value once, however often it is given.
StaticValue Evaluator::set(const ast::Set *node) {
  if (node->elts.size() > maxSetSize)
    return unknown(node);
  StaticValue all = sequence(node->elts);
  if (all.isMissing())
    return all;
  std::vector<StaticValue> values;
  for (StaticValue &value : all.elements) {
    StaticValue isThere = evaluateCompare(CompareOperator::In, value, StaticValue::ofSequence(values), node->loc);
    if (isThere.isMissing())
      return isThere;
    if (!isThere.boolean)
      values.push_back(std::move(value));
  }
  return StaticValue::ofSequence(std::move(values));
}

// {key: value, …}
StaticValue Evaluator::dict(const ast::Dict *node) {
  StaticValue result = StaticValue::ofSequence({});
  result.kind = Kind::Dict;
  for (auto [key, value] : llvm::zip_equal(node->keys, node->values)) {
    if (!key)
      return unknown(node);
    for (const Expr *part : {key, value}) {
      result.elements.push_back(evaluate(part));
      if (result.elements.back().isMissing() && part == key)
        return result.elements.back();
    }
  }
  return result;
}

// f"{name}_{count}", of texts and whole numbers
StaticValue Evaluator::joinedStr(const JoinedStr *node) {
  std::string text;
  for (const Expr *part : node->values) {
    const auto *formatted = dyn_cast<FormattedValue>(part);
    StaticValue value = evaluate(formatted ? formatted->value : part);
    if (value.isMissing())
      return value;
    bool isPlain = !formatted || (formatted->conversion < 0 && !formatted->formatSpec);
    if (isPlain && value.is(Kind::String))
      text += value.text;
    else if (isPlain && value.is(Kind::Int))
      text += llvm::toString(value.integer, 10, /*Signed=*/true);
    else
      return unknown(node);
  }
  return StaticValue::ofString(session.save(text));
}

} // namespace

StaticValue kt::evaluate(Session &session, ModuleScope &scope, const Expr *expr) {
  return Evaluator(session, scope).evaluate(expr);
}

StringRef Session::text(const Node *node) const {
  StringRef text = sources.text(node->loc);
  return text.take_until([](char c) { return c == '\n' || c == '\r'; }).take_front(60);
}
