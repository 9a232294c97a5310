# RUN: not kernel-translate %s --stop-after=parse 2>&1 | FileCheck %s --strict-whitespace
# `print` takes parentheses.

print "hello"
print("hello")

# CHECK: error[expected-new-line]: the statement should end before a string
# CHECK-NEXT:  --> {{.*}}print-statement.py:4:7
# CHECK-NEXT:   |
# CHECK-NEXT: 4 | print "hello"
# CHECK-NEXT:   |       ^^^^^^^
# CHECK-NEXT: help: call it: `print(...)`
# CHECK-NOT: {{^error}}
