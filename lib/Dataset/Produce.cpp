// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "kt/Dataset/Produce.h"
#include "CandidateStream.h"
#include "kt/Dataset/Translator.h"
#include "kt/Support/OutputFile.h"
#include "llvm/Support/thread.h"
#include <chrono>
#include <condition_variable>
#include <mutex>

using namespace kt;

namespace {

/// What came of one candidate: a line a device, or a fault.
struct Outcome {
  Candidate candidate;
  std::vector<std::string> lines;
  TranslationFault fault;
};

struct BatchResult {
  std::vector<Outcome> outcomes;
  uint64_t candidates; // drawn up to the end of this batch
  uint64_t duplicates;
};

/// Hands out batches in order and takes results in any order. The stream is drawn from under the lock: it is cheap
/// beside what a worker does with a batch, and so stays a plain sequence.
class Exchange {
public:
  Exchange(const ProduceOptions &options) : stream(options), window(options.jobs * 4) {}

  struct Work {
    uint64_t number;
    std::vector<Candidate> batch;
    uint64_t candidates;
    uint64_t duplicates;
  };
  /// Nothing once the writer is satisfied.
  std::optional<Work> take() {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return stopped || nextBatch < nextResult + window; });
    if (stopped)
      return std::nullopt;
    Work work{nextBatch++, stream.nextBatch(), 0, 0};
    work.candidates = stream.candidates();
    work.duplicates = stream.duplicates();
    return work;
  }
  void give(uint64_t number, BatchResult result) {
    std::unique_lock lock(mutex);
    results.emplace(number, std::move(result));
    changed.notify_all();
  }
  /// The result of the next batch in order.
  BatchResult next() {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return results.count(nextResult) != 0; });
    auto node = results.extract(nextResult++);
    changed.notify_all();
    return std::move(node.mapped());
  }
  void stop() {
    std::unique_lock lock(mutex);
    stopped = true;
    changed.notify_all();
  }

private:
  std::mutex mutex;
  std::condition_variable changed;
  CandidateStream stream;
  std::map<uint64_t, BatchResult> results;
  uint64_t nextBatch = 0;
  uint64_t nextResult = 0;
  uint64_t window; // batches that may wait for the writer
  bool stopped = false;
};

Record recordOf(const Candidate &candidate, const CheckedUnit &unit, const ProduceOptions &options) {
  const GeneratedKernel &kernel = candidate.kernel;
  return {.kernelName = kernel.name,
          .device = unit.target,
          .category = spelling(kernel.category).str(),
          .description = description(kernel.category).str(),
          .argTypes = kernel.argTypes,
          .origin = GeneratedOrigin{options.seed, candidate.index, kernel.shape},
          .source = kernel.source,
          .includeSource = options.includeSource,
          .scope = options.scope,
          .forwardCode = unit.forwardCode,
          .fullCode = unit.fullCode,
          .mangledName = unit.mangledName,
          .hasBackward = unit.hasBackward,
          .checks = unit.checks};
}

void work(Exchange &exchange, const ProduceOptions &options) {
  std::vector<Target> targets;
  for (const DeviceOutput &output : options.outputs)
    targets.push_back(output.device);
  Translator translator(targets, {options.scope, options.includeBackward, options.check});
  while (std::optional<Exchange::Work> taken = exchange.take()) {
    BatchResult result{{}, taken->candidates, taken->duplicates};
    for (Candidate &candidate : taken->batch) {
      Outcome &outcome = result.outcomes.emplace_back();
      FailureOr<std::vector<CheckedUnit>> units = translator.translate(candidate.kernel, outcome.fault);
      outcome.candidate = std::move(candidate);
      if (succeeded(units))
        for (const CheckedUnit &unit : *units)
          outcome.lines.push_back(toJsonLine(recordOf(outcome.candidate, unit, options)));
    }
    exchange.give(taken->number, std::move(result));
  }
}

/// Writes outcomes in order until every file has what was asked for.
class Writer {
public:
  Writer(const ProduceOptions &options, const FaultFn &onFault) : options(options), onFault(onFault) {}

  llvm::Error open() {
    for (const DeviceOutput &output : options.outputs) {
      llvm::Expected<OutputFile> file = OutputFile::create(output.path);
      if (!file)
        return file.takeError();
      files.push_back(std::move(*file));
      stats.devices.push_back({output.device, output.path});
    }
    return llvm::Error::success();
  }

  void write(BatchResult &result) {
    stats.candidates = result.candidates;
    stats.duplicates = result.duplicates;
    for (Outcome &outcome : result.outcomes) {
      if (isDone())
        return;
      if (outcome.lines.empty()) {
        ++stats.faultCount;
        ++stats.faults[outcome.fault.phase + ": " + outcome.fault.reason];
        onFault(outcome.candidate.kernel, outcome.candidate.index, outcome.fault.phase, outcome.fault.text);
        continue;
      }
      for (unsigned i = 0; i < files.size(); ++i)
        writeLine(i, outcome.lines[i], outcome.candidate.kernel.category);
    }
  }

  bool isDone() const {
    return llvm::all_of(stats.devices, [](const DeviceStats &device) { return device.isDone; });
  }

  /// Something is wrong with all of them, not with one: no file would ever be full.
  bool isHopeless() const {
    constexpr uint64_t patience = 200;
    return stats.faultCount > patience && stats.faultCount * 2 > stats.candidates;
  }

  /// A full disk shows when a stream is flushed; no use in going on after it.
  bool hasFailed() const {
    return llvm::any_of(files, [](const OutputFile &file) { return file.hasError(); });
  }

  llvm::Error commit() {
    for (OutputFile &file : files)
      if (llvm::Error error = file.commit())
        return error;
    return llvm::Error::success();
  }

  ProduceStats stats;

private:
  void writeLine(unsigned i, StringRef line, Category category) {
    DeviceStats &device = stats.devices[i];
    if (device.isDone)
      return;
    files[i].os() << line;
    device.bytes += line.size();
    ++device.records;
    ++device.byCategory[size_t(category)];
    device.isDone = device.bytes >= options.outputs[i].targetBytes || device.records >= options.maxRecords;
  }

  const ProduceOptions &options;
  const FaultFn &onFault;
  std::vector<OutputFile> files;
};

} // namespace

llvm::Expected<ProduceStats> kt::produce(const ProduceOptions &options, const ProgressFn &onProgress,
                                         const FaultFn &onFault) {
  auto start = std::chrono::steady_clock::now();
  Writer writer(options, onFault);
  if (llvm::Error error = writer.open())
    return std::move(error);

  // Clang recurses over what it parses: give it the stack that its own driver gives it.
  constexpr unsigned stackSize = 64u << 20;
  Exchange exchange(options);
  std::vector<llvm::thread> workers;
  for (unsigned i = 0; i < options.jobs; ++i)
    workers.emplace_back(std::optional<unsigned>(stackSize), [&] { work(exchange, options); });
  while (!writer.isDone() && !writer.hasFailed() && !writer.isHopeless()) {
    BatchResult result = exchange.next();
    writer.write(result);
    writer.stats.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    onProgress(writer.stats);
  }
  exchange.stop();
  for (llvm::thread &worker : workers)
    worker.join();
  if (writer.isHopeless())
    return llvm::createStringError("most candidates are refused: " + llvm::Twine(writer.stats.faults.begin()->first));
  if (llvm::Error error = writer.commit())
    return std::move(error);
  return std::move(writer.stats);
}
