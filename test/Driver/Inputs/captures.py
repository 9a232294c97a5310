import warp as wp

SIZE = 3


@wp.kernel
def plain(values: wp.array(dtype=float)):
    i = wp.tid()
    values[i] = float(SIZE)


@wp.func
def times_two(x: wp.vec2d):
    return x + x


@wp.func
def half(x: float):
    return x * 0.5


double = times_two


def make(dtype, helper, mode):
    scalar = float if dtype == float else wp.float64
    factor = 4.0 if mode == "fast" else 0.25

    @wp.kernel
    def scaled(values: wp.array(dtype=dtype)):
        i = wp.tid()
        values[i] = helper(values[i]) * scalar(factor)

    return scaled


def other(dtype):
    @wp.kernel
    def scaled(values: wp.array(dtype=dtype)):
        i = wp.tid()
        values[i] = values[i] * dtype(2.0)

    return scaled
