// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What decides the bytes of a corpus, as JSON: journals and manifests begin with it, and are told apart by it.

#ifndef KT_LIB_DATASET_OPTIONS_H
#define KT_LIB_DATASET_OPTIONS_H

#include "kt/Dataset/Produce.h"
#include <nlohmann/json.hpp>

namespace kt {

using Json = nlohmann::ordered_json;

/// Of all the files of a run.
Json describe(const ProduceOptions &options);
/// Of one file: with its device and size.
Json describe(const ProduceOptions &options, const DeviceOutput &output);

/// A number that ought to be there; 0 if it is not.
uint64_t numberAt(const Json &object, StringRef key);

/// The first thing in which two descriptions differ, in words; empty if they are the same.
std::string difference(const Json &here, const Json &there);

} // namespace kt

#endif
