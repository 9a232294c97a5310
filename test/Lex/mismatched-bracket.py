# RUN: not kernel-translate %s --stop-after=lex 2>&1 | FileCheck %s --strict-whitespace
# Brackets that do not fit each other.

a = (1, 2]
b = [3)
c = 4}

# CHECK: error[mismatched-bracket]: `]` can't close `(`
# CHECK-NEXT:  --> {{.*}}mismatched-bracket.py:4:10
# CHECK-NEXT:   |
# CHECK-NEXT: 4 | a = (1, 2]
# CHECK-NEXT:   |          ^
# CHECK-NEXT: note: `(` is opened here
# CHECK-NEXT:  --> {{.*}}mismatched-bracket.py:4:5
# CHECK-NEXT:   |
# CHECK-NEXT: 4 | a = (1, 2]
# CHECK-NEXT:   |     -
# CHECK: error[mismatched-bracket]: `)` can't close `[`
# CHECK-NEXT:  --> {{.*}}mismatched-bracket.py:5:7
# CHECK-NEXT:   |
# CHECK-NEXT: 5 | b = [3)
# CHECK-NEXT:   |       ^
# CHECK-NEXT: note: `[` is opened here
# CHECK-NEXT:  --> {{.*}}mismatched-bracket.py:5:5
# CHECK-NEXT:   |
# CHECK-NEXT: 5 | b = [3)
# CHECK-NEXT:   |     -
# CHECK: error[unmatched-bracket]: `}` closes nothing
# CHECK-NEXT:  --> {{.*}}mismatched-bracket.py:6:6
# CHECK-NEXT:   |
# CHECK-NEXT: 6 | c = 4}
# CHECK-NEXT:   |      ^
# CHECK-NOT: {{^error}}
