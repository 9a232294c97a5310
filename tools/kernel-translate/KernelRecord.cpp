// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "KernelRecord.h"
#include "llvm/Support/Path.h"

using namespace kt;

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

/// True for the funcs and structs that the kernel needs, for the kernel itself, and for what they stand in.
static bool isNeeded(const CheckedModule &module, const ast::Stmt *stmt) {
  auto holds = [&](Location loc) {
    return loc.file == stmt->loc.file && stmt->loc.begin <= loc.begin && loc.end <= stmt->loc.end;
  };
  return llvm::isa<ast::FunctionDef, ast::ClassDef>(stmt) &&
         (llvm::any_of(module.functions, [&](const CheckedFunction *function) { return holds(function->def->loc); }) ||
          llvm::any_of(module.structs, [&](const StructType *type) { return holds(type->loc()); }));
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

static std::vector<std::pair<std::string, std::string>> argsOf(const KernelEntry &kernel,
                                                               const SourceManager &sources) {
  std::vector<std::pair<std::string, std::string>> args;
  const ast::Params &params = kernel.function->def->params;
  for (ArrayRef<ast::Param> list : {params.positionalOnly, params.positional, params.keywordOnly})
    for (const ast::Param &param : list)
      args.push_back({param.name.text.str(), sources.text(param.annotation->loc).str()});
  // What the user wrote stands for several types.
  if (!kernel.instance.empty())
    for (auto [arg, param] : llvm::zip_equal(args, kernel.function->params))
      arg.second = param->type->spelling();
  return args;
}

Record kt::makeRecord(const CheckedModule &module, const KernelEntry &kernel, const SourceManager &sources) {
  StringRef file = llvm::sys::path::filename(sources.file(kernel.loc.file).name());
  Record record;
  record.kernelName = kernel.name;
  record.category = "user";
  record.description = "A kernel that was not generated.";
  record.argTypes = argsOf(kernel, sources);
  record.origin = FileOrigin{file.str(), sources.position(kernel.loc).line};
  record.source = sourceOf(module, sources);
  return record;
}
