# RUN: not kernel-translate %s --stop-after=parse 2>&1 | FileCheck %s --strict-whitespace
# `*` unpacks only where there are several values.

a = (*b)
c = [*x for x in y]
print(*a, *b)

# CHECK: error[misplaced-star]: `*` can't unpack anything here
# CHECK-NEXT:  --> {{.*}}misplaced-star.py:4:6
# CHECK-NEXT:   |
# CHECK-NEXT: 4 | a = (*b)
# CHECK-NEXT:   |      ^
# CHECK: error[misplaced-star]: `*` can't unpack anything here
# CHECK-NEXT:  --> {{.*}}misplaced-star.py:5:6
# CHECK-NEXT:   |
# CHECK-NEXT: 5 | c = [*x for x in y]
# CHECK-NEXT:   |      ^
# CHECK-NOT: {{^error}}
