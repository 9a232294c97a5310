// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The bytes of a corpus file: text as it is, or a frame of Zstandard for each piece of text, which any reader of
// Zstandard takes for one stream.

#ifndef KT_LIB_DATASET_FRAMES_H
#define KT_LIB_DATASET_FRAMES_H

#include "kt/Dataset/Produce.h"

namespace kt {

/// A piece of text as it stands in a file. Of no text it is nothing.
std::string encode(StringRef text, FileFormat format);

/// The format that a path's ending tells.
FileFormat formatOf(StringRef path);

/// Takes the next piece off `bytes`: a line with its end, or the text of a frame. An error if it is cut off or damaged.
llvm::Expected<std::string> takePiece(StringRef &bytes, FileFormat format);

} // namespace kt

#endif
