// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Calls every function and operator of the runtime with every type it takes. DEVICE stands before each function.

// Integers alone.
template <class T>
static inline DEVICE void useIntegers(const wp::array_t<T> &a) {
  const T x = a[0], y = a[1];
  const wp::vec_t<3, T> u(x), v(x, y, x);
  const wp::mat_t<2, 3, T> m(x, y, x, y, x, y);
  a[2] = wp::mod(x, y);
  a[3] = wp::lshift(x, y);
  a[4] = wp::rshift(x, y);
  a[5] = wp::invert(x);
  a[6] = wp::convert<T>(1.5f);
  a[7] = wp::to_int<T>(wp::half(2.5f));
  a[8] = wp::to_int<T>(2.5);
  a[9] = wp::range_continues(x, y, x);
  wp::vec_t<3, T> w = (u & v) | (u ^ ~v);
  w = wp::lshift(w, u) + wp::rshift(w, v) + wp::mod(u, v);
  a[10] = w[-1];
  const wp::mat_t<2, 3, T> n = wp::lshift(m & ~m, m | m) ^ wp::rshift(m, m);
  a[11] = n[1][2];
  const wp::array_t<T> b = wp::view(a, wp::slice(1, wp::open, 2)), c = wp::view(b, 0, wp::slice(), -1);
  a[12] = wp::view(c, wp::slice(-1, 0, -1), 1)[0];
  const wp::indexedarray_t<T> d{b, {}, b.shape};
  const wp::indexedarray_t<T> e = wp::view(d, 0);
  wp::fixedarray_t<T, 2, 3> own = wp::fixedarray_t<T, 2, 3>();
  own(1, -1) = e[0] + d(0, 1) + T(wp::len(e)) + T(bool(d));
  a[14] = wp::view(own)(0, 1) + wp::array_at<T>(wp::uint64(a), 1, 2)(0, 1);
  a[13] = T(bool(b) && wp::uint64(c) != 0);
}

// Integers whose atomics the language has.
template <class T>
static inline DEVICE void useWideIntegers(const wp::array_t<T> &a) {
  wp::atomic_and(a, 0, a[1]);
  wp::atomic_or(a, 0, 1, a[1]);
  wp::atomic_xor(a, 0, 1, 2, a[1]);
  wp::atomic_xor(a, 0, 1, 2, 3, a[1]);
}

template <class T>
static inline DEVICE void useAtomics(const wp::array_t<T> &a, const wp::array_t<wp::vec_t<3, T>> &v,
                                     const wp::array_t<wp::mat_t<2, 2, T>> &m) {
  const T x = a[0];
  a[1] = wp::atomic_add(a, 0, x);
  a[1] = wp::atomic_sub(a, 0, 1, x);
  a[1] = wp::atomic_min(a, 0, 1, 2, x);
  a[1] = wp::atomic_max(a, 0, 1, 2, 3, x);
  a[1] = wp::atomic_exch(a, 0, x);
  a[1] = wp::atomic_cas(a, 0, x, x);
  a[1] = wp::atomic_cas(a, 0, 1, x, x);
  a[1] = wp::atomic_cas(a, 0, 1, 2, x, x);
  a[1] = wp::atomic_cas(a, 0, 1, 2, 3, x, x);
  v[1] = wp::atomic_add(v, 0, v[0]);
  v[1] = wp::atomic_min(v, 0, v[0]);
  m[1] = wp::atomic_sub(m, 0, m[0]);
  m[1] = wp::atomic_max(m, 0, m[0]);
}

// What integers and floats have.
template <class T>
static inline DEVICE void useNumbers(const wp::array_t<T> &a, const wp::array_t<bool> &flags) {
  const T x = a[0], y = a[1];
  a[2] = wp::min(x, y);
  a[3] = wp::max(x, y);
  a[4] = wp::clamp(x, y, x);
  a[5] = wp::abs(x);
  a[6] = wp::sign(x);
  a[7] = wp::step(x);
  a[8] = wp::nonzero(x);
  a[9] = wp::div(x, y);
  a[10] = wp::floordiv(x, y);
  a[11] = wp::where(flags[0], x, y);
  a[12] = wp::select(bool(a), x, y);
  flags[1] = wp::isfinite(x) || wp::isnan(x) || wp::isinf(x);

  wp::vec_t<3, T> u(x), v(x, y, x);
  u = u + v - u * x - x * u;
  u = u / x + x / v + -u + +v;
  u += v;
  u -= v;
  u *= x;
  u /= x;
  u = wp::min(u, v) + wp::max(u, v) + wp::abs(u) + wp::sign(v);
  u = wp::cw_mul(u, v) + wp::cw_div(u, v) + wp::cross(u, v);
  u[0] += x;
  a[13] = wp::min(u) + wp::max(u);
  a[14] = wp::dot(u, v) + wp::length_sq(u);
  a[15] = T(wp::argmin(u) + wp::argmax(u)) + T(wp::len(u) + wp::len(a));
  flags[2] = u == v || u != v || wp::isfinite(u) || wp::isnan(u) || wp::isinf(u);

  wp::mat_t<2, 3, T> m(x, y, x, y, x, y);
  wp::mat_t<3, 2, T> n = wp::transpose(m);
  m = m + m - m * x - x * m + m / x + x / m + -m + +m;
  m += wp::cw_mul(m, m);
  m -= wp::cw_div(m, m);
  m *= x;
  m /= x;
  m[1][-1] += x;
  a[16] = wp::trace(m * n) + wp::ddot(m, m) + T(wp::len(m));
  a[17] = wp::dot(u * n, m * u);
  a[18] = wp::trace(wp::outer(u, v) + wp::diag(u) + wp::skew(v) + wp::identity<3, T>());
  a[19] = wp::get_diag(wp::matrix_from_rows(u, v, u) + wp::matrix_from_cols(v, u, v))[0];
  flags[3] = m == m || m != m || wp::isfinite(m) || wp::isnan(m) || wp::isinf(m);

  wp::vec_t<5, T> w(x, y, x, y, x);
  a[20] = wp::dot(w, wp::vec_t<5, T>(wp::vec_t<5, float>(1.5f)));
  a[21] = wp::mat_t<2, 2, T>(wp::mat22(1.5f))[0][0];
  wp::print(x);
  wp::print(u);
  wp::print(m);
}

// Floats alone.
template <class T>
static inline DEVICE void useFloats(const wp::array_t<T> &a, const wp::array_t<wp::quat_t<T>> &q,
                                    const wp::array_t<wp::transform_t<T>> &t) {
  const T x = a[0], y = a[1];
  a[2] = wp::sin(x) + wp::cos(x) + wp::tan(x) + wp::asin(x) + wp::acos(x) + wp::atan(x) + wp::atan2(x, y);
  a[3] = wp::sinh(x) + wp::cosh(x) + wp::tanh(x) + wp::exp(x) + wp::log(x) + wp::log2(x) + wp::log10(x);
  a[4] = wp::sqrt(x) + wp::cbrt(x) + wp::pow(x, y) + wp::degrees(x) + wp::radians(x);
  a[5] = wp::erf(x) + wp::erfc(x) + wp::erfinv(x) + wp::erfcinv(x);
  a[6] = wp::round(x) + wp::rint(x) + wp::trunc(x) + wp::floor(x) + wp::ceil(x) + wp::frac(x);
  a[7] = wp::mod(x, y) + wp::smoothstep(x, y, x) + wp::lerp(x, y, x) + wp::inf<T>() + wp::nan<T>();

  const wp::vec_t<3, T> u(x, y, x), v = wp::normalize(u);
  a[8] = wp::length(u) + wp::lerp(u, v, x)[0] + wp::mod(u, v)[1];

  const wp::mat_t<2, 2, T> m2(x, y, x, y);
  const wp::mat_t<3, 3, T> m3 = wp::outer(u, v);
  const wp::mat_t<4, 4, T> m4(x);
  a[9] = wp::determinant(m2) + wp::determinant(m3) + wp::determinant(m4);
  a[10] = wp::inverse(m2)[0][0] + wp::inverse(m3)[0][0] + wp::inverse(m4)[0][0] + wp::lerp(m2, m2, x)[0][0];

  wp::quat_t<T> p(x, y, x, y), r(u, x);
  p = p * r + p - r * x - x * p + p / x + x / r + -p + +r;
  p += r;
  p -= r;
  p *= r;
  p /= x;
  p = wp::normalize(p) + wp::quat_identity<T>() + wp::lerp(p, r, x);
  a[11] = wp::dot(p, r) + wp::length(p) + wp::length_sq(p) + p[-1] + T(wp::len(p));
  q[0] = p == r || p != r || wp::isfinite(p) || wp::isnan(p) || wp::isinf(p) ? p : r;
  q[1] = wp::atomic_add(q, 0, p);
  q[2] = wp::quat_t<T>(wp::quat(0.0f, 0.0f, 0.0f, 1.0f));
  wp::print(p);

  wp::transform_t<T> f(u, p), g(x, y, x, y, x, y, x);
  f = f * g + f - g * x - x * f + wp::transform_identity<T>() + wp::lerp(f, g, x);
  f += g;
  f *= x;
  f.p += u;
  f[-1] = f[0] + T(wp::len(f));
  t[0] = f == g || f != g ? wp::transform_inverse(f) : wp::transform_multiply(f, g);
  t[1] = wp::atomic_add(t, 0, f) + wp::atomic_sub(t, 0, f);
  t[2] = wp::transform_t<T>(wp::transform());
  const wp::vec_t<6, T> s(wp::transform_point(f, u), wp::transform_vector(f, v));
  a[12] = s[5] + wp::transform_get_translation(f)[0] + wp::transform_get_rotation(f)[0];
  wp::print(f);

  f = wp::transform_from_matrix(wp::transform_to_matrix(f) + wp::transform_compose(u, p, v));
  p = wp::quat_from_axis_angle(u, x) + wp::quat_rpy(x, y, x) + wp::quat_slerp(p, r, x) + wp::quat_inverse(p);
  p += wp::quat_from_matrix(wp::quat_to_matrix(p)) + wp::quat_from_matrix(m4);
  q[3] = p;
  wp::vec_t<3, T> axis = wp::quat_to_axis_angle(p).r0;
  T angle = wp::transform_decompose(m4).r2[0];
  wp::quat_to_axis_angle(p, axis, angle);
  wp::transform_set_translation(f, axis * angle);
  wp::transform_set_rotation(f, p);
  const wp::vec_t<3, T> turned = wp::quat_rotate(p, u) + wp::quat_rotate_inv(p, v) + wp::transform_point(m4, u);
  a[13] = dot(turned, wp::transform_vector(m4, u)) + wp::norm_l1(u) + wp::norm_l2(u) + wp::norm_huber(u, x);
  a[14] = wp::norm_pseudo_huber(u, x) + wp::smooth_normalize(u, x)[0];
  const wp::vec_t<6, T> moved = wp::spatial_adjoint(m3, m3) * wp::spatial_cross(s, wp::spatial_cross_dual(s, s));
  const wp::array_t<wp::vec_t<6, T>> motions;
  const wp::array_t<wp::mat_t<6, 6, T>> inertias;
  const wp::array_t<int> joints;
  wp::spatial_jacobian(motions, joints, joints, 0, 0, 0, a);
  wp::spatial_mass(inertias, 0, 0, 0, a);
  a[15] = wp::spatial_dot(s, moved) + wp::spatial_top(s)[0] + wp::spatial_bottom(s)[0];
}

// How derivatives go back through loops.
static inline DEVICE void useKept(const wp::array_t<int> &a) {
  wp::kept<16, 16> kept;
  wp::kept_known(kept, a[0]);
  wp::kept_unknown(kept);
  wp::kept_done(kept, a[1]);
  if (wp::kept_due(kept, a[2]) || wp::kept_lost(kept, a[2]))
    a[3] = wp::kept_take(kept, a[2]) + wp::kept_rewind(kept, a[2]) + wp::kept_slot(kept);
}

// What derivatives do with gradients.
template <class T>
static inline DEVICE void useGradients(const wp::array_t<T> &a) {
  const auto grads = wp::gradient_of(a, a);
  const T x = a[0];
  wp::gradient_add(grads, 0, x);
  wp::gradient_add(grads, 0, 1, x);
  wp::gradient_add(grads, 0, 1, 2, x);
  wp::gradient_add(grads, 0, 1, 2, 3, x);
  wp::gradient_add_at(a[1], wp::gradient_at(grads, 0));
  a[2] = wp::gradient_take(grads, 0, 1);
  const wp::indexedarray_t<T> chosen{a, {}, a.shape};
  a[3] = wp::gradient_take(wp::gradient_of(chosen, chosen), wp::range_count(0, 9, int(wp::len(a))));
}

// What adjoint rules call, of floats alone.
template <class T>
static inline DEVICE void useAdjoints(const wp::array_t<T> &out) {
  const wp::vec_t<3, T> v(out[0], out[1], out[2]);
  const wp::mat_t<3, 3, T> m = wp::outer(v, v);
  const wp::mat_t<4, 4, T> m4(out[0]);
  const wp::mat_t<2, 2, T> m2(out[0]);
  const wp::quat_t<T> q(v, out[3]);
  const wp::transform_t<T> t(v, q);
  out[0] = wp::where_less(v, v, v, v).c[0] + wp::where_equal(v, v, v, v).c[0] + wp::where_equal(m, m, m, m).c[0].c[0];
  out[1] = wp::where_equal(out[0], out[1], out[2], out[3]) + wp::unit(v, wp::uint32(1), out[0]).c[1];
  out[2] = wp::cofactors(m2).c[0].c[0] + wp::cofactors(m).c[0].c[0] + wp::cofactors(m4).c[0].c[0] + wp::dot(t, t);
  out[3] = wp::dot(wp::cw_mul(q, q), wp::cw_div(q, q)) + wp::adj_quat_rotate(q, v, v).c[0];
  out[4] = wp::adj_quat_to_axis_angle(q, v, out[0]).c[0] + wp::adj_quat_from_matrix(m, q).c[0].c[0];
  out[5] = wp::adj_transform_decompose(m4, v, q, v).c[0].c[0] + wp::gaps(v).c[0].c[1] + wp::mirror_lower(m).c[0].c[1];
}

// The decompositions, of floats alone.
template <class T>
static inline DEVICE void useDecompositions(const wp::array_t<T> &a) {
  wp::mat_t<3, 3, T> u, v, m = wp::outer(wp::vec_t<3, T>(a[0]), wp::vec_t<3, T>(a[1]));
  wp::mat_t<2, 2, T> u2, v2, m2(a[0]);
  wp::vec_t<3, T> s;
  wp::vec_t<2, T> s2;
  wp::svd3(m, u, s, v);
  wp::qr3(m, u, v);
  wp::eig3(m, u, s);
  wp::svd2(m2, u2, s2, v2);
  a[2] = wp::svd3(m).r1[0] + wp::qr3(m).r1[0][0] + wp::eig3(m).r1[0] + wp::svd2(m2).r1[0] + s[0] + s2[0];
}

template <class T>
static inline DEVICE int useTriangles(const wp::array_t<T> &a) {
  const wp::vec_t<3, T> p(a[0]), q(a[1]), r(a[2]);
  return wp::intersect_tri_tri(p, q, r, q, r, p);
}

static inline DEVICE void useGeometry(const wp::array_t<float> &a, const wp::array_t<wp::vec_t<3, float>> &v) {
  v[0] = wp::closest_point_edge_edge(v[1], v[2], v[3], v[4], 1e-6f);
  a[0] = float(useTriangles(a)) + wp::cast<float>(7) + wp::cast<wp::vec_t<2, float>>(wp::uint64(7))[0];
}

static inline DEVICE void useDense(const wp::array_t<float> &a) {
  wp::dense_gemm(2, 2, 2, 0, 1, a, a, a);
  wp::dense_chol(2, a, 0.5f, a);
  wp::dense_subs(2, a, a, a);
  wp::dense_solve(2, a, a, a, a);
}

static inline DEVICE void useRandom(const wp::array_t<float> &a, const wp::array_t<wp::vec_t<3, float>> &v) {
  wp::uint32 state = wp::rand_init(1) + wp::rand_init(1, 2);
  a[wp::randi(state, 0, 9)] = float(wp::randi(state)) + float(wp::randu(state)) + float(wp::randu(state, 1u, 9u));
  a[0] = wp::randf(state) + wp::randf(state, -1.0f, 1.0f) + wp::randn(state) + float(wp::poisson(state, 20.0f));
  a[wp::sample_cdf(state, a)] = wp::lower_bound(a, 1.0f) + wp::lower_bound(a, 0, 1, 1.0f);
  v[0] = wp::sample_unit_sphere(state) + wp::sample_unit_sphere_surface(state) + wp::sample_unit_hemisphere(state) +
         wp::sample_unit_hemisphere_surface(state) + wp::sample_unit_cube(state);
  const wp::vec2 p2(a[0]);
  const wp::vec4 p4(a[0]);
  a[2] = wp::noise(state, a[0]) + wp::noise(state, p2) + wp::noise(state, v[0]) + wp::noise(state, p4);
  a[3] = wp::pnoise(state, a[0], 2) + wp::pnoise(state, p2, 2, 3) + wp::pnoise(state, v[0], 2, 3, 4) +
         wp::pnoise(state, p4, 2, 3, 4, 5) + wp::curlnoise(state, p2, 3u, 2.0f, 0.5f)[0];
  v[1] = wp::curlnoise(state, v[0], 3u, 2.0f, 0.5f) + wp::curlnoise(state, p4, 3u, 2.0f, 0.5f);
  a[1] = wp::dot(wp::sample_triangle(state) + wp::sample_unit_ring(state),
                 wp::sample_unit_disk(state) + wp::sample_unit_square(state));
}

/// Enough to reach every function: code for all of it would take a minute to make.
static inline DEVICE void useSome(const Arrays &all) {
  useIntegers(all.i8);
  useIntegers(all.u32);
  useWideIntegers(all.i64);
  useNumbers(all.u16, all.flags);
  useNumbers(all.f16, all.flags);
  useAtomics(all.f16, all.v16, all.m16);
  useAtomics(all.i32, all.v32i, all.m32i);
  useAtomics(all.f64, all.v64, all.m64);
  useFloats(all.f32, all.q32, all.t32);
  useDecompositions(all.f32);
  useAdjoints(all.f32);
  useGradients(all.f32);
  useGradients(all.m16);
  useKept(all.i32);
}

static inline DEVICE void useAll(const Arrays &all) {
  useIntegers(all.i8);
  useIntegers(all.u8);
  useIntegers(all.i16);
  useIntegers(all.u16);
  useIntegers(all.i32);
  useIntegers(all.u32);
  useIntegers(all.i64);
  useIntegers(all.u64);
  useWideIntegers(all.i32);
  useWideIntegers(all.u32);
  useWideIntegers(all.i64);
  useWideIntegers(all.u64);
  useNumbers(all.i8, all.flags);
  useNumbers(all.u8, all.flags);
  useNumbers(all.i16, all.flags);
  useNumbers(all.u16, all.flags);
  useNumbers(all.i32, all.flags);
  useNumbers(all.u32, all.flags);
  useNumbers(all.i64, all.flags);
  useNumbers(all.u64, all.flags);
  useNumbers(all.f16, all.flags);
  useNumbers(all.f32, all.flags);
  useNumbers(all.f64, all.flags);
  useAtomics(all.i32, all.v32i, all.m32i);
  useAtomics(all.u32, all.v32u, all.m32u);
  useAtomics(all.i64, all.v64i, all.m64i);
  useAtomics(all.u64, all.v64u, all.m64u);
  useAtomics(all.f16, all.v16, all.m16);
  useAtomics(all.f32, all.v32, all.m32);
  useAtomics(all.f64, all.v64, all.m64);
  useAtomics(all.i8, all.v8, all.m8);
  useFloats(all.f16, all.q16, all.t16);
  useFloats(all.f32, all.q32, all.t32);
  useFloats(all.f64, all.q64, all.t64);
  useAdjoints(all.f16);
  useAdjoints(all.f32);
  useAdjoints(all.f64);
  useGradients(all.f16);
  useGradients(all.f32);
  useGradients(all.f64);
  useGradients(all.v16);
  useGradients(all.m32);
  useGradients(all.q64);
  useGradients(all.t32);
  useKept(all.i32);
  useDecompositions(all.f16);
  useDecompositions(all.f32);
  useDecompositions(all.f64);
  useRandom(all.f32, all.v32);
  useGeometry(all.f32, all.v32);
  useDense(all.f32);
  all.i32[0] = useTriangles(all.f64);
  wp::print(true);
  wp::print("text");
  wp::check(all.flags[0], "a flag");
  printf("%d\n", 1);
}
