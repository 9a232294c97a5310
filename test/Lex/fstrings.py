# RUN: kernel-translate %s --stop-after=lex --dump | FileCheck %s
# An f-string is text and replacement fields by turns. Fields hold any tokens, other f-strings too, in the same quotes.

a = f"x{{y}} {b!r:>{w}.2f} {f"{c["d"]}"}"
e = rf'\{f:=1}'

# CHECK:      4:5 FStringStart f"
# CHECK-NEXT: 4:7 FStringMiddle x{{[{][{]}}y}}
# CHECK-NEXT: 4:14 LeftBrace {
# CHECK-NEXT: 4:15 Name b
# CHECK-NEXT: 4:16 Exclaim !
# CHECK-NEXT: 4:17 Name r
# CHECK-NEXT: 4:18 Colon :
# CHECK-NEXT: 4:19 FStringMiddle >
# CHECK-NEXT: 4:20 LeftBrace {
# CHECK-NEXT: 4:21 Name w
# CHECK-NEXT: 4:22 RightBrace }
# CHECK-NEXT: 4:23 FStringMiddle .2f
# CHECK-NEXT: 4:26 RightBrace }
# CHECK-NEXT: 4:27 FStringMiddle
# CHECK-NEXT: 4:28 LeftBrace {
# CHECK-NEXT: 4:29 FStringStart f"
# CHECK-NEXT: 4:31 LeftBrace {
# CHECK-NEXT: 4:32 Name c
# CHECK-NEXT: 4:33 LeftSquare [
# CHECK-NEXT: 4:34 String "d"
# CHECK-NEXT: 4:37 RightSquare ]
# CHECK-NEXT: 4:38 RightBrace }
# CHECK-NEXT: 4:39 FStringEnd "
# CHECK-NEXT: 4:40 RightBrace }
# CHECK-NEXT: 4:41 FStringEnd "
# CHECK-NEXT: 4:42 Newline
# CHECK:      5:5 FStringStart rf'
# CHECK-NEXT: 5:8 FStringMiddle \
# CHECK-NEXT: 5:9 LeftBrace {
# CHECK-NEXT: 5:10 Name f
# CHECK-NEXT: 5:11 Colon :
# CHECK-NEXT: 5:12 FStringMiddle =1
# CHECK-NEXT: 5:14 RightBrace }
# CHECK-NEXT: 5:15 FStringEnd '
