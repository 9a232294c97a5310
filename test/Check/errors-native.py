# RUN: kernel-translate %s --stop-after=check --verify-diagnostics
# C++ that would not stay between the braces of its function, or is not known; what Clang has to say comes later.

from typing import Callable

import warp as wp


@wp.func_native("return x; } int y; {")  # error: [snippet-leaves] "the C++ of `closes` has a bracket that closes none"
def closes(x: int) -> int: ...


@wp.func_native("if (x) { return x;")  # error: [snippet-leaves] "the C++ of `opens` has a bracket that is not closed"
def opens(x: int) -> int: ...


@wp.func_native("return (x];")  # error: [snippet-leaves] "the C++ of `crosses` has a bracket that closes none"
def crosses(x: int) -> int: ...


@wp.func_native("""
#include <cstdlib>
    return x;
""")  # error@-3: [snippet-leaves] "the C++ of `includes` has a line for the preprocessor"
def includes(x: int) -> int: ...


@wp.func_native("%:define x 1\nreturn x;")  # error: [snippet-leaves] "has a line for the preprocessor"
def digraph(x: int) -> int: ...


@wp.func_native("<% return x; %>")  # error: [snippet-leaves] "has a character that can't stand there"
def braces(x: int) -> int: ...


@wp.func_native("return x; /* and so on")  # error: [snippet-leaves] "has a comment that is not closed"
def comments(x: int) -> int: ...


@wp.func_native("return x; // and so on \\\n}")  # error: [snippet-leaves] "has a line that ends in a backslash"
def continues(x: int) -> int: ...


@wp.func_native('auto s = R"(}))"; return x;')  # error: [snippet-leaves] "has a raw string"
def raw(x: int) -> int: ...


@wp.func_native('return "x;\n";')  # error: [snippet-leaves] "has a quote that is not closed on its line"
def quotes(x: int) -> int: ...


@wp.func_native("return x; // one line\r#include <cstdlib>")  # error: [snippet-leaves] "has a control character"
def returns(x: int) -> int: ...


@wp.func_native('_Pragma("GCC poison x") return x;')  # error: [snippet-leaves] "has a `_Pragma`"
def pragma(x: int) -> int: ...


@wp.func_native("return x;", adj_snippet="}")  # error: [snippet-leaves] "the C++ of `adjoint` has a bracket"
def adjoint(x: int) -> int: ...


@wp.func_native("return x;", replay_snippet="{")  # error: [snippet-leaves] "the C++ of `replay` has a bracket"
def replay(x: int) -> int: ...


@wp.func_native("return x;")
def several(x: int) -> tuple[int, int]: ...  # error: [snippet-results] "`several` is written in C++, which returns one value"


@wp.func_native(open("snippet.cpp").read())  # error: [snippet-not-static] "is no text that can be known"
def unknown(x: int) -> int: ...


@wp.func_native()  # error: [snippet-missing] "`nothing` has no text of C++"
def nothing(x: int) -> int: ...


@wp.func_native  # error@+1: [snippet-missing] "`bare` has no text of C++"
def bare(x: int) -> int: ...


@wp.func_native("__syncthreads();")  # error: [snippet-needs-cuda] "the C++ of `waits` is for CUDA only"
def waits(): ...


# What only looks as if it would leave.
@wp.func_native("""
    // } ' " #
    /* { " */
    const char *text = "}{\\"#";
    const char brace = '{', quote = '\\'', wide = u8'}';
    const int large = 1'000'000;
    const float small = 1.5e-3f;
    return large + (small > 1.0f ? int(text[0]) : brace + quote + wide);
""")
def stays(x: int) -> int: ...


@wp.func_native("return f(x);")
def takes_function(f: Callable, x: int) -> int: ...  # error: [snippet-function] "which can't take a function for `f`"


@wp.kernel
def k(out: wp.array(dtype=int)):
    i = wp.tid()
    out[i] = closes(1)
    out[i] = opens(1)
    out[i] = crosses(1)
    out[i] = includes(1)
    out[i] = digraph(1)
    out[i] = braces(1)
    out[i] = comments(1)
    out[i] = continues(1)
    out[i] = raw(1)
    out[i] = quotes(1)
    out[i] = returns(1)
    out[i] = pragma(1)
    out[i] = adjoint(1)
    out[i] = replay(1)
    out[i] = unknown(1)
    out[i] = nothing(1)
    out[i] = bare(1)
    out[i] = several(1)
    waits()
    out[i] = takes_function(stays, 1)
    out[i] = stays(1)
    out[i] = stays(1.0)  # error: [no-matching-func] "`stays` does not take (float32)"
