// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which values a gradient flows through: those that depend on an array of floats and that an array of floats depends
// on. Variables count as a whole, wherever they are set and read.

#ifndef KT_LIB_DIFFERENTIATE_ACTIVITY_H
#define KT_LIB_DIFFERENTIATE_ACTIVITY_H

#include "Places.h"

namespace kt {

class Activity {
public:
  explicit Activity(const ir::Function &kernel);

  bool isActive(const ir::Value *value) const { return varied.contains(value) && useful.contains(value); }
  bool isActive(const ir::Op *variable) const { return isActive(variable->result()); }

private:
  llvm::DenseSet<const ir::Value *> varied, useful; // a variable's stands for its content
  bool changed = false;

  void vary(const ir::Value *value);
  void use(const ir::Value *value);
  void useOperands(const ir::Op &op);
  void spreadForward(const ir::Region &region);
  void spreadForward(const ir::Op &op);
  void spreadBackward(const ir::Region &region);
  void spreadBackward(const ir::Op &op);
};

} // namespace kt

#endif
