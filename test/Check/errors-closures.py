# RUN: kernel-translate %s --stop-after=check --verify-diagnostics
# Kernels in functions whose captures are not known are left out, with the reason; another mistake is an error there as
# anywhere.

import warp as wp

lines = open("lines.txt").readlines()


def never_called(count):
    @wp.kernel
    def k(out: wp.array(dtype=int)):
        out[wp.tid()] = count  # warning: [skipped-kernel] "the kernel `k` is left out: `count`, which it captures"

    return k


def called_differently(dtype):
    @wp.kernel
    def k(out: wp.array(dtype=dtype)):  # warning: [skipped-kernel] "`dtype`, which it captures, is not known"
        out[wp.tid()] = dtype(1)

    return k


called_differently(int)
called_differently(float)


def handed_on(count):
    @wp.kernel
    def k(out: wp.array(dtype=int)):
        out[wp.tid()] = count  # warning: [skipped-kernel] "`count`, which it captures, is not known"

    return k


handed_on(1)
registry = [handed_on]


def unpacked(count):
    @wp.kernel
    def k(out: wp.array(dtype=int)):
        out[wp.tid()] = count  # warning: [skipped-kernel] "`count`, which it captures, is not known"

    return k


unpacked(*[3])


def through_func(factor):
    size = len(lines)
    table = [1, 2]
    table.append(3)

    @wp.func
    def f(x: int):
        return x * factor  # warning: [skipped-kernel] "`factor`, which it captures, is not known"

    @wp.kernel
    def k(out: wp.array(dtype=int)):
        out[wp.tid()] = f(3)

    @wp.kernel
    def sized(out: wp.array(dtype=int)):
        out[wp.tid()] = size  # warning: [skipped-kernel] "the kernel `sized` is left out: `size`"

    @wp.kernel
    def tabled(out: wp.array(dtype=int)):
        out[wp.tid()] = wp.static(table[0])  # warning: [skipped-kernel] "the kernel `tabled` is left out: `table`"

    for step in range(3):

        @wp.kernel
        def stepped(out: wp.array(dtype=int)):
            out[wp.tid()] = step  # warning: [skipped-kernel] "the kernel `stepped` is left out: `step`"

    if (found := len(lines)) > 3:

        @wp.kernel
        def walrus(out: wp.array(dtype=int)):
            out[wp.tid()] = found  # warning: [skipped-kernel] "the kernel `walrus` is left out: `found`"


def mistaken():
    size = 3

    @wp.kernel
    def k(out: wp.array(dtype=int)):
        out[wp.tid()] = size + 1.0  # error: [mixed-operands] "`+` needs two operands of one type"


def endless(n):
    return endless(n + 1)


E = endless(0)


@wp.kernel
def uses_endless(out: wp.array(dtype=int)):
    out[wp.tid()] = E  # error: [constant-too-large] "`E` is too large to work out"


def raises(n):
    if n > 2:
        raise ValueError
    return n


R = raises(3)


@wp.kernel
def uses_raises(out: wp.array(dtype=int)):
    out[wp.tid()] = R  # error: [not-static] "`R` can't be known without running Python"
