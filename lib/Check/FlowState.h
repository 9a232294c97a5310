// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which variables have surely been assigned at one point of a function. No statement takes an assignment back, so a set
// only grows along a path, and one walk over structured code is enough.

#ifndef KT_LIB_CHECK_FLOWSTATE_H
#define KT_LIB_CHECK_FLOWSTATE_H

#include "llvm/ADT/SmallBitVector.h"

namespace kt {

class FlowState {
public:
  bool isReachable() const { return reachable; }
  /// Nothing comes by here: after `return`, `break`, `continue`, or a loop that never ends.
  void setUnreachable() { reachable = false; }
  static FlowState unreachable() {
    FlowState state;
    state.reachable = false;
    return state;
  }

  /// Where nothing comes by, everything is as well as assigned.
  bool isAssigned(unsigned variable) const {
    return !reachable || (variable < assigned.size() && assigned.test(variable));
  }
  void assign(unsigned variable) {
    if (variable >= assigned.size())
      assigned.resize(variable + 1);
    assigned.set(variable);
  }

  /// What holds where two paths meet.
  void join(const FlowState &other) {
    if (!other.reachable)
      return;
    if (!reachable) {
      *this = other;
      return;
    }
    // &= keeps what lies beyond the shorter vector's end.
    if (assigned.size() > other.assigned.size())
      assigned.resize(other.assigned.size());
    assigned &= other.assigned;
  }

private:
  llvm::SmallBitVector assigned;
  bool reachable = true;
};

} // namespace kt

#endif
