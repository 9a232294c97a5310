// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "kt/Dataset/Record.h"
#include "kt/Support/Version.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/xxhash.h"
#include <nlohmann/json.hpp>

using namespace kt;
using Json = nlohmann::ordered_json;

static std::string idOf(const Record &record) {
  uint64_t hash = llvm::xxh3_64bits(llvm::arrayRefFromStringRef(record.source));
  return record.kernelName + "_" + llvm::utohexstr(hash & 0xffffffffff, /*LowerCase=*/true, /*Width=*/10);
}

static Json argTypes(const Record &record) {
  Json object = Json::object();
  for (auto &[name, type] : record.argTypes)
    object[name] = type;
  return object;
}

static Json describe(const GeneratedOrigin &origin, const Record &record) {
  Json motifs = Json::array();
  for (Motif motif : origin.shape.motifs)
    motifs.push_back(spelling(motif).str());
  return {{"seed", origin.seed},
          {"index", origin.index},
          {"generator", version},
          {"lines", StringRef(record.source).count('\n')},
          {"launch_rank", origin.shape.launchRank},
          {"funcs", origin.shape.funcs},
          {"structs", origin.shape.structs},
          {"loops", origin.shape.loops},
          {"branches", origin.shape.branches},
          {"motifs", std::move(motifs)}};
}

static Json describe(const FileOrigin &origin, const Record &) {
  return {{"file", origin.file}, {"line", origin.line}, {"generator", std::string("kernel-translate ") + version}};
}

static Json metadata(const Record &record) {
  Json object = std::visit([&](auto &origin) { return describe(origin, record); }, record.origin);
  object["checks"] = record.checks;
  return object;
}

static Json generatedCode(const Record &record) {
  switch (record.scope) {
  case CodeScope::Forward: return record.forwardCode;
  case CodeScope::Full: return record.fullCode;
  case CodeScope::Both: return {{"forward", record.forwardCode}, {"full", record.fullCode}};
  }
  llvm_unreachable("covered switch");
}

static Json translation(const Record &record) {
  Json names = Json::array();
  Json types = Json::array();
  for (auto &[name, type] : record.argTypes) {
    names.push_back(name);
    types.push_back(type);
  }
  return {{"kernel_name", record.kernelName},  {"mangled_name", record.mangledName},
          {"device", spelling(record.device)}, {"arg_names", std::move(names)},
          {"arg_types", std::move(types)},     {"has_backward", record.hasBackward}};
}

std::string kt::toJsonLine(const Record &record) {
  Json line;
  line["id"] = idOf(record);
  line["device"] = spelling(record.device);
  line["category"] = record.category;
  line["description"] = record.description;
  line["arg_types"] = argTypes(record);
  line["metadata"] = metadata(record);
  if (record.includeSource)
    line["python_source"] = record.source;
  line["generated_code"] = generatedCode(record);
  line["warp_metadata"] = translation(record);
  if (const auto *origin = std::get_if<GeneratedOrigin>(&record.origin)) {
    line["cluster"] = origin->cluster.id;
    line["split"] = spelling(origin->cluster.split).str();
  }
  // A person's file may hold what is not UTF-8 only where the lexer lets it through; JSON never does.
  return line.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}
