// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Type first: an expression is chosen among what makes the type wanted, so that nothing is ever thrown away.

#include "KernelBuilder.h"
#include "llvm/ADT/STLExtras.h"

using namespace kt;

Text KernelBuilder::expr(const Type *type, unsigned depth) {
  if (type->isBool())
    return condition(depth);
  PerMille leaves = policy.leafOdds[std::min<size_t>(depth, policy.leafOdds.size() - 1)];
  if (depth >= policy.maxExprDepth || random.chance(leaves))
    return leaf(type, depth);
  if (random.chance(policy.callFunc))
    for (HelperFunc &func : scope.funcs)
      if (func.result == type)
        return helperCall(func, depth);
  if (random.chance(policy.ternary))
    return conditional(type, depth);
  if (type->isComposite() && random.chance(policy.construct))
    return construct(type, depth);
  if (auto *scalar = dyn_cast<ScalarType>(type); scalar && random.chance(policy.castScalar))
    return conversion(scalar);
  return operation(type, depth);
}

/// An expression worth a statement: not a literal alone, and not `avoid`, the variable that it is for.
Text KernelBuilder::newValue(const Type *type, StringRef avoid, unsigned depth) {
  Text value = expr(type, depth);
  if (value.isConstant || value.text == avoid)
    value = operation(type, depth);
  if (value.isConstant || value.text == avoid)
    value = infix(variableLeaf(type), "+", type->isScalar() ? literal(type) : construct(type, policy.maxExprDepth),
                  Precedence::Add);
  return value;
}

// Leaves
// ------

Text KernelBuilder::leaf(const Type *type, unsigned depth) {
  Text text;
  auto *scalar = dyn_cast<ScalarType>(type);
  if (scalar && random.chance(policy.literalLeaf))
    return literal(type);
  if (scalar && random.chance(policy.componentRead) && readComponent(scalar, text))
    return text;
  if (readSymbol(type, text))
    return text;
  if (scalar && readComponent(scalar, text))
    return text;
  return scalar ? literal(type) : construct(type, std::max(depth, policy.maxExprDepth));
}

/// A leaf that is not known when translating, if there is any such of this type.
Text KernelBuilder::variableLeaf(const Type *type) {
  Text text;
  auto *scalar = dyn_cast<ScalarType>(type);
  if (readSymbol(type, text) || (scalar && readComponent(scalar, text)))
    return text;
  if (scalar && !scalar->isBool())
    return conversion(scalar);
  return construct(type, policy.maxExprDepth);
}

Text KernelBuilder::read(Symbol &symbol) {
  symbol.isUnread = false;
  return symbol.isValue() ? primary(symbol.name) : elementOf(symbol);
}

/// Something in scope of this type: a value, or an element of an input.
bool KernelBuilder::readSymbol(const Type *type, Text &out) {
  llvm::SmallVector<Symbol *, 8> fresh, all;
  for (Symbol &symbol : scope.symbols) {
    if (symbol.role == Symbol::Role::Output)
      continue;
    const Type *held = symbol.isValue() ? symbol.type : llvm::cast<ArrayType>(symbol.type)->element();
    if (held != type)
      continue;
    all.push_back(&symbol);
    if (symbol.isUnread)
      fresh.push_back(&symbol);
  }
  if (all.empty())
    return false;
  bool preferFresh = random.chance(policy.preferUnread) && !fresh.empty();
  out = read(*random.pick<Symbol *>(preferFresh ? fresh : all));
  return true;
}

/// A scalar out of a vector, matrix, quaternion or struct in scope.
bool KernelBuilder::readComponent(const ScalarType *type, Text &out) {
  llvm::SmallVector<Symbol *, 8> holders;
  for (Symbol &symbol : scope.symbols) {
    if (!symbol.isValue())
      continue;
    bool holds = symbol.type->isComposite() && scalarOf(symbol.type) == type;
    if (auto *structType = dyn_cast<StructType>(symbol.type))
      holds = llvm::any_of(structType->fields(), [&](auto &field) { return field.type == type; });
    if (holds)
      holders.push_back(&symbol);
  }
  if (holders.empty())
    return false;
  Symbol &symbol = *random.pick<Symbol *>(holders);
  symbol.isUnread = false;
  if (auto *structType = dyn_cast<StructType>(symbol.type)) {
    llvm::SmallVector<StringRef, 4> names;
    for (const StructType::Field &field : structType->fields())
      if (field.type == type)
        names.push_back(field.name);
    out = primary(symbol.name + "." + random.pick<StringRef>(names));
    return true;
  }
  if (auto *matrix = dyn_cast<MatrixType>(symbol.type)) {
    unsigned row = random.below(matrix->rows());
    unsigned column = random.below(matrix->columns());
    out = primary(llvm::Twine(symbol.name) + "[" + llvm::Twine(row) + ", " + llvm::Twine(column) + "]");
    return true;
  }
  unsigned index = random.below(componentCount(symbol.type));
  bool byName = index < 4 && random.chance(policy.componentByName);
  out = byName ? primary(llvm::Twine(symbol.name) + "." + llvm::Twine("xyzw"[index]))
               : primary(llvm::Twine(symbol.name) + "[" + llvm::Twine(index) + "]");
  return true;
}

/// An input at the thread's own indices, or at a loop index that its own shape bounds.
Text KernelBuilder::elementOf(const Symbol &array) {
  unsigned rank = llvm::cast<ArrayType>(array.type)->rank();
  llvm::SmallVector<Symbol *, 2> bounded;
  for (Symbol &symbol : scope.symbols)
    if (rank == 1 && symbol.boundedBy == array.name)
      bounded.push_back(&symbol);
  if (!bounded.empty()) {
    Symbol &index = *random.pick<Symbol *>(bounded);
    index.isUnread = false;
    return primary(llvm::Twine(array.name) + "[" + index.name + "]");
  }
  std::string subscript;
  for (unsigned i = 0; i < rank; ++i)
    subscript += (i ? ", " : "") + indexNames[i];
  return primary(llvm::Twine(array.name) + "[" + subscript + "]");
}

Text KernelBuilder::literal(const Type *type) {
  auto *scalar = llvm::cast<ScalarType>(type);
  if (scalar->isBool())
    return constant(random.chance(policy.even) ? "True" : "False");
  if (!scalar->isFloat())
    return smallLiteral(scalar, policy.intLiteral);
  unsigned digits = random.in(policy.literalDigits);
  unsigned scale = 1;
  for (unsigned i = 0; i < digits; ++i)
    scale *= 10;
  unsigned whole = random.in(policy.literalWhole);
  unsigned fraction = random.below(scale);
  std::string tail = std::to_string(fraction);
  tail.insert(0, digits - std::min<size_t>(digits, tail.size()), '0');
  while (tail.size() > 1 && tail.back() == '0')
    tail.pop_back();
  if (!whole && !fraction)
    whole = 1;
  return cast(scalar, constant(llvm::Twine(whole) + "." + tail));
}

Text KernelBuilder::smallLiteral(const ScalarType *type, Span span) {
  unsigned value = random.in(span);
  return cast(type, constant(llvm::Twine(value) + (type->isFloat() ? ".0" : "")));
}

/// A literal is int32 or float32 as it stands; any other type is asked for by name.
Text KernelBuilder::cast(const ScalarType *type, const Text &value) {
  bool plain = type->scalarKind() == ScalarKind::Int32 || type->scalarKind() == ScalarKind::Float32;
  return plain ? value : Text{annotation(type) + "(" + value.text + ")", Precedence::Primary, value.isConstant};
}

// Operations
// ----------

Text KernelBuilder::operation(const Type *type, unsigned depth) {
  const Producers *producers = table.making(type);
  if (!producers)
    return leaf(type, depth);
  llvm::SmallVector<unsigned, 64> weights(producers->weights.begin(), producers->weights.end());
  for (unsigned i = 0; i < weights.size(); ++i)
    weights[i] *= profile.groupWeight(producers->instances[i].builtin->group);
  return apply(producers->instances[random.weighted(weights)], depth);
}

Text KernelBuilder::apply(const Instance &instance, unsigned depth) {
  llvm::SmallVector<Text, 3> args;
  for (unsigned i = 0; i < instance.params.size(); ++i) {
    const Type *type = instance.params[i];
    ParamDomain domain = instance.builtin->domain(i);
    if (domain == ParamDomain::Truth) {
      args.push_back(condition(depth + 1));
      continue;
    }
    bool isFactor = i == 1 && instance.builtin->name == "mul" && type->isInteger();
    if (auto *scalar = dyn_cast<ScalarType>(type);
        scalar && scalar->isInteger() && (isFactor || domain != ParamDomain::Any))
      args.push_back(smallLiteral(scalar, policy.intFactor)); // also keeps products and shifts in range
    else if (domain == ParamDomain::Exponent)
      args.push_back(smallLiteral(llvm::cast<ScalarType>(type), policy.exponent));
    else
      args.push_back(inDomain(domain, type, expr(type, depth + 1)));
  }
  makeDistinct(instance, args);
  return operatorText(instance.builtin->name, args);
}

/// Nobody writes `2.0 * 3.0`, `x - x` or `wp.min(x, x)`.
void KernelBuilder::makeDistinct(const Instance &instance, llvm::MutableArrayRef<Text> args) {
  if (llvm::all_of(args, [](const Text &arg) { return arg.isConstant; }))
    args[0] = inDomain(instance.builtin->domain(0), instance.params[0], variableLeaf(instance.params[0]));
  if (args.size() < 2 || args[0].text != args[1].text)
    return;
  const Type *type = instance.params[1];
  Text other = type->isScalar() && !type->isBool() ? literal(type) : construct(type, policy.maxExprDepth);
  args[1] = inDomain(instance.builtin->domain(1), type, other);
}

/// `arg` made to lie where the builtin is defined.
Text KernelBuilder::inDomain(ParamDomain domain, const Type *type, Text arg) {
  bool wantsPositive =
      domain == ParamDomain::NonNegative || domain == ParamDomain::Positive || domain == ParamDomain::NonZero;
  if (arg.isConstant && wantsPositive) // as every literal is
    return arg;
  const ScalarType *scalar = scalarOf(type);
  auto number = [&](StringRef value) { return cast(scalar, primary(scalar->isFloat() ? value : "1")).text; };
  auto call = [&](StringRef name) { return primary("wp." + name + "(" + arg.text + ")"); };
  switch (domain) {
  case ParamDomain::Any:
  case ParamDomain::Exponent:
  case ParamDomain::Truth: return arg;
  case ParamDomain::NonNegative: return call("abs");
  case ParamDomain::Positive:
  case ParamDomain::NonZero:
    if (type->isMatrix() || type->isQuaternion()) // have no absolute value
      return positiveLiteral(type);
    if (!type->isScalar())
      return infix(call("abs"), "+", primary(annotation(type) + "(" + number("0.5") + ")"), Precedence::Add);
    return infix(call("abs"), "+", primary(number("0.1")), Precedence::Add);
  case ParamDomain::Unit: return primary("wp.clamp(" + arg.text + ", " + number("-0.95") + ", " + number("0.95") + ")");
  case ParamDomain::OpenUnit:
    return primary("wp.clamp(" + arg.text + ", " + number("0.05") + ", " + number("0.95") + ")");
  case ParamDomain::Moderate:
    return primary("wp.clamp(" + arg.text + ", " + number("-4.0") + ", " + number("4.0") + ")");
  case ParamDomain::ShiftAmount: {
    Text amount = smallLiteral(scalar, policy.intFactor);
    return type->isScalar() ? amount : constant(annotation(type) + "(" + amount.text + ")");
  }
  }
  llvm_unreachable("covered switch");
}

/// A matrix or quaternion of one literal throughout.
Text KernelBuilder::positiveLiteral(const Type *type) {
  std::string component = literal(scalarOf(type)).text;
  std::string text = annotation(type) + "(" + component;
  for (unsigned i = 1; type->isQuaternion() && i < scalarCount(type); ++i)
    text += ", " + component;
  return constant(text + ")");
}

namespace {
struct OperatorSpelling {
  StringRef name;
  StringRef symbol;
  Precedence precedence;
};
constexpr OperatorSpelling operators[] = {
    {"add", "+", Precedence::Add},       {"sub", "-", Precedence::Add},        {"mul", "*", Precedence::Multiply},
    {"div", "/", Precedence::Multiply},  {"mod", "%", Precedence::Multiply},   {"floordiv", "//", Precedence::Multiply},
    {"lshift", "<<", Precedence::Shift}, {"rshift", ">>", Precedence::Shift},  {"bit_and", "&", Precedence::BitAnd},
    {"bit_or", "|", Precedence::BitOr},  {"bit_xor", "^", Precedence::BitXor}, {"neg", "-", Precedence::Unary},
    {"invert", "~", Precedence::Unary},  {"pos", "+", Precedence::Unary},
};
} // namespace

/// An operator as its symbol, anything else as a call in `wp`.
Text KernelBuilder::operatorText(StringRef name, ArrayRef<Text> args) {
  for (const OperatorSpelling &op : operators) {
    if (op.name != name)
      continue;
    if (op.precedence == Precedence::Unary)
      return {op.symbol.str() + args[0].in(Precedence::Unary), Precedence::Unary};
    return infix(args[0], op.symbol, args[1], op.precedence);
  }
  std::string text = "wp." + name.str() + "(";
  for (unsigned i = 0; i < args.size(); ++i)
    text += (i ? ", " : "") + args[i].text;
  return primary(text + ")");
}

Text KernelBuilder::construct(const Type *type, unsigned depth) {
  const ScalarType *element = scalarOf(type);
  auto *matrix = dyn_cast<MatrixType>(type);
  if (matrix && matrix->rows() == matrix->columns() && random.chance(policy.identityMatrix))
    return primary("wp.identity(n=" + llvm::Twine(matrix->rows()) + ", dtype=" + annotation(element) + ")");
  if (!type->isQuaternion() && random.chance(policy.broadcast))
    return primary(annotation(type) + "(" + leaf(element, depth).text + ")");
  std::string text = annotation(type) + "(";
  for (unsigned i = 0; i < scalarCount(type); ++i) {
    if (i)
      text += ", ";
    text += scalarCount(type) > 4 ? leaf(element, depth).text : expr(element, depth + 1).text;
  }
  return primary(text + ")");
}

/// A scalar of another type, cast. Floats do not become integers: their values have no bound.
Text KernelBuilder::conversion(const ScalarType *type) {
  llvm::SmallVector<Symbol *, 8> others;
  for (Symbol &symbol : scope.symbols)
    if (symbol.isValue() && symbol.type != type && (symbol.type->isInteger() || symbol.type->isFloat()) &&
        !(type->isInteger() && symbol.type->isFloat()))
      others.push_back(&symbol);
  if (others.empty())
    return literal(type);
  Symbol &symbol = *random.pick<Symbol *>(others);
  return primary(annotation(type) + "(" + read(symbol).text + ")");
}

Text KernelBuilder::conditional(const Type *type, unsigned depth) {
  Text test = condition(depth + 1);
  Text yes = expr(type, depth + 1);
  Text no = expr(type, depth + 1);
  if (yes.text == no.text)
    no = type->isScalar() ? literal(type) : construct(type, policy.maxExprDepth);
  if (random.chance(policy.whereCall))
    return primary("wp.where(" + test.text + ", " + yes.text + ", " + no.text + ")");
  return {yes.in(Precedence::Or) + " if " + test.in(Precedence::Or) + " else " + no.in(Precedence::Ternary),
          Precedence::Ternary};
}

/// What stands first in a comparison, its signs aside.
static StringRef tested(const Text &comparison) { return StringRef(comparison.text).split(' ').first.ltrim("+-~"); }

Text KernelBuilder::condition(unsigned depth) {
  if (depth < 2 && random.chance(policy.logicalJoin)) {
    Text left = comparison(depth + 1);
    Text right = comparison(depth + 1);
    // Two tests of one variable are likely to rule each other out.
    if (tested(left) == tested(right))
      return left;
    bool both = random.chance(policy.even);
    return both ? infix(left, "and", right, Precedence::And) : infix(left, "or", right, Precedence::Or);
  }
  Text test = comparison(depth);
  if (random.chance(policy.negateCondition))
    return {"not " + test.in(Precedence::Not), Precedence::Not};
  return test;
}

Text KernelBuilder::comparison(unsigned depth) {
  llvm::SmallVector<const Type *, 8> candidates;
  for (const Symbol &symbol : scope.symbols)
    if (symbol.isValue() && symbol.type->isScalar() && !symbol.type->isBool())
      candidates.push_back(symbol.type);
  const Type *type = candidates.empty() ? types.float32() : random.pick<const Type *>(candidates);
  static constexpr StringRef floatOps[] = {"<", ">", "<=", ">="};
  static constexpr StringRef intOps[] = {"<", ">", "<=", ">=", "==", "!="};
  bool isComputed = random.chance(policy.computedComparison);
  Text left = isComputed ? operation(type, std::max(depth, policy.maxExprDepth - 1)) : variableLeaf(type);
  // Bits that are masked out can make a comparison with a literal foregone.
  bool isMasked = isComputed && type->isInteger();
  bool useLiteral = !isMasked && random.chance(policy.compareWithLiteral);
  Text right = isMasked ? variableLeaf(type) : useLiteral ? literal(type) : leaf(type, depth);
  StringRef op = type->isFloat() ? random.pick<StringRef>(floatOps) : random.pick<StringRef>(intOps);
  if (StringRef(left.text).ltrim("+-~") == right.text)
    right = literal(type);
  return infix(left, op, right, Precedence::Compare);
}

Text KernelBuilder::helperCall(HelperFunc &func, unsigned depth) {
  std::string text = func.name + "(";
  for (unsigned i = 0; i < func.params.size(); ++i)
    text += (i ? ", " : "") + expr(func.params[i], depth + 1).text;
  return primary(text + ")");
}

/// One scalar that depends on all of `value`: what a sum or a store takes of a value of another type.
Text KernelBuilder::scalarFrom(const Text &value, const Type *from, const ScalarType *to) {
  Text scalar = value;
  const ScalarType *held = scalarOf(from);
  if (isa<VectorType>(from) || isa<QuaternionType>(from))
    scalar = primary("wp.dot(" + value.text + ", " + value.text + ")");
  else if (auto *matrix = dyn_cast<MatrixType>(from))
    scalar = matrix->rows() == matrix->columns() ? primary("wp.trace(" + value.text + ")")
                                                 : primary("wp.ddot(" + value.text + ", " + value.text + ")");
  else if (auto *structType = dyn_cast<StructType>(from)) {
    scalar = primary(value.text + "." + structType->fields().front().name);
    return scalarFrom(scalar, structType->fields().front().type, to);
  }
  if (held->isBool()) {
    Text one = cast(to, primary(to->isFloat() ? "1.0" : "1"));
    Text zero = cast(to, primary(to->isFloat() ? "0.0" : "0"));
    return primary("wp.where(" + scalar.text + ", " + one.text + ", " + zero.text + ")");
  }
  return held == to ? scalar : primary(annotation(to) + "(" + scalar.text + ")");
}
