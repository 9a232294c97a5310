// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Commands.h"
#include "kt/Support/OutputFile.h"
#include "kt/Support/Version.h"
#include "llvm/Support/JSON.h"
#include <ctime>

using namespace kt;
namespace json = llvm::json;

static json::Object runOf(const DeviceStats &device, const ProduceOptions &options, const ProduceStats &stats) {
  json::Object counts;
  for (unsigned i = 0; i < categoryCount; ++i)
    counts[spelling(Category(i))] = int64_t(device.byCategory[i]);
  return json::Object{{"device", spelling(device.device)},
                      {"out_path", device.path},
                      {"bytes", int64_t(device.bytes)},
                      {"mb", double(device.bytes) / 1'048'576},
                      {"records", int64_t(device.records)},
                      {"elapsed_sec", stats.seconds},
                      {"records_per_sec", double(device.records) / stats.seconds},
                      {"category_counts", std::move(counts)},
                      {"code_scope", spelling(options.scope)},
                      {"include_backward", options.includeBackward},
                      {"include_python_source", options.includeSource},
                      {"seed", int64_t(options.seed)},
                      {"batch_size", int64_t(options.batchSize)},
                      {"jobs", int64_t(options.jobs)},
                      {"candidates", int64_t(stats.candidates)},
                      {"duplicates", int64_t(stats.duplicates)},
                      {"bridges", int64_t(stats.bridges)},
                      {"dropped", int64_t(stats.faultCount)}};
}

llvm::Error kt::writeStats(StringRef path, const ProduceOptions &options, const ProduceStats &stats) {
  json::Array runs;
  for (const DeviceStats &device : stats.devices)
    runs.push_back(runOf(device, options, stats));
  json::Array names;
  for (Category category : options.categories)
    names.push_back(spelling(category));
  json::Object root{{"generated_at_unix", int64_t(std::time(nullptr))},
                    {"version", version},
                    {"generator_categories", std::move(names)},
                    {"runs", std::move(runs)}};
  llvm::Expected<OutputFile> file = OutputFile::create(path);
  if (!file)
    return file.takeError();
  file->os() << llvm::formatv("{0:2}\n", json::Value(std::move(root)));
  return file->commit();
}
