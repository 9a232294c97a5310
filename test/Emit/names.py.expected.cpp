// names.py, translated by kernel-translate 0.1.0
#include "kt-runtime/kernel.h"

struct float3_ {
  float short_ = {};
};

static inline float sin_(float double_) {
  return double_ * 2.0f;  // 14: return double * 2.0
}

static inline void main_(
    const wp::thread_t &thread_1,
    const wp::array_t<float> &thread,
    int NULL_,
    float _global_,
    const float3_ &template_,
    int dim,
    int args,
    int task) {
  const int int64 = thread_1.x;          // 24: int64 = wp.tid()
  const float max_ = float(NULL_ + dim + args + task) + template_.short_;  // 25: max = float(NULL + dim + args + task) + template.short
  const float sum = max_ + sin_(max_);   // 26: sum = max + sin(max)
  thread[int64] = sum * sum * _global_;  // 27: thread[int64] = sum * sum * __global__
}

struct wp_args_main_8a0d6eba {
  wp::array_t<float> thread;
  int NULL_;
  float _global_;
  float3_ template_;
  int dim;
  int args;
  int task;
};

extern "C" void main_8a0d6eba_cpu_forward(wp::launch_bounds_t dim_, wp_args_main_8a0d6eba *args_) {
  wp::launch<1, main_>(
      dim_, args_->thread, args_->NULL_, args_->_global_, args_->template_, args_->dim, args_->args, args_->task);
}
