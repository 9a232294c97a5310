// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "kt/Dataset/Merge.h"
#include "Frames.h"
#include "Manifest.h"
#include "kt/Support/OutputFile.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace kt;

namespace {

/// One shard, read piece by piece.
class ShardReader {
public:
  static llvm::Expected<ShardReader> open(StringRef path) {
    llvm::Expected<Manifest> manifest = readManifest(path);
    if (!manifest)
      return manifest.takeError();
    auto buffer = llvm::MemoryBuffer::getFile(path, /*IsText=*/false, /*RequiresNullTerminator=*/false);
    if (!buffer)
      return llvm::createStringError(buffer.getError(), "cannot read '" + path + "'");
    ShardReader reader{path.str(), std::move(*manifest), std::move(*buffer)};
    reader.rest = reader.buffer->getBuffer();
    reader.format = reader.manifest.description["format"] == "jsonl.zst" ? FileFormat::Zstd : FileFormat::JsonLines;
    return std::move(reader);
  }

  bool isAtEnd() const { return piece.empty() && rest.empty(); }

  /// Makes the next piece, if there is one, what `piece` and `index` are of.
  llvm::Error advance() {
    piece.clear();
    if (rest.empty())
      return llvm::Error::success();
    llvm::Expected<std::string> next = takePiece(rest, format);
    if (!next)
      return llvm::createStringError("'" + path + "': " + llvm::toString(next.takeError()));
    piece = std::move(*next);
    return noteIndex(StringRef(piece).split('\n').first, index);
  }

  llvm::Error noteIndex(StringRef line, uint64_t &result) const {
    Json record = Json::parse(line.str(), nullptr, /*allow_exceptions=*/false);
    if (!record.is_object() || !record.contains("metadata") || !record["metadata"].contains("index"))
      return llvm::createStringError("'" + path + "' has a line that is no record");
    result = numberAt(record["metadata"], "index");
    return llvm::Error::success();
  }

  std::string path;
  Manifest manifest;
  std::unique_ptr<llvm::MemoryBuffer> buffer;
  StringRef rest = {};
  FileFormat format = FileFormat::JsonLines;
  std::string piece = {};
  uint64_t index = 0; // of the first record of the piece
};

class Merger {
public:
  Merger(StringRef out, std::vector<ShardReader> shards) : out(out), shards(std::move(shards)) {}

  llvm::Error run() {
    if (llvm::Error error = compare())
      return error;
    llvm::Expected<OutputFile> file = OutputFile::create(out);
    if (!file)
      return file.takeError();
    for (ShardReader &shard : shards)
      if (llvm::Error error = shard.advance())
        return error;
    while (!isDone())
      if (llvm::Error error = takeNext(file->os()))
        return error;
    if (llvm::Error error = file->commit())
      return error;
    return writeManifest(out, out, description, total);
  }

private:
  /// All shards of one corpus, each once.
  llvm::Error compare() {
    description = shards[0].manifest.description;
    uint64_t count = numberAt(description, "shards");
    std::vector<const ShardReader *> byNumber(count);
    limit = ~uint64_t(0);
    for (const ShardReader &shard : shards) {
      Json own = shard.manifest.description;
      uint64_t number = numberAt(own, "shard");
      own["shard"] = description["shard"];
      if (std::string other = difference(description, own); !other.empty())
        return llvm::createStringError("'" + shards[0].path + "' and '" + shard.path +
                                       "' are not of one corpus: " + other);
      if (number >= count || byNumber[number])
        return llvm::createStringError("'" + shard.path + "' is shard " + llvm::Twine(number) + ", as is '" +
                                       (number < count ? byNumber[number]->path : "") + "'");
      byNumber[number] = &shard;
      limit = std::min(limit, shard.manifest.device.lastIndex);
    }
    for (uint64_t number = 0; number < count; ++number)
      if (!byNumber[number])
        return llvm::createStringError("shard " + llvm::Twine(number) + " of " + llvm::Twine(count) + " is missing");
    description["shard"] = 0;
    description["shards"] = 1;
    total.device = shards[0].manifest.device.device;
    return llvm::Error::success();
  }

  bool isDone() const {
    return total.bytes >= numberAt(description, "target_bytes") ||
           total.records >= numberAt(description, "max_records");
  }

  llvm::Error takeNext(llvm::raw_ostream &os) {
    ShardReader *next = nullptr;
    for (ShardReader &shard : shards)
      if (!shard.isAtEnd() && (!next || shard.index < next->index))
        next = &shard;
    // Behind the end of the shortest shard, what is missing can't be told from what is not there.
    if (!next || next->index > limit)
      return llvm::createStringError("the shards hold " + llvm::Twine(total.records) +
                                     " records in a row, which is less than the corpus: make them larger");
    std::string text;
    for (StringRef rest = next->piece; !rest.empty() && !isDone();)
      if (llvm::Error error = takeLine(*next, rest, text))
        return error;
    os << encode(text, next->format);
    return next->advance();
  }

  llvm::Error takeLine(const ShardReader &shard, StringRef &rest, std::string &text) {
    StringRef line = rest.take_front(rest.find('\n') + 1);
    rest = rest.drop_front(line.size());
    if (llvm::Error error = shard.noteIndex(line, total.lastIndex))
      return error;
    text += line;
    total.bytes += line.size();
    ++total.records;
    // The categories are taken in turn.
    const Json &categories = description["categories"];
    std::string name = categories[total.lastIndex % categories.size()];
    ++total.byCategory[size_t(*categoryNamed(name))];
    return llvm::Error::success();
  }

  std::string out;
  std::vector<ShardReader> shards;
  Json description; // of the whole
  DeviceStats total{};
  uint64_t limit = 0; // up to this candidate all shards are complete
};

} // namespace

llvm::Error kt::merge(StringRef out, llvm::ArrayRef<std::string> paths) {
  std::vector<ShardReader> shards;
  for (const std::string &path : paths) {
    llvm::Expected<ShardReader> shard = ShardReader::open(path);
    if (!shard)
      return shard.takeError();
    shards.push_back(std::move(*shard));
  }
  return Merger(out, std::move(shards)).run();
}
