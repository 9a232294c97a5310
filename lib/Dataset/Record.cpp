// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "kt/Dataset/Record.h"
#include "kt/Support/Version.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/xxhash.h"
#include <nlohmann/json.hpp>

using namespace kt;
using Json = nlohmann::ordered_json;

std::string kt::recordId(const GeneratedKernel &kernel) {
  uint64_t hash = llvm::xxh3_64bits(llvm::arrayRefFromStringRef(kernel.source));
  return kernel.name + "_" + llvm::utohexstr(hash & 0xffffffffff, /*LowerCase=*/true, /*Width=*/10);
}

static Json argTypes(const GeneratedKernel &kernel) {
  Json object = Json::object();
  for (auto &[name, type] : kernel.argTypes)
    object[name] = type;
  return object;
}

static Json metadata(const Record &record) {
  const GeneratedKernel &kernel = *record.kernel;
  Json motifs = Json::array();
  for (Motif motif : kernel.motifs)
    motifs.push_back(spelling(motif).str());
  return {{"seed", record.seed},
          {"index", record.index},
          {"generator", version},
          {"lines", llvm::StringRef(kernel.source).count('\n')},
          {"launch_rank", kernel.launchRank},
          {"funcs", kernel.funcCount},
          {"structs", kernel.structCount},
          {"loops", kernel.loopCount},
          {"branches", kernel.branchCount},
          {"motifs", std::move(motifs)},
          {"checks", record.checks}};
}

static Json generatedCode(const Record &record) {
  switch (record.scope) {
  case CodeScope::Forward:
    return record.forwardCode;
  case CodeScope::Full:
    return record.fullCode;
  case CodeScope::Both:
    return {{"forward", record.forwardCode}, {"full", record.fullCode}};
  }
  llvm_unreachable("covered switch");
}

static Json translation(const Record &record) {
  Json names = Json::array();
  Json types = Json::array();
  for (auto &[name, type] : record.kernel->argTypes) {
    names.push_back(name);
    types.push_back(type);
  }
  return {{"kernel_name", record.kernel->name},
          {"mangled_name", record.mangledName},
          {"device", spelling(record.device)},
          {"arg_names", std::move(names)},
          {"arg_types", std::move(types)},
          {"has_backward", record.hasBackward}};
}

std::string kt::toJsonLine(const Record &record) {
  const GeneratedKernel &kernel = *record.kernel;
  Json line;
  line["id"] = recordId(kernel);
  line["device"] = spelling(record.device);
  line["category"] = spelling(kernel.category).str();
  line["description"] = description(kernel.category).str();
  line["arg_types"] = argTypes(kernel);
  line["metadata"] = metadata(record);
  if (record.includeSource)
    line["python_source"] = kernel.source;
  line["generated_code"] = generatedCode(record);
  line["warp_metadata"] = translation(record);
  return line.dump() + "\n";
}
