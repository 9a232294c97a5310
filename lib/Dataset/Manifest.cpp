// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Manifest.h"
#include "kt/Support/OutputFile.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/SHA256.h"

using namespace kt;

std::string kt::manifestPath(StringRef path) { return (path + ".manifest.json").str(); }

static std::string sha256(StringRef bytes) {
  llvm::SHA256 hash;
  hash.update(bytes);
  return llvm::toHex(hash.final(), /*LowerCase=*/true);
}

static llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>> readFile(StringRef path) {
  auto buffer = llvm::MemoryBuffer::getFile(path, /*IsText=*/false, /*RequiresNullTerminator=*/false);
  if (!buffer)
    return llvm::createStringError(buffer.getError(), "cannot read '" + path + "': " + buffer.getError().message());
  return std::move(*buffer);
}

// The contents are what the description does not have.
static constexpr const char *contents[] = {"records", "bytes", "category_counts", "last_index", "size", "sha256"};

llvm::Error kt::writeManifest(StringRef path, StringRef bytesPath, Json manifest, const DeviceStats &device) {
  auto bytes = readFile(bytesPath);
  if (!bytes)
    return bytes.takeError();
  Json counts = Json::object();
  for (unsigned i = 0; i < categoryCount; ++i)
    counts[spelling(Category(i)).str()] = device.byCategory[i];
  manifest["records"] = device.records;
  manifest["bytes"] = device.bytes;
  manifest["category_counts"] = std::move(counts);
  manifest["last_index"] = device.lastIndex;
  manifest["size"] = (*bytes)->getBufferSize();
  manifest["sha256"] = sha256((*bytes)->getBuffer());
  manifest["manifest_sha256"] = sha256(manifest.dump());
  llvm::Expected<OutputFile> file = OutputFile::create(manifestPath(path));
  if (!file)
    return file.takeError();
  file->os() << manifest.dump(2) << "\n";
  return file->commit();
}

static DeviceStats contentsOf(const Json &manifest, StringRef path) {
  Target target = manifest.contains("device") && manifest["device"] == "cuda" ? Target::Cuda : Target::Cpu;
  DeviceStats device{target, path.str()};
  device.records = numberAt(manifest, "records");
  device.bytes = numberAt(manifest, "bytes");
  device.lastIndex = numberAt(manifest, "last_index");
  if (manifest.contains("category_counts"))
    for (unsigned i = 0; i < categoryCount; ++i)
      device.byCategory[i] = numberAt(manifest["category_counts"], spelling(Category(i)));
  return device;
}

llvm::Expected<Manifest> kt::readManifest(StringRef path) {
  std::string name = manifestPath(path);
  auto text = readFile(name);
  if (!text)
    return text.takeError();
  Json manifest = Json::parse((*text)->getBuffer().str(), nullptr, /*allow_exceptions=*/false);
  if (!manifest.is_object() || !manifest.contains("manifest_sha256"))
    return llvm::createStringError("'" + name + "' is not a manifest");
  Json sum = manifest["manifest_sha256"];
  manifest.erase("manifest_sha256");
  if (sum != sha256(manifest.dump()))
    return llvm::createStringError("'" + name + "' was changed: its own checksum is another");
  auto bytes = readFile(path);
  if (!bytes)
    return bytes.takeError();
  DeviceStats device = contentsOf(manifest, path);
  if (manifest["size"] != (*bytes)->getBufferSize() || manifest["sha256"] != sha256((*bytes)->getBuffer()))
    return llvm::createStringError("'" + path +
                                   "' is not the file that its manifest tells of: size or checksum differs");
  for (const char *key : contents)
    manifest.erase(key);
  return Manifest{std::move(manifest), std::move(device)};
}
