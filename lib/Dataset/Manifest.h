// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// `path.manifest.json`: what a corpus file was made with and what is in it, with the SHA-256 of its bytes and of the
// manifest itself.

#ifndef KT_LIB_DATASET_MANIFEST_H
#define KT_LIB_DATASET_MANIFEST_H

#include "Options.h"

namespace kt {

std::string manifestPath(StringRef path);

/// Of a file whose bytes stand in `bytesPath`. `description` is what `describe` says of it.
llvm::Error writeManifest(StringRef path, StringRef bytesPath, Json description, const DeviceStats &device);

/// Of a file that has one, and is what it says.
struct Manifest {
  Json description;
  DeviceStats device;
};
/// An error if there is none, if it was changed, or if it does not fit the file.
llvm::Expected<Manifest> readManifest(StringRef path);

} // namespace kt

#endif
