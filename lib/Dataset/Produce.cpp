// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "kt/Dataset/Produce.h"
#include "CandidateStream.h"
#include "RunFiles.h"
#include "kt/Dataset/Translator.h"
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
  // Up to the end of this batch.
  uint64_t candidates;
  uint64_t duplicates;
  uint64_t bridges;
};

/// Hands out the batches of this shard in order and takes results in any order. The stream is drawn from under the
/// lock: it is cheap beside what a worker does with a batch, and so stays a plain sequence.
class Exchange {
public:
  /// The first `done` batches are there already.
  Exchange(const ProduceOptions &options, uint64_t done)
      : shard(options.shard), stream(options), nextBatch(done), nextResult(done), window(options.jobs * 4) {
    for (uint64_t i = 0; i < done; ++i)
      draw();
  }

  struct Work {
    uint64_t number;
    std::vector<Candidate> batch;
    BatchResult result; // to be filled
  };
  /// Nothing once the writer is satisfied.
  std::optional<Work> take() {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return stopped || nextBatch < nextResult + window; });
    if (stopped)
      return std::nullopt;
    Work work{nextBatch++, draw(), {}};
    work.result = {{}, stream.candidates(), stream.duplicates(), stream.bridges()};
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
  /// The next batch that is this shard's.
  std::vector<Candidate> draw() {
    std::vector<Candidate> batch;
    do
      batch = stream.nextBatch();
    while (drawn++ % shard.count != shard.index);
    return batch;
  }

  std::mutex mutex;
  std::condition_variable changed;
  Shard shard;
  CandidateStream stream;
  uint64_t drawn = 0; // batches of all shards
  std::map<uint64_t, BatchResult> results;
  uint64_t nextBatch;
  uint64_t nextResult;
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
          .origin = GeneratedOrigin{options.seed, candidate.index, kernel.shape, candidate.cluster},
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
    for (Candidate &candidate : taken->batch) {
      Outcome &outcome = taken->result.outcomes.emplace_back();
      FailureOr<std::vector<CheckedUnit>> units = translator.translate(candidate.kernel, outcome.fault);
      outcome.candidate = std::move(candidate);
      if (succeeded(units))
        for (const CheckedUnit &unit : *units)
          outcome.lines.push_back(toJsonLine(recordOf(outcome.candidate, unit, options)));
    }
    exchange.give(taken->number, std::move(taken->result));
  }
}

/// Writes outcomes in order until every file has what was asked for.
class Writer {
public:
  Writer(const ProduceOptions &options, const FaultFn &onFault) : options(options), onFault(onFault) {}

  llvm::Error open() {
    llvm::Expected<std::unique_ptr<RunFiles>> opened = RunFiles::open(options, stats);
    if (!opened)
      return opened.takeError();
    files = std::move(*opened);
    for (unsigned i = 0; i < stats.devices.size(); ++i)
      noteWhetherDone(i);
    return llvm::Error::success();
  }
  uint64_t batchesDone() const { return files->batchesDone(); }

  llvm::Error write(BatchResult &result) {
    stats.candidates = result.candidates;
    stats.duplicates = result.duplicates;
    stats.bridges = result.bridges;
    texts.assign(options.outputs.size(), "");
    for (Outcome &outcome : result.outcomes) {
      if (isDone())
        break;
      write(outcome);
    }
    return files->append(texts, stats);
  }

  bool isDone() const {
    return files->isComplete() || llvm::all_of(stats.devices, [](const DeviceStats &device) { return device.isDone; });
  }

  /// Something is wrong with all of them, not with one: no file would ever be full.
  bool isHopeless() const {
    constexpr uint64_t patience = 200;
    return stats.faultCount > patience && stats.faultCount * 2 > stats.candidates;
  }

  llvm::Error commit() { return files->isComplete() ? llvm::Error::success() : files->commit(stats); }
  void discard() { files->discard(); }

  ProduceStats stats;

private:
  void write(Outcome &outcome) {
    if (outcome.lines.empty()) {
      ++stats.faultCount;
      ++stats.faults[outcome.fault.phase + ": " + outcome.fault.reason];
      return onFault(outcome.candidate.kernel, outcome.candidate.index, outcome.fault.phase, outcome.fault.text);
    }
    for (unsigned i = 0; i < texts.size(); ++i) {
      DeviceStats &device = stats.devices[i];
      if (device.isDone)
        continue;
      texts[i] += outcome.lines[i];
      device.bytes += outcome.lines[i].size();
      ++device.records;
      device.lastIndex = outcome.candidate.index;
      ++device.byCategory[size_t(outcome.candidate.kernel.category)];
      noteWhetherDone(i);
    }
  }

  void noteWhetherDone(unsigned i) {
    DeviceStats &device = stats.devices[i];
    // Four batches are more than shards differ by when all is small, a twentieth more when it is large.
    uint64_t records = 4 * options.batchSize;
    uint64_t bytes = device.records ? records * (device.bytes / device.records) : 0;
    device.isDone = device.bytes >= share(options.outputs[i].targetBytes, bytes) ||
                    device.records >= share(options.maxRecords, records);
  }

  /// How much of the whole this shard makes.
  uint64_t share(uint64_t whole, uint64_t more) const {
    unsigned count = options.shard.count;
    return count == 1 ? whole : whole / count + whole / count / 20 + more;
  }

  const ProduceOptions &options;
  const FaultFn &onFault;
  std::unique_ptr<RunFiles> files;
  std::vector<std::string> texts; // of the batch that is being written
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
  Exchange exchange(options, writer.batchesDone());
  std::vector<llvm::thread> workers;
  for (unsigned i = 0; i < options.jobs && !writer.isDone(); ++i)
    workers.emplace_back(std::optional<unsigned>(stackSize), [&] { work(exchange, options); });
  llvm::Error error = llvm::Error::success();
  while (!error && !writer.isDone() && !writer.isHopeless()) {
    BatchResult result = exchange.next();
    error = writer.write(result);
    writer.stats.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    onProgress(writer.stats);
  }
  exchange.stop();
  for (llvm::thread &worker : workers)
    worker.join();
  if (error)
    return std::move(error);
  if (writer.isHopeless()) {
    writer.discard();
    return llvm::createStringError("most candidates are refused: " + llvm::Twine(writer.stats.faults.begin()->first));
  }
  if (llvm::Error error = writer.commit())
    return std::move(error);
  return std::move(writer.stats);
}
