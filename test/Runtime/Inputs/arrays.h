// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One array of each type that matters.

struct Arrays {
  wp::array_t<bool> flags;
  wp::array_t<wp::int8> i8;
  wp::array_t<wp::uint8> u8;
  wp::array_t<wp::int16> i16;
  wp::array_t<wp::uint16> u16;
  wp::array_t<int> i32;
  wp::array_t<wp::uint32> u32;
  wp::array_t<wp::int64> i64;
  wp::array_t<wp::uint64> u64;
  wp::array_t<wp::half> f16;
  wp::array_t<float> f32;
  wp::array_t<double> f64;
  wp::array_t<wp::vec3b> v8;
  wp::array_t<wp::vec3i> v32i;
  wp::array_t<wp::vec3ui> v32u;
  wp::array_t<wp::vec3l> v64i;
  wp::array_t<wp::vec3ul> v64u;
  wp::array_t<wp::vec3h> v16;
  wp::array_t<wp::vec3> v32;
  wp::array_t<wp::vec3d> v64;
  wp::array_t<wp::mat_t<2, 2, wp::int8>> m8;
  wp::array_t<wp::mat_t<2, 2, int>> m32i;
  wp::array_t<wp::mat_t<2, 2, wp::uint32>> m32u;
  wp::array_t<wp::mat_t<2, 2, wp::int64>> m64i;
  wp::array_t<wp::mat_t<2, 2, wp::uint64>> m64u;
  wp::array_t<wp::mat22h> m16;
  wp::array_t<wp::mat22> m32;
  wp::array_t<wp::mat22d> m64;
  wp::array_t<wp::quath> q16;
  wp::array_t<wp::quat> q32;
  wp::array_t<wp::quatd> q64;
  wp::array_t<wp::transformh> t16;
  wp::array_t<wp::transform> t32;
  wp::array_t<wp::transformd> t64;
};
