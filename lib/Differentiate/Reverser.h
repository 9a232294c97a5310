// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Writes the adjoint of a kernel by its plan: a forward sweep of what the reverse sweep needs, then the reverse sweep.

#ifndef KT_LIB_DIFFERENTIATE_REVERSER_H
#define KT_LIB_DIFFERENTIATE_REVERSER_H

#include "ReversePlan.h"
#include "kt/IR/Clone.h"

namespace kt {

class Reverser {
public:
  /// `primal` is without jumps and calls. The parameters of `adjoint` are those of the primal, then their gradients.
  Reverser(const ir::Function &primal, ir::Function &adjoint, ir::Module &module, const Activity &activity,
           const ReversePlan &plan);
  void run();
  /// The variables made for gradients.
  const llvm::DenseSet<const ir::Op *> &gradientVariables() const { return ownVariables; }

private:
  using Value = ir::Value;
  using Op = ir::Op;
  using Region = ir::Region;

  const ir::Function &primal;
  ir::Module &module;
  const Activity &activity;
  const ReversePlan &plan;
  ir::Builder b;
  static constexpr unsigned snapshots = 16, ring = 16; // of a loop whose rounds are kept in part
  Region *top =
      nullptr; // of the run that is being written: what the forward sweep leaves for the reverse sweep stands here

  // Values of the primal
  // --------------------
  ir::ValueMap env;
  /// Variables that hold a value of a branch for the branch's reverse, or a content for a loop's.
  llvm::DenseMap<const Value *, Value *> hoisted;
  /// What the forward sweep leaves of a loop.
  struct LoopRecord {
    llvm::SmallVector<std::pair<const Op *, Value *>, 4> contents; // kept: a value, or a variable that holds it
    Value *rounds = nullptr;                                       // a variable, or the number itself
    Value *kept = nullptr;                                         // a variable of a Kept type
    llvm::SmallVector<Value *, 4> ring;      // variables of fixed arrays, for each restored variable
    llvm::SmallVector<Value *, 4> snapshots; // and for each carried one
  };
  llvm::DenseMap<const Op *, LoopRecord> records;

  Region &here() const { return b.insertionRegion(); }
  bool isVisible(const Value &value) const;
  /// The place before what holds the insertion point in `region`.
  ir::Builder before(Region &region);
  Value *use(const Value *value);
  Value *variable(const Op &var);
  Value *leaveVisible(Value *value);

  void forward(const Region &region, const SweepPlan &sweep);
  void run(const Region &region, const Slice &slice, const SweepPlan *sweep);
  void runOp(const Op &op, const Slice &slice, const SweepPlan *sweep);
  void keep(const Op &loop);
  Op &runLoop(const Op &loop, const Slice &slice, llvm::function_ref<void(Value *induction)> atStart = {},
              llvm::function_ref<void()> atEnd = {});
  void runForward(const Op &loop, const Slice &slice);
  void makeRecord(const Op &loop);
  void record(const Op &loop, Value *round);
  Value *slotOf(Value *array, Value *index);
  Value *inductionAt(const Op &loop, Value *round);

  // Gradients
  // ---------
  struct Gradient {
    Value *value = nullptr;    // what has come together so far, or
    Value *variable = nullptr; // the variable that it is in
  };
  llvm::DenseMap<const Value *, Gradient> gradients;
  llvm::DenseMap<const Region *, Region *> homes; // of the primal's regions: where its values' gradients are kept
  llvm::DenseSet<const Op *> ownVariables;
  llvm::DenseMap<const Value *, Value *> gradientArrays;

  Region &homeOf(const Value &value);
  Value *gradientVariable(const Value *value);
  void addToVariable(const Value *value, Value *amount);
  void add(const Value *value, Value *amount);
  void addTo(Value *place, Value *amount);
  Value *sum(Value *left, Value *right);
  Value *gradientOf(const Value *value); // null while it is zero
  Value *gradientPlace(const Value *place, Value *root);
  Value *gradientArray(const Value *array);
  llvm::SmallVector<Value *, 5> elementOf(const Op &element);

  // The reverse sweep
  // -----------------
  void reverse(const Region &region);
  void reverse(const Op &op);
  void reverseLoad(const Op &op);
  void reverseStore(const Op &op);
  void reverseBuiltin(const Op &op);
  void reverseConstruct(const Op &op, Value *gradient);
  void reversePart(const Op &op, Value *gradient);
  void reverseIf(const Op &op);
  void reverseLoop(const Op &op);
  void reverseRounds(const Op &loop, Value *round, Value *induction);
  void replay(const Op &loop, Value *round);
};

} // namespace kt

#endif
