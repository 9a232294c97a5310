# RUN: kernel-translate %s --stop-after=lex --dump | FileCheck %s
# Every kind of token, and where lines and blocks begin and end. Comments and blank lines leave nothing.

@wp.kernel
def f(x: int) -> None:

    # a comment
    if x <= 0x_1F and x != 1_000:  # another
	    y = (1.5e-3 +
2j) if x else rb'\'' """a
b"""
    z = x ** -y // 2 \
        << 3

# CHECK:      4:1 At @
# CHECK-NEXT: 4:2 Name wp
# CHECK-NEXT: 4:4 Dot .
# CHECK-NEXT: 4:5 Name kernel
# CHECK-NEXT: 4:11 Newline
# CHECK-NEXT: 5:1 KwDef def
# CHECK-NEXT: 5:5 Name f
# CHECK-NEXT: 5:6 LeftParen (
# CHECK-NEXT: 5:7 Name x
# CHECK-NEXT: 5:8 Colon :
# CHECK-NEXT: 5:10 Name int
# CHECK-NEXT: 5:13 RightParen )
# CHECK-NEXT: 5:15 Arrow ->
# CHECK-NEXT: 5:18 KwNone None
# CHECK-NEXT: 5:22 Colon :
# CHECK-NEXT: 5:23 Newline
# CHECK-NEXT: 8:1 Indent
# CHECK-NEXT: 8:5 KwIf if
# CHECK-NEXT: 8:8 Name x
# CHECK-NEXT: 8:10 LessEqual <=
# CHECK-NEXT: 8:13 Integer 0x_1F
# CHECK-NEXT: 8:19 KwAnd and
# CHECK-NEXT: 8:23 Name x
# CHECK-NEXT: 8:25 NotEqual !=
# CHECK-NEXT: 8:28 Integer 1_000
# CHECK-NEXT: 8:33 Colon :
# CHECK-NEXT: 8:45 Newline
# CHECK-NEXT: 9:1 Indent
# CHECK-NEXT: 9:6 Name y
# CHECK-NEXT: 9:8 Equal =
# CHECK-NEXT: 9:10 LeftParen (
# CHECK-NEXT: 9:11 Float 1.5e-3
# CHECK-NEXT: 9:18 Plus +
# CHECK-NEXT: 10:1 Imaginary 2j
# CHECK-NEXT: 10:3 RightParen )
# CHECK-NEXT: 10:5 KwIf if
# CHECK-NEXT: 10:8 Name x
# CHECK-NEXT: 10:10 KwElse else
# CHECK-NEXT: 10:15 String rb'\''
# CHECK-NEXT: 10:22 String """a<U+000A>b"""
# CHECK-NEXT: 11:5 Newline
# CHECK-NEXT: 12:1 Dedent
# CHECK-NEXT: 12:5 Name z
# CHECK-NEXT: 12:7 Equal =
# CHECK-NEXT: 12:9 Name x
# CHECK-NEXT: 12:11 DoubleStar **
# CHECK-NEXT: 12:14 Minus -
# CHECK-NEXT: 12:15 Name y
# CHECK-NEXT: 12:17 DoubleSlash //
# CHECK-NEXT: 12:20 Integer 2
# CHECK-NEXT: 13:9 LeftShift <<
# CHECK-NEXT: 13:12 Integer 3
# CHECK-NEXT: 13:13 Newline
# CHECK:      Dedent
# CHECK-NEXT: EndOfFile
