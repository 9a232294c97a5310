// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What instructions there are. Each names its slots, in their order.

#ifndef KT_LIB_INTERPRET_INSTRUCTIONS_H
#define KT_LIB_INTERPRET_INSTRUCTIONS_H

#include "Program.h"

namespace kt {

// Values
Handler copyFor(size_t size);      // to, from; number: bytes
Handler loadFor(size_t size);      // to, the slot of an address, an offset; number: bytes
Handler storeFor(size_t size);     // the slot of an address, an offset, from; number: bytes
extern const Handler clearBytes;   // to; number: bytes
extern const Handler readThreadId; // to; number: dimension
extern const Handler runBuiltin;   // results, operands

// Addresses
extern const Handler viewVariable;      // to, a fixed array
extern const Handler findElement;       // to, array, indices
extern const Handler findComponent;     // to, base, index; number: bytes of a component
extern const Handler findComponentFrom; // to, the slot of an address, an offset, index; likewise

// Variables without a first value
extern const Handler markSet; // the flag
extern const Handler checkSet;

// Jumps
extern const Handler jump;
extern const Handler jumpIfFalse;      // condition
Handler enterLoopFor(ScalarKind kind); // counter, start, stop, step; to the end if there is no round
Handler nextRoundFor(ScalarKind kind); // counter, stop, step; to the head if there is one more
extern const Handler enterFunction;    // where the return address goes
extern const Handler leaveFunction;    // where the return address is
extern const Handler endThread;

} // namespace kt

#endif
