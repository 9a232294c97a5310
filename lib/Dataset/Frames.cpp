// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Frames.h"
#include <zstd.h>

using namespace kt;

// Ten times as fast as it has to be beside what the text costs.
static constexpr int level = 9;

FileFormat kt::formatOf(StringRef path) { return path.ends_with(".zst") ? FileFormat::Zstd : FileFormat::JsonLines; }

std::string kt::encode(StringRef text, FileFormat format) {
  if (format == FileFormat::JsonLines || text.empty())
    return text.str();
  std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(), ZSTD_freeCCtx);
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, level);
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
  std::string frame(ZSTD_compressBound(text.size()), '\0');
  frame.resize(ZSTD_compress2(context.get(), frame.data(), frame.size(), text.data(), text.size()));
  return frame;
}

static llvm::Expected<std::string> takeFrame(StringRef &bytes) {
  size_t size = ZSTD_findFrameCompressedSize(bytes.data(), bytes.size());
  if (ZSTD_isError(size))
    return llvm::createStringError("it is cut off, or no Zstandard file");
  std::string text(ZSTD_getFrameContentSize(bytes.data(), bytes.size()), '\0');
  size_t read = ZSTD_decompress(text.data(), text.size(), bytes.data(), size);
  if (ZSTD_isError(read))
    return llvm::createStringError(llvm::Twine("it is damaged: ") + ZSTD_getErrorName(read));
  bytes = bytes.drop_front(size);
  return text;
}

llvm::Expected<std::string> kt::takePiece(StringRef &bytes, FileFormat format) {
  if (format == FileFormat::Zstd)
    return takeFrame(bytes);
  size_t end = bytes.find('\n');
  if (end == StringRef::npos)
    return llvm::createStringError("its last line has no end");
  std::string line = bytes.take_front(end + 1).str();
  bytes = bytes.drop_front(end + 1);
  return line;
}
