// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Commands.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"

using namespace kt;

/// The share that is done of the file that has furthest to go.
static double share(const ProduceStats &stats, const ProduceOptions &options) {
  double least = 1;
  for (unsigned i = 0; i < stats.devices.size(); ++i) {
    const DeviceStats &device = stats.devices[i];
    double bytes = double(device.bytes) / double(std::max<uint64_t>(1, options.outputs[i].targetBytes));
    double records = double(device.records) / double(std::max<uint64_t>(1, options.maxRecords));
    least = std::min(least, device.isDone ? 1.0 : std::max(bytes, records));
  }
  return least;
}

static void printCounts(llvm::raw_ostream &os, const ProduceStats &stats) {
  for (const DeviceStats &device : stats.devices)
    os << "  " << spelling(device.device) << ' ' << device.records << " records, "
       << llvm::format("%.1f", double(device.bytes) / 1'048'576) << " MB";
  os << llvm::format("  %.0f s", stats.seconds);
}

static void printBar(const ProduceStats &stats, double done) {
  constexpr unsigned width = 30;
  unsigned filled = unsigned(done * width);
  llvm::errs() << "\r[" << std::string(filled, '=') << std::string(width - filled, ' ') << ']'
               << llvm::format(" %3.0f %%", done * 100);
  printCounts(llvm::errs(), stats);
  llvm::errs() << (done >= 1 ? "\n" : "");
}

static void printLine(const ProduceStats &stats, double done) {
  llvm::errs() << llvm::format("%3.0f %%", done * 100);
  printCounts(llvm::errs(), stats);
  llvm::errs() << "\n";
}

static void printJson(const ProduceStats &stats, double done) {
  llvm::json::Array devices;
  for (const DeviceStats &device : stats.devices)
    devices.push_back(llvm::json::Object{
        {"device", spelling(device.device)}, {"records", int64_t(device.records)}, {"bytes", int64_t(device.bytes)}});
  llvm::errs() << llvm::json::Value(llvm::json::Object{
                      {"share", done}, {"elapsed_sec", stats.seconds}, {"devices", std::move(devices)}})
               << "\n";
}

ProgressFn kt::makeProgress(ProgressMode mode, const ProduceOptions &options) {
  if (mode == ProgressMode::None)
    return [](const ProduceStats &) {};
  bool isTerminal = llvm::sys::Process::StandardErrIsDisplayed();
  // A terminal is redrawn often, a log gets a line every tenth of the way.
  double step = mode == ProgressMode::Auto && isTerminal ? 0.005 : 0.1;
  return [=, &options, next = 0.0](const ProduceStats &stats) mutable {
    double done = share(stats, options);
    if (done < next)
      return;
    next = done >= 1 ? 2.0 : done + step;
    if (mode == ProgressMode::Json)
      printJson(stats, done);
    else
      isTerminal ? printBar(stats, done) : printLine(stats, done);
  };
}
