// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Motifs without loops of their own.

#include "KernelBuilder.h"
#include "llvm/ADT/STLExtras.h"

using namespace kt;

// name = expr
void KernelBuilder::motifDefine(unsigned) {
  const Type *type = payload();
  define("", type, newValue(type, "", 0));
}

// name += expr
void KernelBuilder::motifUpdate(unsigned) { update(numericLocal(), scope.enterBlock()); }

// if condition: …
void KernelBuilder::motifBranch(unsigned depth) {
  numericLocal(); // something to change in the arms
  ++kernel.shape.branches;
  line("if " + condition(0).text + ":");
  nested([&] { block(depth + 1); });
  if (random.chance(policy.elseArm)) {
    line("else:");
    nested([&] { block(depth + 1); });
  }
}

// if …: elif …: … else: — each arm gives one variable its value
void KernelBuilder::motifChain(unsigned depth) {
  const Symbol &local = numericLocal();
  std::string target = local.name;
  const Type *type = local.type;
  unsigned arms = random.in(policy.chainArms);
  for (unsigned i = 0; i < arms; ++i) {
    ++kernel.shape.branches;
    line((i ? "elif " : "if ") + condition(0).text + ":");
    nested([&] {
      if (depth + 1 < profile.maxBlockDepth && random.chance(policy.nestInArm))
        block(depth + 1);
      assign(target, type, /*numericUpdate=*/random.chance(policy.augmented));
    });
  }
  line("else:");
  nested([&] { assign(target, type, false); });
}

// v[i] = expr; m[i, j] = expr
void KernelBuilder::motifSetComponent(unsigned) {
  Symbol *holder = pickLocal([](const Symbol &symbol) { return symbol.type->isVector() || symbol.type->isMatrix(); });
  if (!holder) {
    const Type *type = mainType->isVector() || mainType->isMatrix()
                           ? mainType
                           : types.vector(random.in(policy.vectorLength), floatPayload());
    holder = &define("", type, newValue(type));
  }
  std::string name = holder->name;
  const ScalarType *element = scalarOf(holder->type);
  std::string subscript;
  if (auto *matrix = dyn_cast<MatrixType>(holder->type)) {
    unsigned row = random.below(matrix->rows());
    unsigned column = random.below(matrix->columns());
    subscript = std::to_string(row) + ", " + std::to_string(column);
  } else {
    subscript = std::to_string(random.below(componentCount(holder->type)));
  }
  bool augmented = random.chance(policy.augmented);
  line(name + "[" + subscript + "]" + (augmented ? " += " : " = ") + expr(element, 1).text);
  wasAssigned(name);
}

// a, b = b, a
void KernelBuilder::motifSwap(unsigned) {
  Symbol *first = pickLocal([](const Symbol &symbol) { return symbol.type->isFloat() || symbol.type->isVector(); });
  if (!first)
    first = &numericLocal();
  std::string firstName = first->name;
  const Type *type = first->type;
  Symbol *second = pickLocal([&](const Symbol &symbol) { return symbol.type == type && symbol.name != firstName; });
  std::string secondName = second ? second->name : define("", type, newValue(type)).name;
  wasAssigned(firstName);
  wasAssigned(secondName);
  if (random.chance(policy.swapUnderCondition)) {
    ++kernel.shape.branches;
    line("if " + condition(1).text + ":");
    nested([&] { line(firstName + ", " + secondName + " = " + secondName + ", " + firstName); });
    return;
  }
  Text sum = operatorText("add", {primary(firstName), primary(secondName)});
  line(firstName + ", " + secondName + " = " + secondName + ", " + sum.text);
}

// wp.atomic_add(total, 0, expr)
void KernelBuilder::motifAtomic(unsigned depth) {
  static constexpr StringRef operations[] = {"atomic_add", "atomic_add", "atomic_sub", "atomic_min", "atomic_max"};
  const ScalarType *scalar = random.chance(policy.intAtomic) ? types.int32() : types.float32();
  std::string array = paramName(types.array(scalar, 1), Symbol::Role::Output);
  params.push_back({array, types.array(scalar, 1)});
  StringRef operation = random.pick<StringRef>(operations);
  Text value = newValue(scalar);
  if (random.chance(policy.atomicUnderCondition) && depth < profile.maxBlockDepth) {
    ++kernel.shape.branches;
    line("if " + condition(0).text + ":");
    nested([&] { line("wp." + operation + "(" + array + ", 0, " + value.text + ")"); });
    return;
  }
  bool asAugmented =
      random.chance(policy.atomicAsAugmented) && (operation == "atomic_add" || operation == "atomic_sub");
  if (asAugmented)
    line(array + "[0] " + (operation == "atomic_add" ? "+= " : "-= ") + value.text);
  else
    line("wp." + operation + "(" + array + ", 0, " + value.text + ")");
}

// bin = clamp(int(expr * bins)); wp.atomic_add(counts, bin, 1)
void KernelBuilder::motifHistogram(unsigned) {
  bool weighted = random.chance(policy.weightedHistogram);
  const ScalarType *scalar = weighted ? types.float32() : types.int32();
  std::string array = paramName(types.array(scalar, 1), Symbol::Role::Output);
  params.push_back({array, types.array(scalar, 1)});
  static constexpr StringRef binNames[] = {"bin", "bucket", "slot", "cell"};
  Text position = newValue(types.float32());
  Text bin = primary("wp.clamp(int(" + position.in(Precedence::Ternary) + "), 0, " + array + ".shape[0] - 1)");
  std::string name = freshName(binNames);
  line(name + " = " + bin.text);
  scope.add({name, types.int32(), Symbol::Role::Index, 1});
  Text amount = weighted ? expr(types.float32(), 2) : smallLiteral(types.int32(), policy.histogramAmount);
  line("wp.atomic_add(" + array + ", " + name + ", " + amount.text + ")");
}

// left = x[wp.max(i - 1, 0)]; right = x[wp.min(i + 1, x.shape[0] - 1)]; …
void KernelBuilder::motifNeighbors(unsigned) {
  unsigned rank = indexNames.size();
  const Type *element = mainType->isInteger() ? types.float32() : mainType;
  const Type *arrayType = types.array(element, rank);
  std::string array;
  for (const Symbol &symbol : scope.symbols)
    if (symbol.role == Symbol::Role::Input && symbol.type == arrayType)
      array = symbol.name;
  if (array.empty()) {
    array = paramName(arrayType, Symbol::Role::Input);
    params.push_back({array, arrayType});
  }
  unsigned axis = random.below(rank);
  auto at = [&](const std::string &index) {
    std::string subscript;
    for (unsigned i = 0; i < rank; ++i)
      subscript += (i ? ", " : "") + (i == axis ? index : indexNames[i]);
    return primary(array + "[" + subscript + "]");
  };
  unsigned reach = random.in(policy.stencilReach);
  std::string offset = std::to_string(reach);
  std::string length = array + ".shape[" + std::to_string(axis) + "]";
  bool wraps = random.chance(policy.periodicStencil);
  std::string below = wraps ? "(" + indexNames[axis] + " - " + offset + " + " + length + ") % " + length
                            : "wp.max(" + indexNames[axis] + " - " + offset + ", 0)";
  std::string above = wraps ? "(" + indexNames[axis] + " + " + offset + ") % " + length
                            : "wp.min(" + indexNames[axis] + " + " + offset + ", " + length + " - 1)";
  static constexpr StringRef lowerNames[] = {"left", "below", "prev", "west", "lower"};
  static constexpr StringRef upperNames[] = {"right", "above", "succ", "east", "upper"};
  std::string low = define(random.pick<StringRef>(lowerNames), element, at(below)).name;
  std::string high = define(random.pick<StringRef>(upperNames), element, at(above)).name;
  wasUsed(low);
  wasUsed(high);
  Text difference = operatorText("sub", {primary(high), primary(low)});
  if (random.chance(policy.secondDifference)) {
    Text middle = at(indexNames[axis]);
    difference = operatorText(
        "add", {operatorText("sub", {primary(high), middle}), operatorText("sub", {primary(low), middle})});
  }
  static constexpr StringRef resultNames[] = {"slope", "laplacian", "gradient", "flux", "diff"};
  define(random.pick<StringRef>(resultNames), element, operatorText("mul", {difference, leaf(scalarOf(element), 3)}));
}

// y = ((a * x + b) * x + c) * x + d
void KernelBuilder::motifHorner(unsigned) {
  const ScalarType *scalar = floatPayload();
  std::string x = define("", scalar, newValue(scalar, "", 2)).name;
  wasUsed(x);
  Text value = literal(scalar);
  unsigned degree = random.in(policy.polynomialDegree);
  for (unsigned i = 0; i < degree; ++i) {
    Text product = operatorText("mul", {value, primary(x)});
    bool add = random.chance(policy.addRather);
    value = operatorText(add ? "add" : "sub",
                         {product, random.chance(policy.literalCoefficient) ? literal(scalar) : leaf(scalar, 3)});
  }
  static constexpr StringRef names[] = {"poly", "series", "fit", "curve", "response"};
  define(random.pick<StringRef>(names), scalar, value);
}

// h = h ^ (h >> 13); h = h * k; …
void KernelBuilder::motifHashBits(unsigned) {
  const ScalarType *scalar = types.scalar(ScalarKind::UInt32);
  static constexpr StringRef names[] = {"h", "state", "bits", "key", "seed"};
  std::string name = freshName(names);
  line(name + " = wp.uint32(" + expr(types.int32(), 2).text + ")");
  scope.add({name, scalar, Symbol::Role::Local});
  auto number = [&](unsigned value) { return "wp.uint32(" + std::to_string(value) + ")"; };
  unsigned rounds = random.in(policy.hashRounds);
  for (unsigned i = 0; i < rounds; ++i) {
    bool right = random.chance(policy.shiftRight);
    line(name + " = " + name + " ^ (" + name + (right ? " >> " : " << ") + number(random.in(policy.hashShift)) + ")");
    line(name + " = " + name + (random.chance(policy.even) ? " * " : " + ") +
         number(random.in(policy.hashConstant) | 1));
  }
  wasUsed(name);
  define("noise", types.float32(),
         primary("float(" + name + " & " + number((1u << random.in(policy.hashBits)) - 1) + ") * " +
                 literal(types.float32()).text));
}
