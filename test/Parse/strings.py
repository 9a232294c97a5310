# RUN: not kernel-translate %s --stop-after=parse 2>&1 | FileCheck %s --strict-whitespace
# Strings that can't be joined or have no value.

a = b"x" "y"
b = "\x1"
c = "a\N{NO SUCH NAME}"
d = b"ä"
e = "\U00110000"
f = f"{x!z}"
g = f"{}"
h = "\d stands for itself"

# CHECK: error[mixed-strings]: bytes and text can't be joined to one string
# CHECK-NEXT:  --> {{.*}}strings.py:4:10
# CHECK-NEXT:   |
# CHECK-NEXT: 4 | a = b"x" "y"
# CHECK-NEXT:   |          ^^^
# CHECK: error[bad-escape]: `\x1` stands for no character
# CHECK-NEXT:  --> {{.*}}strings.py:5:6
# CHECK-NEXT:   |
# CHECK-NEXT: 5 | b = "\x1"
# CHECK-NEXT:   |      ^^^
# CHECK-NEXT: help: write `\\` for a backslash, or an `r` before the string
# CHECK: error[bad-escape]: `\N{NO SUCH NAME}` stands for no character
# CHECK-NEXT:  --> {{.*}}strings.py:6:7
# CHECK-NEXT:   |
# CHECK-NEXT: 6 | c = "a\N{NO SUCH NAME}"
# CHECK-NEXT:   |       ^^^^^^^^^^^^^^^^
# CHECK-NEXT: help: write `\\` for a backslash, or an `r` before the string
# CHECK: error[bytes-not-ascii]: bytes hold plain ASCII only; `ä` is not
# CHECK-NEXT:  --> {{.*}}strings.py:7:7
# CHECK-NEXT:   |
# CHECK-NEXT: 7 | d = b"ä"
# CHECK-NEXT:   |       ^
# CHECK: error[bad-escape]: `\U00110000` stands for no character
# CHECK-NEXT:  --> {{.*}}strings.py:8:6
# CHECK-NEXT:   |
# CHECK-NEXT: 8 | e = "\U00110000"
# CHECK-NEXT:   |      ^^^^^^^^^^
# CHECK-NEXT: help: write `\\` for a backslash, or an `r` before the string
# CHECK: error[bad-conversion]: `!z` is no conversion
# CHECK-NEXT:  --> {{.*}}strings.py:9:9
# CHECK-NEXT:   |
# CHECK-NEXT: 9 | f = f"{x!z}"
# CHECK-NEXT:   |         ^^
# CHECK-NEXT: help: write `!s`, `!r` or `!a`
# CHECK: error[expected-expression]: expected an expression, found `}`
# CHECK-NEXT:   --> {{.*}}strings.py:10:8
# CHECK-NEXT:    |
# CHECK-NEXT: 10 | g = f"{}"
# CHECK-NEXT:    |        ^
# CHECK-NOT: {{^error}}
