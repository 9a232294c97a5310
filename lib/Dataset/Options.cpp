// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Options.h"
#include "kt/Support/Version.h"

using namespace kt;

StringRef kt::spelling(CodeScope scope) {
  switch (scope) {
  case CodeScope::Forward: return "forward";
  case CodeScope::Full: return "full";
  case CodeScope::Both: return "both";
  }
  llvm_unreachable("covered switch");
}

StringRef kt::spelling(FileFormat format) {
  switch (format) {
  case FileFormat::JsonLines: return "jsonl";
  case FileFormat::Zstd: return "jsonl.zst";
  }
  llvm_unreachable("covered switch");
}

Json kt::describe(const ProduceOptions &options) {
  Json categories = Json::array();
  for (Category category : options.categories)
    categories.push_back(spelling(category).str());
  Json files = Json::array();
  for (const DeviceOutput &output : options.outputs)
    files.push_back({{"device", spelling(output.device)}, {"target_bytes", output.targetBytes}});
  return {{"version", version},
          {"seed", options.seed},
          {"categories", std::move(categories)},
          {"max_records", options.maxRecords},
          {"batch_size", options.batchSize},
          {"code_scope", spelling(options.scope).str()},
          {"include_backward", options.includeBackward},
          {"include_python_source", options.includeSource},
          {"verify", options.check ? "syntax" : "none"},
          {"format", spelling(options.format).str()},
          {"shard", options.shard.index},
          {"shards", options.shard.count},
          {"files", std::move(files)}};
}

Json kt::describe(const ProduceOptions &options, const DeviceOutput &output) {
  Json description = describe(options);
  description.erase("files");
  description["device"] = spelling(output.device);
  description["target_bytes"] = output.targetBytes;
  return description;
}

uint64_t kt::numberAt(const Json &object, StringRef key) {
  auto found = object.is_object() ? object.find(key.str()) : object.end();
  return found != object.end() && found->is_number_unsigned() ? found->get<uint64_t>() : 0;
}

std::string kt::difference(const Json &here, const Json &there) {
  for (auto &[key, value] : here.items())
    if (!there.contains(key) || there[key] != value)
      return key + " is " + value.dump() + " here and " + (there.contains(key) ? there[key].dump() : "absent") +
             " there";
  return here.size() == there.size() ? "" : "there are more options there";
}
