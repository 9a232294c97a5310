// places.py, translated by kernel-translate 0.1.0
#include "kt-runtime/kernel.h"
#include "kt-runtime/decompose.h"
#include "kt-runtime/random.h"

static inline int either(wp::uint32 state, float bound) {
  if (wp::randf(state) < bound) {  // 14: if wp.randf(state) < bound:
    return wp::randi(state, 0, 10);  // 15: return wp.randi(state, 0, 10)
  }
  return -1;  // 16: return -1
}

static inline void draws(
    const wp::thread_t &thread,
    int seed,
    wp::uint32 key,
    const wp::array_t<wp::uint32> &states,
    const wp::array_t<float> &out) {
  const int i = thread.x;                      // 21: i = wp.tid()
  wp::uint32 state = wp::rand_init(seed, i);   // 22: state = wp.rand_init(seed, i)
  const float randf_value = wp::randf(state);  // 23: out[wp.randi(state, 0, 10)] = wp.randf(state) - wp.randf(state)
  const float difference = randf_value - wp::randf(state);
  out[wp::randi(state, 0, 10)] = difference;
  wp::uint32 state_1 = states[i];  // 24: out[either(state, 0.5)] = wp.randf(states[i]) + wp.randf(key)
  out[either(state, 0.5f)] = wp::randf(state_1) + wp::randf(key);
  const wp::uint32 before = state;                  // 25: before = state
  const wp::uint32 randu_value = wp::randu(state);  // 26: first = wp.randu(state) + state
  const wp::uint32 first = randu_value + state;
  float value;  // 27: out[i] = wp.randf(key) if first > before else wp.randf(wp.rand_init(seed))
  if (first > before) {
    value = wp::randf(key);
  } else {
    wp::uint32 state_2 = wp::rand_init(seed);
    value = wp::randf(state_2);
  }
  out[i] = value;
  while (wp::randf(state) < 0.5f) {  // 28: while wp.randf(state) < 0.5:
    wp::atomic_add(out, i, 1.0f);  // 29: out[i] += 1.0
  }
  wp::randf(state);  // 30: wp.randf(state)
}

struct wp_args_draws_4373c1bb {
  int seed;
  wp::uint32 key;
  wp::array_t<wp::uint32> states;
  wp::array_t<float> out;
};

extern "C" void draws_4373c1bb_cpu_forward(wp::launch_bounds_t dim, wp_args_draws_4373c1bb *args) {
  wp::launch<1, draws>(dim, args->seed, args->key, args->states, args->out);
}

static inline void decompositions(
    const wp::thread_t &thread,
    const wp::array_t<wp::mat33> &a,
    const wp::array_t<wp::vec3> &s) {
  const int i = thread.x;  // 35: i = wp.tid()
  const wp::tuple3_t<wp::mat33, wp::vec3, wp::mat33> svd3_value = wp::svd3(a[i]);  // 36: U, sigma, V = wp.svd3(a[i])
  const wp::mat33 U = svd3_value.r0;
  const wp::vec3 sigma = svd3_value.r1;
  const wp::mat33 V = svd3_value.r2;
  s[i] = sigma;               // 37: s[i] = sigma
  wp::mat33 Q = wp::mat33();  // 38: Q = wp.mat33()
  wp::mat33 R = wp::mat33();  // 39: R = wp.mat33()
  wp::qr3(U * V, Q, R);       // 40: wp.qr3(U * V, Q, R)
  a[i] = Q;                   // 41: a[i] = Q
  const wp::tuple2_t<wp::mat33, wp::vec3> eig3_value = wp::eig3(a[i]);  // 42: _, s[i + 1] = wp.eig3(a[i])
  s[i + 1] = eig3_value.r1;
}

struct wp_args_decompositions_0a12c0cb {
  wp::array_t<wp::mat33> a;
  wp::array_t<wp::vec3> s;
};

extern "C" void decompositions_0a12c0cb_cpu_forward(wp::launch_bounds_t dim, wp_args_decompositions_0a12c0cb *args) {
  wp::launch<1, decompositions>(dim, args->a, args->s);
}
