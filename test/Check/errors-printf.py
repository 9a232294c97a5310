# RUN: kernel-translate %s --stop-after=check --verify-diagnostics
# A format and its values.

import warp as wp

FORMAT = "%d"


@wp.kernel
def prints(f: float, n: int, n64: wp.int64, v: wp.vec3, h: wp.float16):
    wp.printf(FORMAT, n)  # error: [format-not-text] "the format of `printf` has to be a text in the call itself"
    wp.printf("%d\n")  # error: [format-count] "the format asks for 1 values and gets 0"
    wp.printf("%d\n", f)  # error: [format-type] "`%d` does not print `float32`"
    wp.printf("%f\n", n)  # error: [format-type] "`%f` does not print `int32`"
    wp.printf("%d\n", n64)  # error: [format-type] "`%d` does not print `int64`"
    wp.printf("%f\n", v)  # error: [format-type] "`%f` does not print `vec3`"
    wp.printf("%s\n", n)  # error: [format-unknown] "the format has a conversion that is not supported"
    wp.printf("%n\n", n)  # error: [format-unknown] "the format has a conversion that is not supported"
    wp.printf("%*d\n", n, n)  # error: [format-unknown] "the format has a conversion that is not supported"
    wp.printf("%5.2f %-4d %lld %% %g\n", f, n, n64, h)
    print(n, f)  # error: [no-overload] "`print` does not take (int32, float32)"
