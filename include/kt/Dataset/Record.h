// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One line of a corpus file: a kernel, its translation for one device, and what was checked of it.

#ifndef KT_DATASET_RECORD_H
#define KT_DATASET_RECORD_H

#include "kt/Dataset/Clusters.h"
#include "kt/Emit/Target.h"
#include "kt/Generate/Generate.h"
#include <string>
#include <variant>
#include <vector>

namespace kt {

/// Which translation of a record stands in it: without adjoint, with adjoint, or an object of both.
enum class CodeScope : uint8_t { Forward, Full, Both };
StringRef spelling(CodeScope scope); // "full"

/// A kernel that `seed` and `index` make again.
struct GeneratedOrigin {
  uint64_t seed;
  uint64_t index; // of the candidate
  GeneratedKernel::Shape shape;
  Cluster cluster;
};

/// A kernel that a person wrote.
struct FileOrigin {
  std::string file; // without its folder
  unsigned line;
};

struct Record {
  std::string kernelName;
  Target device;
  std::string category;
  std::string description;
  std::vector<std::pair<std::string, std::string>> argTypes; // name and type as written
  std::variant<GeneratedOrigin, FileOrigin> origin;
  std::string source;
  bool includeSource = true;
  CodeScope scope = CodeScope::Full;
  std::string forwardCode;
  std::string fullCode;
  std::string mangledName;
  bool hasBackward = false;
  std::vector<std::string> checks; // "clang-cpu", "clang-cuda-device" …
};

/// One JSON object and a line end. Keys and their order are fixed, in `metadata` too. `id` is the kernel's name, `_`,
/// and ten hex digits of a hash of its source: the same for both devices.
std::string toJsonLine(const Record &record);

} // namespace kt

#endif
