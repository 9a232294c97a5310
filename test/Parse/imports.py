# RUN: not kernel-translate %s --stop-after=parse 2>&1 | FileCheck %s --strict-whitespace
# Names in imports.

import a.b.c as d, e
from . import (a, b as c,)
from a import b,
import a.1
from a import
from a import (b

# CHECK: error[unclosed-bracket]: `(` is never closed
# CHECK-NEXT:  --> {{.*}}imports.py:9:15
# CHECK-NEXT:   |
# CHECK-NEXT: 9 | from a import (b
# CHECK-NEXT:   |               ^
# CHECK: error[expected-name]: expected a name, found the end of the line
# CHECK-NEXT:  --> {{.*}}imports.py:6:17
# CHECK-NEXT:   |
# CHECK-NEXT: 6 | from a import b,
# CHECK-NEXT:   |                 ^
# CHECK: error[expected-new-line]: the statement should end before `.1`
# CHECK-NEXT:  --> {{.*}}imports.py:7:9
# CHECK-NEXT:   |
# CHECK-NEXT: 7 | import a.1
# CHECK-NEXT:   |         ^^
# CHECK: error[expected-name]: expected a name, found the end of the line
# CHECK-NEXT:  --> {{.*}}imports.py:8:14
# CHECK-NEXT:   |
# CHECK-NEXT: 8 | from a import
# CHECK-NEXT:   |              ^
# CHECK-NOT: {{^error}}
