// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One line of a corpus file: a kernel, its translation for one device, and what was checked of it.

#ifndef KT_DATASET_RECORD_H
#define KT_DATASET_RECORD_H

#include "kt/Emit/Target.h"
#include "kt/Generate/Generate.h"
#include <string>
#include <vector>

namespace kt {

/// Which translation of a record stands in it: without adjoint, with adjoint, or an object of both.
enum class CodeScope : uint8_t { Forward, Full, Both };

struct Record {
  const GeneratedKernel *kernel;
  Target device;
  CodeScope scope = CodeScope::Full;
  bool includeSource = true;
  std::string forwardCode;
  std::string fullCode;
  std::string mangledName;
  bool hasBackward = false;
  uint64_t seed = 0;
  uint64_t index = 0; // of the candidate
  std::vector<std::string> checks; // "clang-cpu", "clang-cuda-device" …
};

/// The kernel's name, `_`, and ten hex digits of a hash of its source: the same for both devices.
std::string recordId(const GeneratedKernel &kernel);

/// One JSON object and a line end. Keys and their order are fixed, in `metadata` too.
std::string toJsonLine(const Record &record);

} // namespace kt

#endif
