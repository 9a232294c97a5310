import warp as wp


def make(dtype):
    @wp.kernel
    def k(values: wp.array(dtype=dtype)):
        values[wp.tid()] = dtype(1)

    return k
