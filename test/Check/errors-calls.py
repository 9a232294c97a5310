# RUN: kernel-translate %s --stop-after=check --verify-diagnostics
# Calls of what is no function, or of one that takes something else.

import warp as wp


@wp.func
def area(w: float, h: float = 1.0):
    return w * h


@wp.func
def show(a: float):
    print(a)


@wp.func
def loop(n: int):
    return ping(n)  # error: [recursion] "`ping` calls itself"


@wp.func
def ping(n: int):
    return loop(n)


@wp.func
def where_am_i(n: int):
    return wp.tid() + n  # error: [tid-in-func] "`where_am_i` is a func, and only a kernel knows its thread"


@wp.func
def many(*args: float):  # error: [variable-params] "`many` takes any number of arguments"
    return 1.0


@wp.func
def bare(a):  # error: [missing-annotation] "the parameter `a` of `bare` has no type"
    return a


@wp.func
def bad_default(a: float = 1):  # error: [default-type] "the default `1` is `int32`, but the parameter is `float32`"
    return a


@wp.func
def run_default(a: float = undefined()):  # error: [default-not-static] "the default `undefined()` can't be known"
    return a


@wp.func_native("return x;")
def native(x: float) -> float: ...


def plain(a: float):
    return a


@wp.kernel
def calls(x: wp.array(dtype=float), f: float, n: int, v: wp.vec3, b: bool):
    a1 = area(n)  # error: [no-matching-func] "`area` does not take (int32)"
    a2 = area(f, f, f)  # error: [no-matching-func] "`area` does not take (float32, float32, float32)"
    a3 = area(f, d=f)  # error: [no-matching-func] "`area` does not take (float32, d: float32)"
    a4 = area(h=f, w=f)
    a5 = show(f)  # error: [no-value] "`show(f)` gives no value"
    a6 = ping(n)
    a7 = where_am_i(n)
    a8 = many(f)
    a9 = bare(f)
    b1 = bad_default()
    b2 = run_default()
    b4 = plain(f)  # error: [plain-function] "`plain` is a function of Python's, which a kernel can't call"
    b5 = other(f)  # error: [kernel-called] "`other` is a kernel, which is launched, not called"
    b6 = f(1.0)  # error: [not-callable] "`f` is no function"
    b7 = v.length()  # error: [no-method] "`vec3` has no method `length`"
    b8 = native(n)  # error: [no-matching-func] "`native` does not take (int32)"
    b9 = area(f)(f)  # error: [not-callable] "`area(f)` is no function"


@wp.kernel
def other(a: float):
    pass


@wp.kernel
def builtins(x: wp.array(dtype=float), a: wp.array(dtype=wp.mat33), f: float, n: int, v: wp.vec3, m: wp.mat33):
    a1 = wp.sin(n)  # error: [no-overload] "`wp.sin` does not take (int32)"
    a2 = wp.sin(1)  # error: [no-overload] "`wp.sin` does not take (int32)"
    a3 = wp.dot(v, f)  # error: [no-overload] "`wp.dot` does not take (vec3, float32)"
    a4 = max(n, 1, 2)  # error: [no-overload] "`max` does not take (int32, int32, int32)"
    a5 = wp.clamp(x=f, lo=0.0, high=1.0)  # error: [no-overload] "`wp.clamp` does not take (float32, float32, float32)"
    a6 = wp.atomic_add(f, 0, f)  # error: [no-overload] "`wp.atomic_add` does not take (float32, int32, float32)"
    a7 = wp.atomic_add(x, 0, 1)  # error: [no-overload] "does not take (array(dtype=float32), int32, int32)"
    a8 = sum(x)  # error: [unsupported-python] "a kernel can't call Python's `sum`"
    a9 = wp.volume_lookup_f(n, n, n, n)  # error: [unsupported-builtin] "`wp.volume_lookup_f` is not supported yet"
    b1 = wp.tile_load(x, shape=(4,))  # error: [unsupported-builtin] "`wp.tile_load` is not supported yet"
    b2 = wp.mesh_query_ray(n, v, v, f)  # error: [unsupported-builtin] "`wp.mesh_query_ray` is not supported yet"
    b3 = wp.types.vector(length=3, dtype=float)(f)  # error: [not-callable] "is no function"
    b4 = wp.identity(n=n, dtype=float)  # error: [no-overload] "`wp.identity` does not take"
    b5, b6, b7, b8, b9 = wp.tid()  # error: [tid-count] "a launch has 1 to 4 dimensions, not 5"
    c1 = wp.tid(1)  # error: [argument-count] "`wp.tid` takes no arguments, not 1"
    wp.sin()  # error: [no-overload] "`wp.sin` does not take ()"
    wp.svd3(m, m, wp.vec3(), m)  # error: [out-not-variable] "`wp.svd3` sets this argument, and `wp.vec3()` is no variable, element or field"
    wp.transform_set_translation(wp.transform(), wp.vec3())  # error: [out-not-variable] "`wp.transform()` is no variable, element or field"
    wide = wp.vec4(f)
    wp.quat_to_axis_angle(wp.quat(), wide[0:3], f)  # error: [out-not-variable] "and `wide[0:3]` is no variable, element or field"
    wp.quat_to_axis_angle(wp.quat(), v, wp.vec3(f).x)  # error: [assign-to-value] "`wp.vec3(f).x` is no place to store to"
    wp.expect_near(f, f, n)  # error: [no-overload] "`wp.expect_near` does not take (float32, float32, int32)"
    wp.expect_eq(f, n)  # error: [no-overload] "`wp.expect_eq` does not take (float32, int32)"
    c5 = wp.curlnoise(wp.uint32(1), v, lacunarity=2.0, octave=n)  # error: [no-overload] "`wp.curlnoise` does not take"
    wp.randf(n)  # error: [no-overload] "`wp.randf` does not take (int32)"
    c3, c4 = wp.svd3(m)  # error: [unpack-count] "there are 3 values for 2 names"
    c5 = wp.map(wp.sin, x)  # error: [unsupported-form] "`wp.map` is not supported inside a kernel"
    c2 = wp.array(ptr=x, shape=(1,), dtype=float)  # error: [address-type] "an address is `uint64`; `x` is `array(dtype=float32)`"
