# RUN: kernel-translate %s --stop-after=check --verify-diagnostics
# Loops go over ranges of int32, and have no else.

import warp as wp


@wp.kernel
def loops(x: wp.array(dtype=float), f: float, n: int, n64: wp.int64):
    for a in x:  # error: [not-a-range] "a kernel can't loop over `x`"
        pass
    for a1 in reversed(x):  # error: [not-a-range] "a kernel can't loop over `reversed(x)`"
        pass
    for a2 in reversed(range(f)):  # error: [range-type] "`range` counts with `int32`; `f` is `float32`"
        pass
    for b in range(f):  # error: [range-type] "`range` counts with `int32`; `f` is `float32`"
        pass
    for c in range(0, n64):  # error: [range-type] "`range` counts with `int32`; `n64` is `int64`"
        pass
    for d in range(0, n, 0):  # error: [range-step-zero] "the step of a range can't be zero"
        pass
    for e in range():  # error: [argument-count] "`range` takes 1 to 3 arguments, not 0"
        pass
    for g, h in range(n):  # error: [loop-target] "a loop over a range gives one number to one name"
        pass
    for i in range(n):
        pass
    else:
        f = 1.0  # error: [loop-else] "a kernel can't have `for … else`"
    while n > 0:
        n -= 1
    else:
        f = 2.0  # error: [loop-else] "a kernel can't have `while … else`"
    r = range(n)  # error: [unsupported-python] "a kernel can't call Python's `range`"
    for f in range(n):  # error: [type-change] "`f` is `float32` and can't become `int32`"
        pass
    if n > 0:
        break  # error: [outside-loop] "`break` outside of a loop"
    continue  # error: [outside-loop] "`continue` outside of a loop"


@wp.kernel
def static_indices(x: wp.array(dtype=float), n: int):
    for i in range(n):
        x[i] = float(wp.static(i))  # error: [not-static] "`wp.static(i)` can't be known without running Python"
    for i in range(1000):
        x[i] = float(wp.static(i))  # error: [not-static] "`wp.static(i)` can't be known without running Python"
    for i in range(4):
        if x[i] > 1.0:
            break
        x[i] = float(wp.static(i))  # error: [not-static] "`wp.static(i)` can't be known without running Python"
    for i in range(4):
        x[i] = float(wp.static(i))  # error: [not-static] "`wp.static(i)` can't be known without running Python"
        i = 2
    for i in range(3):
        x[i] = wp.static(float(i)) + missing  # error: [unknown-name] "there is no `missing` here"
