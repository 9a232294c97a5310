// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Legalize.h"
#include "llvm/ADT/StringExtras.h"

using namespace kt;
using namespace kt::ir;

namespace {

/// One format and its arguments, rewritten from left to right.
class FormatRewriter {
public:
  FormatRewriter(Op &op, Module &module) : module(module), builder(module, *op.parentRegion(), &op), rest(op.text()) {
    builder.loc = op.loc;
    waiting.append(op.operands().begin(), op.operands().end());
  }

  void run() {
    while (!rest.empty()) {
      size_t percent = std::min(rest.find('%'), rest.size());
      format += rest.take_front(percent);
      rest = rest.drop_front(percent);
      if (rest.consume_front("%%"))
        format += "%%";
      else if (rest.consume_front("%"))
        rewriteConversion();
    }
  }

  std::string format;
  llvm::SmallVector<Value *, 4> arguments;

private:
  // %[flags][width][.precision][length]conversion
  void rewriteConversion() {
    StringRef flags = rest.take_while([](char c) { return llvm::isDigit(c) || StringRef("-+ #.").contains(c); });
    StringRef length =
        rest.drop_front(flags.size()).take_while([](char c) { return StringRef("hlLqjzt").contains(c); });
    StringRef tail = rest.drop_front(flags.size() + length.size());
    char conversion = tail.empty() ? '\0' : tail.front();
    bool isInteger = StringRef("diuxXoc").contains(conversion), isReal = StringRef("fFeEgGaA").contains(conversion);
    bool isKnown =
        conversion && (isInteger || isReal) && waitingIndex < waiting.size() && waiting[waitingIndex]->type->isScalar();
    if (!isKnown) {
      format += "%%"; // stands for itself, as there is nothing to convert
      return;
    }
    Value *argument = waiting[waitingIndex++];
    rest = tail.drop_front();
    format += '%';
    format += flags;
    if (isReal)
      addReal(argument, conversion);
    else
      addInteger(argument, conversion);
  }

  void addReal(Value *argument, char conversion) {
    const ScalarType *type = cast<ScalarType>(argument->type);
    bool passesAsDouble = type->scalarKind() == ScalarKind::Float32 || type->scalarKind() == ScalarKind::Float64;
    arguments.push_back(passesAsDouble ? argument : builder.cast(argument, scalar(ScalarKind::Float64)));
    format += conversion;
  }

  void addInteger(Value *argument, char conversion) {
    const ScalarType *type = cast<ScalarType>(argument->type);
    bool isWide = type->isFloat() || type->bitWidth() == 64;
    bool isSigned = StringRef("dic").contains(conversion);
    ScalarKind wanted = isWide     ? isSigned ? ScalarKind::Int64 : ScalarKind::UInt64
                        : isSigned ? ScalarKind::Int32
                                   : ScalarKind::UInt32;
    if (conversion == 'c') {
      wanted = ScalarKind::Int32;
      isWide = false;
    }
    arguments.push_back(type->scalarKind() == wanted ? argument : builder.cast(argument, scalar(wanted)));
    if (isWide)
      format += "ll";
    format += conversion;
  }

  const ScalarType *scalar(ScalarKind kind) { return module.types.scalar(kind); }

  Module &module;
  Builder builder;
  StringRef rest;
  llvm::SmallVector<Value *, 4> waiting;
  unsigned waitingIndex = 0;
};

} // namespace

void kt::legalizePrintf(Module &module) {
  forEachOp(module, [&](Op &op) {
    if (op.kind() != OpKind::Printf)
      return;
    FormatRewriter rewriter(op, module);
    rewriter.run();
    Builder builder(module, *op.parentRegion(), &op);
    builder.loc = op.loc;
    builder.printf(module.save(rewriter.format), rewriter.arguments);
    op.erase();
  });
}
