# RUN: not kernel-translate %s --stop-after=parse 2>&1 | FileCheck %s --strict-whitespace
# What is not a place can't be assigned to.

f(x) = 1
a + 1 = b
3 = a
(a, f()) = b
None = a
for f() in x:
    pass
with a as 1:
    pass
"s" += 1
a, b += 1
a, b: int = 1
del f()
(a := 1) = 2

# CHECK: error[not-assignable]: the result of a call can't be assigned to
# CHECK-NEXT:  --> {{.*}}not-assignable.py:4:1
# CHECK-NEXT:   |
# CHECK-NEXT: 4 | f(x) = 1
# CHECK-NEXT:   | ^^^^
# CHECK-NEXT: help: compare with `==`
# CHECK: error[not-assignable]: the result of `+` can't be assigned to
# CHECK-NEXT:  --> {{.*}}not-assignable.py:5:1
# CHECK-NEXT:   |
# CHECK-NEXT: 5 | a + 1 = b
# CHECK-NEXT:   | ^^^^^
# CHECK: error[not-assignable]: a number can't be assigned to
# CHECK-NEXT:  --> {{.*}}not-assignable.py:6:1
# CHECK-NEXT:   |
# CHECK-NEXT: 6 | 3 = a
# CHECK-NEXT:   | ^
# CHECK: error[not-assignable]: the result of a call can't be assigned to
# CHECK-NEXT:  --> {{.*}}not-assignable.py:7:5
# CHECK-NEXT:   |
# CHECK-NEXT: 7 | (a, f()) = b
# CHECK-NEXT:   |     ^^^
# CHECK-NEXT: help: compare with `==`
# CHECK: error[not-assignable]: `None` can't be assigned to
# CHECK-NEXT:  --> {{.*}}not-assignable.py:8:1
# CHECK-NEXT:   |
# CHECK-NEXT: 8 | None = a
# CHECK-NEXT:   | ^^^^
# CHECK: error[not-assignable]: the result of a call can't be assigned to
# CHECK-NEXT:  --> {{.*}}not-assignable.py:9:5
# CHECK-NEXT:   |
# CHECK-NEXT: 9 | for f() in x:
# CHECK-NEXT:   |     ^^^
# CHECK: error[not-assignable]: a number can't be assigned to
# CHECK-NEXT:   --> {{.*}}not-assignable.py:11:11
# CHECK-NEXT:    |
# CHECK-NEXT: 11 | with a as 1:
# CHECK-NEXT:    |           ^
# CHECK: error[not-augassignable]: `+=` needs a single name, element or field before it, not a string
# CHECK-NEXT:   --> {{.*}}not-assignable.py:13:1
# CHECK-NEXT:    |
# CHECK-NEXT: 13 | "s" += 1
# CHECK-NEXT:    | ^^^
# CHECK: error[not-augassignable]: `+=` needs a single name, element or field before it, not a tuple
# CHECK-NEXT:   --> {{.*}}not-assignable.py:14:1
# CHECK-NEXT:    |
# CHECK-NEXT: 14 | a, b += 1
# CHECK-NEXT:    | ^^^^
# CHECK: error[not-annotatable]: a tuple can't be annotated
# CHECK-NEXT:   --> {{.*}}not-assignable.py:15:1
# CHECK-NEXT:    |
# CHECK-NEXT: 15 | a, b: int = 1
# CHECK-NEXT:    | ^^^^
# CHECK: error[not-deletable]: the result of a call can't be deleted
# CHECK-NEXT:   --> {{.*}}not-assignable.py:16:5
# CHECK-NEXT:    |
# CHECK-NEXT: 16 | del f()
# CHECK-NEXT:    |     ^^^
# CHECK: error[not-assignable]: this expression can't be assigned to
# CHECK-NEXT:   --> {{.*}}not-assignable.py:17:2
# CHECK-NEXT:    |
# CHECK-NEXT: 17 | (a := 1) = 2
# CHECK-NEXT:    |  ^^^^^^
# CHECK-NOT: {{^error}}
