# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

# Source lines go into comments of the unit, whatever stands in them; none can end its comment or join the next line.

# RUN: kernel-translate --target=both %s -o %t
# RUN: %gxx -std=c++17 -Wall -Wextra -Werror -trigraphs %runtime -fsyntax-only %t.cpp
# RUN: not grep -E '[\\]$|^#include "evil|[?][?]/$' %t.cpp

import warp as wp


@wp.kernel
def comments(x: wp.array(dtype=float)):
    i = wp.tid()
    x[i] = 1.0  # */ ends a comment; so does nothing else \
    x[i] = 2.0  # a trigraph ??/
    x[i] = 3.0  # #include "evil.h"
    x[i] = 4.0  # )delim" R"delim(
    x[i] = 5.0 + \
        6.0
    wp.printf("*/ ??/ \\ )delim\" #include <evil> \n")
