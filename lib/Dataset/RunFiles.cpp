// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "RunFiles.h"
#include "Frames.h"
#include "Manifest.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/xxhash.h"
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace kt;

static std::string hashOf(StringRef text) {
  return llvm::utohexstr(llvm::xxh3_64bits(text), /*LowerCase=*/true, /*Width=*/16);
}

static llvm::Error problem(StringRef what, StringRef path, int code) {
  std::error_code error(code, std::generic_category());
  return llvm::createStringError(error, what + " '" + path + "': " + error.message());
}

// Lines of the journal
// --------------------

static Json lineOf(const ProduceStats &stats, llvm::ArrayRef<uint64_t> sizes, llvm::ArrayRef<std::string> hashes) {
  Json files = Json::array();
  for (auto [device, size, hash] : llvm::zip_equal(stats.devices, sizes, hashes))
    files.push_back({{"bytes", device.bytes},
                     {"records", device.records},
                     {"last_index", device.lastIndex},
                     {"categories", device.byCategory},
                     {"size", size},
                     {"hash", hash}});
  return {{"candidates", stats.candidates},
          {"duplicates", stats.duplicates},
          {"bridges", stats.bridges},
          {"faults", stats.faults},
          {"files", std::move(files)}};
}

static void read(const Json &line, ProduceStats &stats) {
  stats.candidates = line["candidates"];
  stats.duplicates = line["duplicates"];
  stats.bridges = line["bridges"];
  stats.faults = line["faults"].get<std::map<std::string, uint64_t>>();
  stats.faultCount = 0;
  for (auto &[reason, count] : stats.faults)
    stats.faultCount += count;
  for (auto [device, file] : llvm::zip_equal(stats.devices, line["files"])) {
    device.bytes = file["bytes"];
    device.records = file["records"];
    device.lastIndex = file["last_index"];
    device.byCategory = file["categories"].get<decltype(device.byCategory)>();
  }
}

/// Takes a line off `text` if it is whole and its hash is right.
static std::optional<Json> takeLine(StringRef &text) {
  auto [line, rest] = text.split('\n');
  auto [hash, body] = line.split(' ');
  if (line.size() == text.size() || hash != hashOf(body))
    return std::nullopt;
  text = rest;
  return Json::parse(body.str());
}

llvm::Error RunFiles::writeLine(const Json &line) {
  std::string body = line.dump();
  std::string text = hashOf(body) + " " + body + "\n";
  for (StringRef rest = text; !rest.empty();) {
    ssize_t written = ::write(journal, rest.data(), rest.size());
    if (written < 0 && errno == EINTR)
      continue;
    if (written < 0)
      return problem("cannot write", journalPath, errno);
    rest = rest.drop_front(written);
  }
  return llvm::Error::success();
}

// Opening
// -------

/// One run at a time. A run that ends removes the journal, so the file that was opened may not be there any more.
llvm::Error RunFiles::lock() {
  while (true) {
    journal = ::open(journalPath.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
    if (journal < 0)
      return problem("cannot write", options.outputs[0].path, errno);
    if (::flock(journal, LOCK_EX | LOCK_NB) != 0)
      return llvm::createStringError("another run is at work on '" + options.outputs[0].path + "'");
    struct stat opened, there;
    if (::fstat(journal, &opened) == 0 && ::stat(journalPath.c_str(), &there) == 0 && opened.st_ino == there.st_ino) {
      journalSize = opened.st_size;
      return llvm::Error::success();
    }
    ::close(journal);
  }
}

/// What batch after batch has added to the partial files is there, and is what the journal says.
bool RunFiles::takeBatch(const Json &line, llvm::ArrayRef<StringRef> partials, ProduceStats &stats) {
  for (auto [partial, size, file] : llvm::zip_equal(partials, sizes, line["files"])) {
    uint64_t end = file["size"];
    if (end < size || end > partial.size() || file["hash"] != hashOf(partial.slice(size, end)))
      return false;
  }
  for (auto [size, file] : llvm::zip_equal(sizes, line["files"]))
    size = file["size"];
  read(line, stats);
  ++batches;
  return true;
}

llvm::Error RunFiles::readJournal(ProduceStats &stats) {
  auto buffer = llvm::MemoryBuffer::getFile(journalPath);
  if (!buffer)
    return problem("cannot read", journalPath, buffer.getError().value());
  StringRef text = (*buffer)->getBuffer();
  uint64_t good = 0;
  if (std::optional<Json> header = takeLine(text)) {
    if (std::string difference = kt::difference(describe(options), *header); !difference.empty())
      return llvm::createStringError("'" + journalPath + "' is of another run: " + difference);
    good = text.data() - (*buffer)->getBufferStart();
    std::vector<std::unique_ptr<llvm::MemoryBuffer>> buffers;
    std::vector<StringRef> partials;
    for (const DeviceOutput &output : options.outputs) {
      auto partial = llvm::MemoryBuffer::getFile(OutputFile::partialOf(output.path), /*IsText=*/false,
                                                 /*RequiresNullTerminator=*/false);
      buffers.push_back(partial ? std::move(*partial) : llvm::MemoryBuffer::getMemBuffer(""));
      partials.push_back(buffers.back()->getBuffer());
    }
    while (std::optional<Json> line = takeLine(text)) {
      if (!takeBatch(*line, partials, stats))
        break;
      good = text.data() - (*buffer)->getBufferStart();
    }
  }
  if (::ftruncate(journal, good) != 0)
    return problem("cannot write", journalPath, errno);
  journalSize = good;
  return llvm::Error::success();
}

/// The same run has come to its end before, and nothing has changed since.
bool RunFiles::takeComplete(ProduceStats &stats) {
  for (auto [output, device] : llvm::zip_equal(options.outputs, stats.devices)) {
    llvm::Expected<Manifest> manifest = readManifest(output.path);
    bool isSame = bool(manifest) && difference(describe(options, output), manifest->description).empty();
    if (!manifest)
      llvm::consumeError(manifest.takeError());
    if (!isSame)
      return false;
    device = manifest->device;
  }
  return true;
}

llvm::Expected<std::unique_ptr<RunFiles>> RunFiles::open(const ProduceOptions &options, ProduceStats &stats) {
  std::unique_ptr<RunFiles> run(new RunFiles(options));
  run->sizes.resize(options.outputs.size());
  bool canResume = true;
  for (const DeviceOutput &output : options.outputs) {
    stats.devices.push_back({output.device, output.path});
    canResume &= !OutputFile::partialOf(output.path).empty();
  }
  if (canResume) {
    StringRef first = run->journalPath = OutputFile::partialOf(options.outputs[0].path);
    run->journalPath = (first.drop_back(StringRef(".partial").size()) + ".journal").str();
    if (llvm::Error error = run->lock())
      return std::move(error);
    if (run->journalSize && !options.resume)
      return llvm::createStringError("'" + run->journalPath +
                                     "' is left from a run that did not end: go on with it by --resume, or remove it");
    if (!run->journalSize && options.resume && run->takeComplete(stats)) {
      run->complete = true;
      run->discard();
      return std::move(run);
    }
    if (llvm::Error error = run->readJournal(stats))
      return std::move(error);
    if (!run->journalSize)
      if (llvm::Error error = run->writeLine(describe(options)))
        return std::move(error);
  }
  for (auto [output, size] : llvm::zip_equal(options.outputs, run->sizes)) {
    llvm::Expected<OutputFile> file =
        canResume ? OutputFile::resume(output.path, size) : OutputFile::create(output.path);
    if (!file) {
      if (!run->batches)
        run->discard();
      return file.takeError();
    }
    run->files.push_back(std::move(*file));
  }
  return std::move(run);
}

RunFiles::~RunFiles() {
  if (journal >= 0)
    ::close(journal);
}

// Going on, and the end
// ---------------------

llvm::Error RunFiles::append(llvm::ArrayRef<std::string> texts, const ProduceStats &stats) {
  std::vector<std::string> hashes;
  for (auto [file, size, text] : llvm::zip_equal(files, sizes, texts)) {
    std::string bytes = encode(text, options.format);
    file.os() << bytes;
    file.os().flush();
    if (file.hasError())
      return file.commit(); // which tells what is wrong
    size += bytes.size();
    hashes.push_back(hashOf(bytes));
  }
  return journalPath.empty() ? llvm::Error::success() : writeLine(lineOf(stats, sizes, hashes));
}

/// The manifests come first: a file that is there has one. The journal goes last: until then all can be done again.
llvm::Error RunFiles::commit(const ProduceStats &stats) {
  for (auto [output, device] : llvm::zip_equal(options.outputs, stats.devices))
    if (!journalPath.empty())
      if (llvm::Error error =
              writeManifest(output.path, OutputFile::partialOf(output.path), describe(options, output), device))
        return error;
  for (OutputFile &file : files)
    if (llvm::Error error = file.commit())
      return error;
  if (!journalPath.empty())
    ::unlink(journalPath.c_str());
  return llvm::Error::success();
}

void RunFiles::discard() {
  for (const DeviceOutput &output : options.outputs)
    if (std::string partial = OutputFile::partialOf(output.path); !partial.empty())
      ::unlink(partial.c_str());
  if (!journalPath.empty())
    ::unlink(journalPath.c_str());
}
