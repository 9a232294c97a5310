// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What builtins with several results return.

#ifndef KT_RUNTIME_TUPLE_H
#define KT_RUNTIME_TUPLE_H

namespace wp {

template <class A, class B>
struct tuple2_t {
  A r0;
  B r1;
};

template <class A, class B, class C>
struct tuple3_t {
  A r0;
  B r1;
  C r2;
};

} // namespace wp

#endif
