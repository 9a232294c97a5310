// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Rules on how ops stand together: what is in sight, where jumps may stand, what regions hand back.

#include "VerifyOp.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/Support/raw_ostream.h"

namespace kt::ir {

namespace {
class Verifier {
public:
  explicit Verifier(const Module &module) : module(module), os(broken) {}
  std::string run();

private:
  const Module &module;
  std::string broken;
  llvm::raw_string_ostream os;
  const Function *function = nullptr;
  llvm::DenseSet<const Function *> known; // functions before this one
  llvm::DenseSet<const Value *> inSight;
  unsigned loops = 0; // around what is being verified

  void report(const Op &op, const llvm::Twine &rule) {
    os << "@" << function->name << ": `" << mnemonic(op.kind()) << "` " << rule << '\n';
  }
  void verifyFunction(const Function &next);
  void verifyRegion(const Region &region);
  void leave(const Region &region);
  void verifyPlace(const Op &op);
  void verifyTerminator(const Op &op);
  void verifyYield(const Op &op);
  void verifyNested(const Op &op);
  void verifyEnd(const Op &op, unsigned region, ArrayRef<const Type *> yielded);
};
} // namespace

/// Does region `number` of `op` hand something back?
static bool wantsYield(const Op &op, unsigned number) {
  return op.kind() == OpKind::If ? op.resultCount() != 0 : op.kind() == OpKind::While && number == 0;
}

// Around an op
// ------------

void Verifier::verifyPlace(const Op &op) {
  for (const Value *operand : op.operands())
    if (operand && !inSight.contains(operand))
      report(op, "uses a value that is not made before it");
  if (op.kind() == OpKind::Call && std::holds_alternative<Function *>(op.anyPayload()) && !known.contains(&op.callee()))
    report(op, "calls a function that does not stand before @" + function->name);
  if (op.isTerminator())
    verifyTerminator(op);
}

void Verifier::verifyTerminator(const Op &op) {
  if (op.next())
    report(op, "is not the last op of its region");
  if (op.kind() == OpKind::Yield)
    return verifyYield(op);
  if (op.kind() != OpKind::Return) {
    if (loops == 0)
      report(op, "stands outside of a loop");
    return;
  }
  bool matches = op.operands().size() == function->results.size();
  for (unsigned i = 0; matches && i != op.operands().size(); ++i)
    matches = op.operand(i) && op.operand(i)->type == function->results[i];
  if (!matches)
    report(op, "does not return what @" + function->name + " returns");
}

void Verifier::verifyYield(const Op &op) {
  const Op *parent = op.parentOp();
  if (!parent) {
    report(op, "stands in no op");
    return;
  }
  unsigned number = parent->regionCount() > 1 && &parent->region(1) == op.parentRegion();
  if (!wantsYield(*parent, number))
    report(op, "stands in a region that hands nothing back");
}

// Below an op
// -----------

/// Region `number` of `op` ends in a yield of exactly these types.
void Verifier::verifyEnd(const Op &op, unsigned number, ArrayRef<const Type *> yielded) {
  const Op *end = op.region(number).terminator();
  if (!end || end->kind() != OpKind::Yield)
    return report(op, "has a region that does not end in a yield");
  bool matches = end->operands().size() == yielded.size();
  for (unsigned i = 0; matches && i != yielded.size(); ++i)
    matches = end->operand(i) && end->operand(i)->type == yielded[i];
  if (!matches)
    report(op, "has a region that yields something else than is wanted");
}

void Verifier::verifyNested(const Op &op) {
  if (op.kind() == OpKind::If && op.regionCount() == 2 && op.resultCount() != 0) {
    llvm::SmallVector<const Type *, 2> results;
    for (unsigned i = 0; i != op.resultCount(); ++i)
      results.push_back(op.result(i)->type);
    verifyEnd(op, 0, results);
    verifyEnd(op, 1, results);
  }
  if (op.kind() == OpKind::While && op.regionCount() == 2)
    verifyEnd(op, 0, {module.types.boolean()});
  if (op.kind() == OpKind::For && op.regionCount() == 1) {
    auto arguments = op.region(0).arguments();
    if (arguments.size() != 1 || (!op.operands().empty() && arguments[0]->type != op.operand(0)->type))
      report(op, "does not have one argument of its bounds' type");
  }

  for (unsigned i = 0; i != op.regionCount(); ++i) {
    bool isBody = op.kind() == OpKind::For || (op.kind() == OpKind::While && i == 1);
    bool isCondition = op.kind() == OpKind::While && i == 0;
    unsigned outer = loops;
    loops = isCondition ? 0 : loops + isBody;
    verifyRegion(op.region(i));
    loops = outer;
  }
}

// Regions, functions, the module
// ------------------------------

void Verifier::verifyRegion(const Region &region) {
  for (const auto &argument : region.arguments()) {
    inSight.insert(argument.get());
    if (argument->isReference || !argument->type || isa<KeptType>(argument->type))
      os << "@" << function->name << ": a region's argument is not a value of a type\n";
  }
  for (const Op &op : region.ops()) {
    verifyPlace(op);
    verifyOp(op, module.types, [&](const llvm::Twine &rule) { report(op, rule); });
    verifyNested(op);
    for (unsigned i = 0; i != op.resultCount(); ++i)
      inSight.insert(op.result(i));
  }
  leave(region);
}

void Verifier::leave(const Region &region) {
  for (const auto &argument : region.arguments())
    inSight.erase(argument.get());
  for (const Op &op : region.ops())
    for (unsigned i = 0; i != op.resultCount(); ++i)
      inSight.erase(op.result(i));
}

void Verifier::verifyFunction(const Function &next) {
  function = &next;
  size_t before = broken.size();
  verifyRegion(function->body);
  if (function->isKernel() && !function->results.empty())
    os << "@" << function->name << ": a kernel returns something\n";
  if (!function->results.empty() && fallsThrough(function->body))
    os << "@" << function->name << ": its end is reached without a return\n";
  if (broken.size() == before && function->effects < effectsOf(*function))
    os << "@" << function->name << ": does more to memory than its `effects` say\n";
  known.insert(function);
}

std::string Verifier::run() {
  for (const std::unique_ptr<Function> &next : module.functions)
    verifyFunction(*next);
  return std::move(broken);
}

std::string verify(const Module &module) { return Verifier(module).run(); }

} // namespace kt::ir
