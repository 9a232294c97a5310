#!/usr/bin/env python3
# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Writes lib/Lex/IdentifierChars.inc: what Python's identifiers may hold outside ASCII.

    utils/unicode_tables.py > lib/Lex/IdentifierChars.inc

The facts are those of the running Python's Unicode database.
"""

import sys
import unicodedata

START, CONTINUE, UNSTABLE, COMBINING = 1, 2, 4, 8


def composing_chars():
    """Characters that normal form may join with the one before: Hangul vowels and finals, and second halves."""
    found = set(range(0x1161, 0x1176)) | set(range(0x11A8, 0x11C3))
    for code in range(sys.maxunicode + 1):
        parts = unicodedata.decomposition(chr(code)).split()
        if len(parts) == 2 and not parts[0].startswith("<"):
            pair = "".join(chr(int(part, 16)) for part in parts)
            if unicodedata.normalize("NFC", pair) == chr(code):
                found.add(int(parts[1], 16))
    return found


def flags_of(code, composing):
    char = chr(code)
    if not ("a" + char).isidentifier():
        return 0
    flags = CONTINUE
    if char.isidentifier():
        flags |= START
    if code in composing or unicodedata.normalize("NFKC", char) != char:
        flags |= UNSTABLE
    if unicodedata.combining(char):
        flags |= COMBINING
    return flags


def ranges():
    composing = composing_chars()
    first, current = 0x80, 0
    for code in range(0x80, sys.maxunicode + 2):
        flags = flags_of(code, composing) if code <= sys.maxunicode else 0
        if flags != current:
            if current:
                yield first, code - 1, current
            first, current = code, flags


def main():
    print("// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.")
    print("// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception")
    print("//")
    print(f"// Written by utils/unicode_tables.py from Unicode {unicodedata.unidata_version}:")
    print("// {first, last, what}, where `what` adds up 1 may begin a name, 2 may stand in one, "
          "4 may change under NFKC,")
    print("// 8 combines with what stands before.")
    print()
    line = ""
    for first, last, flags in ranges():
        entry = f"{{0x{first:X}, 0x{last:X}, {flags}}},"
        if len(line) + len(entry) + 1 > 120:
            print(line)
            line = entry
        else:
            line += (" " if line else "") + entry
    print(line)


if __name__ == "__main__":
    main()
