// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Words that people use in such code, by what they name.

#ifndef KT_LIB_GENERATE_VOCABULARY_H
#define KT_LIB_GENERATE_VOCABULARY_H

#include "kt/Generate/Policy.h"

namespace kt {

ArrayRef<StringRef> kernelVerbs();
ArrayRef<StringRef> kernelObjects(Category category);
ArrayRef<StringRef> inputNames(const Type *element);
ArrayRef<StringRef> outputNames();
ArrayRef<StringRef> scalarParamNames(const Type *type);
ArrayRef<StringRef> structParamNames();
ArrayRef<StringRef> localNames(const Type *type);
ArrayRef<StringRef> structNames();
ArrayRef<StringRef> fieldNames();
ArrayRef<StringRef> funcNames();
ArrayRef<StringRef> commentTexts();
/// Python's keywords and the builtins that kernels use unqualified: never a name of ours.
ArrayRef<StringRef> reservedWords();

} // namespace kt

#endif
