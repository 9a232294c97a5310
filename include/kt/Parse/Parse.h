// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Tokens to syntax: all of Python 3.12, by recursive descent. After a mistake it goes on at the next statement, so
// one run shows every mistake. Whether a construct may stand in a kernel is not asked here.

#ifndef KT_PARSE_PARSE_H
#define KT_PARSE_PARSE_H

#include "kt/AST/AST.h"
#include "kt/Lex/Lex.h"

namespace kt {

/// Parses the whole file. Faults are reported and the statement in which one stands is left out of the result, so
/// that what else the file holds can still be used; fails only when nothing could be read.
FailureOr<ast::Module> parse(const TokenBuffer &tokens, DiagEngine &diags);

} // namespace kt

#endif
