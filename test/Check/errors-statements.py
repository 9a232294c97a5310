# RUN: kernel-translate %s --stop-after=check --verify-diagnostics
# Python that kernels do not have is named as such.

import warp as wp


@wp.kernel
def statements(x: wp.array(dtype=float), n: int):
    with open("f") as f:  # error: [unsupported-syntax] "a kernel can't have `with`"
        pass
    try:  # error: [unsupported-syntax] "a kernel can't have `try`"
        pass
    finally:
        pass
    match n:  # error: [unsupported-syntax] "a kernel can't have `match`"
        case 1:
            pass
    raise ValueError  # error: [unsupported-syntax] "a kernel can't have `raise`"
    del n  # error: [unsupported-syntax] "a kernel can't have `del`"
    global g  # error: [unsupported-syntax] "a kernel can't have `global`"
    import math  # error: [unsupported-syntax] "a kernel can't have `import` inside a function"
    def inner():  # error: [unsupported-syntax] "a kernel can't have a function inside a function"
        pass
    class Inner:  # error: [unsupported-syntax] "a kernel can't have a class inside a function"
        pass
    a = b = 1  # error: [unsupported-syntax] "a kernel can't have an assignment to several targets at once"
    (c, d), e = (1, 2), 3  # error: [unsupported-syntax] "a kernel can't have nested or starred unpacking"
    c, *d = 1, 2  # error: [unsupported-syntax] "a kernel can't have nested or starred unpacking"
    [c, d] = 1, 2  # error: [unsupported-syntax] "a kernel can't have unpacking into a list or a starred name"
    assert n > 0, n  # error: [assert-message] "the message of `assert` has to be a plain text"


@wp.kernel
def expressions(x: wp.array(dtype=float), n: int):
    a1 = [1, 2]  # error: [unsupported-syntax] "a kernel can't have a list"
    a2 = ()  # error: [unsupported-syntax] "a kernel can't have an empty tuple"
    a3 = {1: 2}  # error: [unsupported-syntax] "a kernel can't have a dict"
    a4 = {1, 2}  # error: [unsupported-syntax] "a kernel can't have a set"
    a5 = [i for i in range(3)]  # error: [unsupported-syntax] "a kernel can't have a comprehension"
    a6 = lambda: 1  # error: [unsupported-syntax] "a kernel can't have `lambda`"
    a7 = None  # error: [unsupported-syntax] "a kernel can't have `None`"
    a8 = "text"  # error: [unsupported-string] "a kernel can't compute with text"
    a9 = f"{n}"  # error: [unsupported-syntax] "a kernel can't have an f-string"
    if (b1 := n) > 0:  # error: [unsupported-syntax] "a kernel can't have `:=`"
        pass
    b2 = wp.sin(*x)  # error: [unsupported-syntax] "a kernel can't have `*` before an argument"
    yield n  # error: [unsupported-syntax] "a kernel can't have `yield`"


@wp.kernel
async def waits(x: wp.array(dtype=float)):  # error: [unsupported-syntax] "a kernel can't have an `async` function"
    await x  # error: [unsupported-syntax] "a kernel can't have `await`"
