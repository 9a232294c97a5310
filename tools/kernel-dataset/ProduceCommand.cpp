// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// kernel-dataset produce: the options of the published corpus' driver with their meaning, and ours.

#include "Commands.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include <thread>

using namespace kt;
namespace cl = llvm::cl;

namespace {

enum class Devices { Cpu, Cuda, Both };
enum class CheckLevel { None, Syntax };
constexpr double megabyte = 1'048'576;

cl::SubCommand produceVerb("produce", "Generate, translate, check and write kernels");
cl::OptionCategory produceOptions("Options of produce");

#define KT_OPTION cl::sub(produceVerb), cl::cat(produceOptions)

cl::opt<Devices>
    device("device", cl::desc("What to translate for"), cl::init(Devices::Both), KT_OPTION,
           cl::values(clEnumValN(Devices::Cpu, "cpu", "C++"), clEnumValN(Devices::Cuda, "cuda", "CUDA"),
                      clEnumValN(Devices::Both, "both", "one file each; a kernel's two records share its id")));
cl::opt<double> targetMb("target-mb", cl::desc("Size of the file, with one device (200)"), cl::init(200), KT_OPTION);
cl::opt<double> targetMbCpu("target-mb-cpu", cl::desc("Size of the CPU file (200)"), cl::init(200), KT_OPTION);
cl::opt<double> targetMbCuda("target-mb-cuda", cl::desc("Size of the CUDA file (200)"), cl::init(200), KT_OPTION);
cl::opt<std::string> out("out", cl::desc("The file, with one device"), cl::value_desc("path"), KT_OPTION);
cl::opt<std::string> outCpu("out-cpu", cl::desc("The CPU file (kernels_cpu.jsonl)"), cl::value_desc("path"), KT_OPTION);
cl::opt<std::string> outCuda("out-cuda", cl::desc("The CUDA file (kernels_cuda.jsonl)"), cl::value_desc("path"),
                             KT_OPTION);
cl::opt<std::string> statsOut("stats-out", cl::desc("What the run did, as JSON"), cl::value_desc("path"), KT_OPTION);
cl::opt<uint64_t> seed("seed", cl::desc("The seed that, with the version and the options, decides every byte (42)"),
                       cl::init(42), KT_OPTION);
cl::opt<unsigned> batchSize("batch-size", cl::desc("Kernels that a worker takes at a time (50)"), cl::init(50),
                            KT_OPTION);
cl::opt<uint64_t> maxRecords("max-records", cl::desc("Records a file at most (1000000)"), cl::init(1'000'000),
                             KT_OPTION);
cl::list<std::string> categories("categories", cl::desc("The categories to take in turn (all)"), cl::CommaSeparated,
                                 cl::value_desc("name,…"), KT_OPTION);
cl::opt<bool> includeBackward("include-backward", cl::desc("With adjoint code in the full unit (the default)"),
                              KT_OPTION);
cl::opt<bool> noBackward("no-backward", cl::desc("Without adjoint code"), KT_OPTION);
cl::opt<bool> noPythonSource("no-python-source", cl::desc("Leave python_source out"), KT_OPTION);
cl::opt<CodeScope> codeScope("code-scope", cl::desc("What generated_code holds (full)"), cl::init(CodeScope::Full),
                             KT_OPTION,
                             cl::values(clEnumValN(CodeScope::Forward, "forward", "the unit without adjoint code"),
                                        clEnumValN(CodeScope::Full, "full", "the unit"),
                                        clEnumValN(CodeScope::Both, "both", "an object with both")));
cl::opt<FileFormat>
    format("format", cl::desc("How files are written (jsonl)"), cl::init(FileFormat::JsonLines), KT_OPTION,
           cl::values(clEnumValN(FileFormat::JsonLines, "jsonl", "JSON lines"),
                      clEnumValN(FileFormat::Zstd, "jsonl.zst", "the same, compressed with Zstandard")));
cl::opt<std::string> shard("shard", cl::desc("Make only part I of N, for `merge`; I counts from 0 (0/1)"),
                           cl::value_desc("I/N"), cl::init("0/1"), KT_OPTION);
cl::opt<bool> resume("resume", cl::desc("Go on with what a run of the same options has left"), KT_OPTION);
cl::opt<unsigned> jobs("jobs", cl::desc("Workers (one a core); the files do not depend on it"), cl::init(0), KT_OPTION);
cl::opt<CheckLevel> verifyLevel("verify", cl::desc("How far each record is checked (syntax)"),
                                cl::init(CheckLevel::Syntax), KT_OPTION,
                                cl::values(clEnumValN(CheckLevel::Syntax, "syntax", "Clang: CPU; CUDA device and host"),
                                           clEnumValN(CheckLevel::None, "none", "not at all; records say so")));
cl::opt<ProgressMode> progress("progress", cl::desc("How progress is shown"), cl::init(ProgressMode::Auto), KT_OPTION,
                               cl::values(clEnumValN(ProgressMode::Auto, "auto", "a bar on a terminal, else lines"),
                                          clEnumValN(ProgressMode::Json, "json", "one object a line"),
                                          clEnumValN(ProgressMode::None, "none", "not at all")));

int usage(const llvm::Twine &problem) {
  llvm::errs() << "kernel-dataset produce: " << problem << "\n";
  return exitUsage;
}

std::string categoryNames() {
  std::string names;
  for (unsigned i = 0; i < categoryCount; ++i)
    names += (i ? ", " : "") + spelling(Category(i)).str();
  return names;
}

DeviceOutput outputFor(Target target) {
  bool isCpu = target == Target::Cpu;
  bool isOnly = device != Devices::Both;
  const cl::opt<std::string> &ownPath = isCpu ? outCpu : outCuda;
  const cl::opt<double> &ownSize = isCpu ? targetMbCpu : targetMbCuda;
  std::string path = ownPath;
  if (path.empty() && isOnly)
    path = out;
  if (path.empty())
    path = ((isCpu ? "kernels_cpu." : "kernels_cuda.") + spelling(format)).str();
  double size = isOnly && targetMb.getNumOccurrences() ? targetMb : ownSize;
  return {target, path, uint64_t(size * megabyte)};
}

/// `I/N`, 0 <= I < N.
std::optional<Shard> shardNamed(StringRef text) {
  Shard result;
  auto [index, count] = text.split('/');
  constexpr unsigned most = 10'000;
  bool isRight = !index.getAsInteger(10, result.index) && !count.getAsInteger(10, result.count) &&
                 result.index < result.count && result.count <= most;
  return isRight ? std::optional(result) : std::nullopt;
}

/// What has to be said of the candidates that a phase refused: the first few in full, all of them by number.
class FaultReport {
public:
  void add(const GeneratedKernel &kernel, uint64_t index, StringRef phase, StringRef text) {
    constexpr unsigned shown = 3;
    if (++count > shown)
      return;
    llvm::errs() << "kernel-dataset: candidate " << index << " (" << spelling(kernel.category) << ", seed " << seed
                 << ") is refused by " << phase << "\n"
                 << kernel.source << "\n"
                 << text << "\n";
  }

private:
  unsigned count = 0;
};

} // namespace

void kt::hideForeignOptions() {
  cl::HideUnrelatedOptions(produceOptions);
  cl::HideUnrelatedOptions(produceOptions, produceVerb);
}

bool kt::produceRequested() { return bool(produceVerb); }

int kt::runProduce() {
  ProduceOptions options;
  if (device != Devices::Cuda)
    options.outputs.push_back(outputFor(Target::Cpu));
  if (device != Devices::Cpu)
    options.outputs.push_back(outputFor(Target::Cuda));
  if (device == Devices::Both && !out.empty())
    return usage("--out names one file; with two devices say --out-cpu and --out-cuda");
  if (device == Devices::Both && options.outputs[0].path == options.outputs[1].path)
    return usage("both files have the path " + options.outputs[0].path);
  if (!batchSize)
    return usage("--batch-size is at least 1");
  if (includeBackward && noBackward)
    return usage("--include-backward and --no-backward exclude each other");
  for (const std::string &name : categories) {
    std::optional<Category> category = categoryNamed(name);
    if (!category)
      return usage("no category '" + name + "'; there are " + categoryNames());
    options.categories.push_back(*category);
  }
  if (options.categories.empty())
    for (unsigned i = 0; i < categoryCount; ++i)
      options.categories.push_back(Category(i));
  std::optional<Shard> part = shardNamed(shard);
  if (!part)
    return usage("--shard=" + shard + " is not I/N with I below N, such as 0/4");
  options.shard = *part;
  options.format = format;
  options.resume = resume;
  options.seed = seed;
  options.maxRecords = maxRecords;
  options.batchSize = batchSize;
  options.jobs = jobs ? unsigned(jobs) : std::max(1u, std::thread::hardware_concurrency());
  options.scope = codeScope;
  options.includeBackward = !noBackward;
  options.includeSource = !noPythonSource;
  options.check = verifyLevel == CheckLevel::Syntax;

  FaultReport faults;
  auto onFault = [&](const GeneratedKernel &kernel, uint64_t index, StringRef phase, StringRef text) {
    faults.add(kernel, index, phase, text);
  };
  llvm::Expected<ProduceStats> stats = produce(options, makeProgress(progress, options), onFault);
  if (!stats) {
    llvm::errs() << "kernel-dataset: " << llvm::toString(stats.takeError()) << "\n";
    return exitFailed;
  }
  if (!statsOut.empty())
    if (llvm::Error error = writeStats(statsOut, options, *stats)) {
      llvm::errs() << "kernel-dataset: " << llvm::toString(std::move(error)) << "\n";
      return exitFailed;
    }
  for (auto &[reason, count] : stats->faults)
    llvm::errs() << "kernel-dataset: dropped " << count << " candidates: " << reason << "\n";
  return stats->faults.empty() ? exitDone : exitDropped;
}
