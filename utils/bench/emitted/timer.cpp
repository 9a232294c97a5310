// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Times a launch from outside of Python, whose calls take as long as a small kernel.

#include "hand_written.h"
#include <ctime>

/// What this thread has had of the processor, in seconds: others that run at the same time do not count.
static double now() {
  timespec time;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return double(time.tv_sec) + 1e-9 * double(time.tv_nsec);
}

/// Seconds that `launches` launches take, one after the other.
extern "C" double time_launches(void (*entry)(Bounds, void *), Bounds dim, void *args, int launches) {
  const double start = now();
  for (int i = 0; i < launches; ++i)
    entry(dim, args);
  return now() - start;
}
