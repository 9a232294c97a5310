import warp as wp


@wp.func_native("""
    value *= 2.0f;
    return valeu;
""")
def misspelt(value: float) -> float: ...


@wp.func_native("value *= 2.0f;")
def forgets(value: float) -> float: ...


shared_memory = """
    __shared__ int s[128];
    s[tid] = d[tid];
    __syncthreads();
    d[tid] = s[n - tid - 1];
"""


@wp.func_native(shared_memory)
def reverse(d: wp.array(dtype=int), n: int, tid: int):
    return


@wp.kernel
def wrong(values: wp.array(dtype=float)):
    i = wp.tid()
    values[i] = misspelt(values[i])


@wp.kernel
def warned(values: wp.array(dtype=float)):
    i = wp.tid()
    values[i] = forgets(values[i])


@wp.kernel
def shared(values: wp.array(dtype=int)):
    reverse(values, 128, wp.tid())
