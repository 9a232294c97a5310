// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "KernelRecord.h"
#include "kt/Dataset/Record.h"
#include "kt/Support/Version.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace kt;
using llvm::json::fixUTF8;

// The kernel's source
// -------------------

/// A definition from its first decorator on, `@` included.
static Location withDecorators(Location def, ArrayRef<ast::Expr *> decorators, const SourceManager &sources) {
  if (decorators.empty())
    return def;
  StringRef text = sources.file(def.file).text();
  size_t at = text.take_front(decorators.front()->loc.begin).rfind('@');
  return {def.file, static_cast<uint32_t>(at), def.end};
}

/// True for the funcs and structs that the kernel needs, and for the kernel itself.
static bool isNeeded(const CheckedModule &module, const ast::Stmt *stmt) {
  if (auto *def = llvm::dyn_cast<ast::FunctionDef>(stmt))
    return llvm::any_of(module.functions, [&](const CheckedFunction *function) { return function->def == def; });
  auto *def = llvm::dyn_cast<ast::ClassDef>(stmt);
  return def && llvm::any_of(module.structs, [&](const StructType *type) {
           return type->loc().file == def->loc.file && type->name() == def->name.text;
         });
}

static std::string sourceOf(const CheckedModule &module, const SourceManager &sources) {
  std::string source;
  for (const ast::Stmt *stmt : module.modules.front().body) {
    if (!isNeeded(module, stmt))
      continue;
    auto *function = llvm::dyn_cast<ast::FunctionDef>(stmt);
    ArrayRef<ast::Expr *> decorators = function ? function->decorators : llvm::cast<ast::ClassDef>(stmt)->decorators;
    if (!source.empty())
      source += "\n\n";
    source += sources.text(withDecorators(stmt->loc, decorators, sources)).rtrim();
    source += '\n';
  }
  return source;
}

// The record
// ----------

namespace {

struct Arg {
  StringRef name;
  StringRef type; // as written
};

} // namespace

static std::vector<Arg> argsOf(const KernelEntry &kernel, const SourceManager &sources) {
  std::vector<Arg> args;
  const ast::Params &params = kernel.function->def->params;
  for (ArrayRef<ast::Param> list : {params.positionalOnly, params.positional, params.keywordOnly})
    for (const ast::Param &param : list)
      args.push_back({param.name.text, sources.text(param.annotation->loc)});
  return args;
}

static void writeNames(llvm::json::OStream &json, const KernelEntry &kernel, const KernelUnit &unit,
                       ArrayRef<Arg> args) {
  json.attribute("kernel_name", fixUTF8(kernel.name));
  json.attribute("mangled_name", fixUTF8(unit.mangledName));
  json.attribute("device", spelling(unit.target));
  json.attributeArray("arg_names", [&] {
    for (const Arg &arg : args)
      json.value(fixUTF8(arg.name));
  });
  json.attributeArray("arg_types", [&] {
    for (const Arg &arg : args)
      json.value(fixUTF8(arg.type));
  });
  json.attribute("has_backward", false);
}

static void writeMetadata(llvm::json::OStream &json, const KernelEntry &kernel, const KernelUnit &unit,
                          const SourceManager &sources) {
  json.attribute("file", fixUTF8(llvm::sys::path::filename(sources.file(kernel.loc.file).name())));
  json.attribute("line", sources.position(kernel.loc).line);
  json.attribute("generator", std::string("kernel-translate ") + version);
  json.attributeArray("checks", [&] {
    for (const std::string &check : unit.checks)
      json.value(check);
  });
}

std::string kt::makeRecord(const CheckedModule &module, const KernelEntry &kernel, const KernelUnit &unit,
                           const SourceManager &sources) {
  GeneratedKernel identity;
  identity.name = kernel.name;
  identity.source = sourceOf(module, sources);
  std::vector<Arg> args = argsOf(kernel, sources);

  std::string text;
  llvm::raw_string_ostream os(text);
  llvm::json::OStream json(os);
  json.object([&] {
    json.attribute("id", fixUTF8(recordId(identity)));
    json.attribute("device", spelling(unit.target));
    json.attribute("category", "user");
    json.attribute("description", "A kernel that was not generated.");
    json.attributeObject("arg_types", [&] {
      for (const Arg &arg : args)
        json.attribute(fixUTF8(arg.name), fixUTF8(arg.type));
    });
    json.attributeObject("metadata", [&] { writeMetadata(json, kernel, unit, sources); });
    json.attribute("python_source", fixUTF8(identity.source));
    json.attribute("generated_code", fixUTF8(unit.code));
    json.attributeObject("warp_metadata", [&] { writeNames(json, kernel, unit, args); });
  });
  json.flush();
  os << '\n';
  return text;
}
