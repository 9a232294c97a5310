// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Motifs that loop. Trip counts are constants, array lengths or clamped parameters: every loop ends.

#include "KernelBuilder.h"
#include "llvm/ADT/STLExtras.h"

using namespace kt;

namespace {
constexpr StringRef loopIndexNames[] = {"j", "k", "m", "step", "it", "idx", "p", "q", "r", "c"};
constexpr StringRef totalNames[] = {"acc", "total", "accum", "summed", "energy", "weight", "score", "result"};
} // namespace

/// `for j in range(…):`, and the index in scope. Over the length of an input half of the time that there is one.
Symbol KernelBuilder::loopHeader() {
  ++kernel.shape.loops;
  llvm::SmallVector<std::string, 4> arrays;
  for (const Symbol &symbol : scope.symbols)
    if (symbol.role == Symbol::Role::Input && llvm::cast<ArrayType>(symbol.type)->rank() == 1)
      arrays.push_back(symbol.name);
  Symbol index{freshName(loopIndexNames), types.int32(), Symbol::Role::Index};
  std::string range;
  if (!arrays.empty() && random.chance(policy.boundFromShape)) {
    index.boundedBy = random.pick<std::string>(arrays);
    bool stepped = random.chance(policy.steppedRange);
    range = stepped ? "0, " + index.boundedBy + ".shape[0], " + std::to_string(random.in(policy.shapeStride))
                    : index.boundedBy + ".shape[0]";
  } else {
    unsigned trips = random.in(policy.tripCount);
    range = std::to_string(trips);
    if (random.chance(policy.steppedRange)) {
      bool down = random.chance(policy.even);
      unsigned stride = random.in(policy.stride);
      range = down ? std::to_string(trips) + ", 0, -" + std::to_string(stride)
                   : "1, " + std::to_string(trips + 2) + ", " + std::to_string(stride + 1);
    } else if (Symbol *count = pickCount(); count && random.chance(policy.boundFromParam)) {
      count->isUnread = false;
      range = "wp.min(" + count->name + ", " + std::to_string(trips + 16) + ")";
    }
  }
  line("for " + index.name + " in range(" + range + "):");
  return index;
}

/// An int parameter, if there is one.
Symbol *KernelBuilder::pickCount() {
  llvm::SmallVector<Symbol *, 4> counts;
  for (Symbol &symbol : scope.symbols)
    if (symbol.role == Symbol::Role::Param && symbol.type == types.int32())
      counts.push_back(&symbol);
  return counts.empty() ? nullptr : random.pick<Symbol *>(counts);
}

/// `if …: break` or `continue`.
void KernelBuilder::loopJump() {
  ++kernel.shape.branches;
  line("if " + condition(1).text + ":");
  bool leaves = random.chance(policy.breakRather);
  nested([&] { line(leaves ? "break" : "continue"); });
}

/// acc = acc + term, or an extremum, or a damped sum: as one draw says.
void KernelBuilder::accumulate(const std::string &name, const Type *type, size_t mark) {
  Text term = withUnread(newValue(type, name), type, mark);
  unsigned form = type->isFloat() ? random.weighted(policy.accumulateForms) : 0;
  Text damped = primary(name);
  if (form == 3)
    damped = operatorText("mul", {damped, literal(type)});
  if (form == 0 && random.chance(policy.augmented))
    line(name + " += " + term.text);
  else if (form == 1 || form == 2)
    line(name + (form == 1 ? " = wp.max(" : " = wp.min(") + name + ", " + term.text + ")");
  else
    line(name + " = " + operatorText("add", {damped, term}).text);
  wasAssigned(name);
}

/// The start of an accumulator, in the form that lets a loop change it.
Symbol &KernelBuilder::defineTotal(const Type *type) {
  Text start = type->isScalar() ? primary(annotation(type) + "(" + (type->isFloat() ? "0.0" : "0") + ")")
                                : primary(annotation(type) + "()");
  return define(random.pick<StringRef>(totalNames), type, start);
}

// acc = float(0.0); for j in range(n): acc += expr
void KernelBuilder::motifReduce(unsigned depth) {
  const Type *type = payload();
  if (type->isQuaternion())
    type = floatPayload();
  std::string total = defineTotal(type).name;
  Symbol index = loopHeader();
  nested([&] {
    size_t mark = scope.enterBlock();
    scope.add(index);
    if (random.chance(policy.loopLocal))
      motifDefine(depth + 1);
    if (random.chance(policy.jump))
      loopJump();
    if (depth + 1 < profile.maxBlockDepth && random.chance(policy.nestInArm))
      motif(Motif::Branch, depth + 1);
    accumulate(total, type, mark);
  });
}

// for j in range(n): for k in range(m): …
void KernelBuilder::motifPairLoop(unsigned depth) {
  const Type *type = payload();
  if (type->isQuaternion())
    type = floatPayload();
  std::string total = defineTotal(type).name;
  unsigned levels = random.chance(policy.tripleLoop) ? 3 : 2;
  nestLoops(levels, total, type, depth);
}

void KernelBuilder::nestLoops(unsigned levels, const std::string &total, const Type *type, unsigned depth) {
  Symbol index = loopHeader();
  nested([&] {
    size_t mark = scope.enterBlock();
    scope.add(index);
    if (levels > 1) {
      bool ownTotal = random.chance(policy.innerTotal);
      std::string inner = ownTotal ? defineTotal(type).name : total;
      nestLoops(levels - 1, inner, type, depth + 1);
      if (ownTotal)
        accumulate(total, type, mark);
    } else {
      if (random.chance(policy.loopLocal))
        motifDefine(depth + 1);
      if (random.chance(policy.jump))
        loopJump();
      accumulate(total, type, mark);
    }
  });
}

// while k < limit and err > tolerance: …
void KernelBuilder::motifIterate(unsigned depth) {
  const ScalarType *scalar = floatPayload();
  static constexpr StringRef errorNames[] = {"err", "residual", "delta", "gap", "change"};
  ++kernel.shape.loops;
  std::string value = define("", scalar, newValue(scalar, "", 2)).name;
  std::string error = define(random.pick<StringRef>(errorNames), scalar, cast(scalar, primary("1.0"))).name;
  std::string counter = freshName(loopIndexNames);
  line(counter + " = int(0)");
  std::string tolerance = cast(scalar, primary("0.00" + std::to_string(random.in(policy.lastDigit)))).text;
  line("while " + counter + " < " + std::to_string(random.in(policy.whileLimit)) + " and " + error + " > " + tolerance +
       ":");
  nested([&] {
    scope.add({counter, types.int32(), Symbol::Role::Index});
    Text goal = newValue(scalar);
    Text half = cast(scalar, primary("0." + std::to_string(random.in(policy.relaxationTenths))));
    std::string next = define("", scalar,
                              infix(infix(half, "*", primary(value), Precedence::Multiply), "+",
                                    operatorText("mul", {half, goal}), Precedence::Add))
                           .name;
    line(error + " = wp.abs(" + next + " - " + value + ")");
    line(value + " = " + next);
    if (depth + 1 < profile.maxBlockDepth && random.chance(policy.nestInArm))
      motif(Motif::Update, depth + 1);
    line(counter + " += 1");
  });
  wasUsed(error);
  wasAssigned(value);
  scope.add({counter, types.int32(), Symbol::Role::Index});
}

// for step in range(n): v = v + dt * force(x); x = x + dt * v
void KernelBuilder::motifIntegrate(unsigned) {
  const Type *type =
      mainType->isVector() && scalarOf(mainType)->isFloat() ? mainType : static_cast<const Type *>(floatPayload());
  const ScalarType *scalar = scalarOf(type);
  std::string position = define("pos", type, newValue(type, "", 2)).name;
  std::string velocity = define("vel", type, newValue(type, "", 2)).name;
  static constexpr StringRef stepNames[] = {"dt", "h", "tau", "substep"};
  Text stepSize = cast(scalar, primary("0.0" + std::to_string(random.in(policy.lastDigit))));
  std::string dt = define(random.pick<StringRef>(stepNames), scalar, stepSize).name;
  Symbol index = loopHeader();
  nested([&] {
    scope.add(index);
    Text force = operatorText("sub", {expr(type, 2), operatorText("mul", {primary(position), leaf(scalar, 3)})});
    line(velocity + " = " + operatorText("add", {primary(velocity), operatorText("mul", {force, primary(dt)})}).text);
    line(position + " = " +
         operatorText("add", {primary(position), operatorText("mul", {primary(velocity), primary(dt)})}).text);
    if (random.chance(policy.jump))
      loopJump();
  });
  wasAssigned(position);
  wasUsed(velocity);
  wasUsed(dt);
}

// found = int(-1); for j in range(n): if …: found = j; break
void KernelBuilder::motifSearch(unsigned) {
  static constexpr StringRef names[] = {"found", "first", "hit", "best", "match_at"};
  std::string found = freshName(names);
  line(found + " = int(-1)");
  Symbol index = loopHeader();
  nested([&] {
    scope.add(index);
    ++kernel.shape.branches;
    line("if " + comparisonWith(index).text + ":");
    nested([&] {
      line(found + " = " + index.name);
      line("break");
    });
  });
  scope.add({found, types.int32(), Symbol::Role::Local});
}

/// A condition that depends on the loop index.
Text KernelBuilder::comparisonWith(const Symbol &index) {
  const ScalarType *scalar = types.float32();
  Text position = index.boundedBy.empty() ? operatorText("mul", {primary("float(" + index.name + ")"), literal(scalar)})
                                          : scalarFrom(primary(index.boundedBy + "[" + index.name + "]"),
                                                       elementType(index.boundedBy), scalar);
  return infix(position, random.chance(policy.even) ? ">" : "<", expr(scalar, 2), Precedence::Compare);
}

const Type *KernelBuilder::elementType(StringRef array) const {
  for (const Symbol &symbol : scope.symbols)
    if (symbol.name == array)
      return llvm::cast<ArrayType>(symbol.type)->element();
  llvm_unreachable("no such array");
}
