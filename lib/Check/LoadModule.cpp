// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Session.h"
#include "kt/Parse/Parse.h"
#include "kt/Support/ReadSource.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace kt;
namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

using PathString = llvm::SmallString<128>;

/// Folders above this many are not asked for a package.
static constexpr unsigned maxPackageDepth = 32;
static constexpr unsigned maxLoadedFiles = 1000;

/// `folder/a/b.py` or `folder/a/b/__init__.py` for `a.b`; `folder/__init__.py` for an empty name. Empty if neither is
/// there.
static PathString fileOf(StringRef folder, StringRef dotted) {
  PathString base = folder;
  llvm::SmallVector<StringRef, 4> parts;
  dotted.split(parts, '.', -1, /*KeepEmpty=*/false);
  for (StringRef part : parts)
    path::append(base, part);
  PathString file = base;
  file += ".py";
  if (!parts.empty() && fs::is_regular_file(file))
    return file;
  path::append(base, "__init__.py");
  return fs::is_regular_file(base) ? base : PathString();
}

static bool isPackage(StringRef folder) {
  PathString init = folder;
  path::append(init, "__init__.py");
  return fs::is_regular_file(init);
}

static PathString folderOf(const SourceFile &file) {
  PathString folder = path::parent_path(file.name());
  if (folder.empty())
    folder = ".";
  return folder;
}

/// One folder up, also from a relative path.
static void ascend(PathString &folder) {
  if (fs::make_absolute(folder))
    return;
  path::remove_dots(folder, /*remove_dot_dot=*/true);
  path::remove_filename(folder);
}

/// Beside the importing file, then where its outermost package stands, then in the folders given.
static PathString findAbsolute(const CheckOptions &options, PathString folder, StringRef dotted) {
  if (PathString found = fileOf(folder, dotted); !found.empty())
    return found;
  bool isInPackage = false;
  for (unsigned depth = 0; depth < maxPackageDepth && isPackage(folder); ++depth) {
    ascend(folder);
    isInPackage = true;
  }
  if (isInPackage)
    if (PathString found = fileOf(folder, dotted); !found.empty())
      return found;
  for (const std::string &dir : options.includeDirs)
    if (PathString found = fileOf(dir, dotted); !found.empty())
      return found;
  return {};
}

static ModuleScope *readModule(Session &session, StringRef file) {
  FailureOr<FileId> id = readSource(file, session.sources, session.diags);
  if (failed(id))
    return nullptr;
  FailureOr<TokenBuffer> tokens = lex(*id, session.diags);
  if (failed(tokens))
    return nullptr;
  FailureOr<ast::Module> module = parse(*tokens, session.diags);
  if (failed(module))
    return nullptr;
  session.result.modules.push_back(std::move(*module));
  return &session.scopes.emplace_back(session.result.modules.back());
}

ModuleScope *kt::loadModule(Session &session, StringRef dotted, unsigned level, FileId from) {
  PathString folder = folderOf(session.sources.file(from));
  for (unsigned i = 1; i < level; ++i)
    ascend(folder);
  PathString file = level ? fileOf(folder, dotted) : findAbsolute(session.options, folder, dotted);
  if (file.empty())
    return nullptr;
  // Absolute paths, so that a file found on two ways is read once.
  PathString key = file;
  if (!fs::make_absolute(key))
    path::remove_dots(key, /*remove_dot_dot=*/true);
  auto [it, isNew] = session.loadedFiles.try_emplace(key, nullptr);
  if (isNew && session.loadedFiles.size() <= maxLoadedFiles) {
    ModuleScope *scope = readModule(session, file);
    session.loadedFiles[key] = scope;
    return scope;
  }
  return it->second;
}

ModuleScope *kt::loadSubmodule(Session &session, const ModuleScope &package, StringRef name) {
  bool isPackageFile = path::filename(session.sources.file(package.file()).name()) == "__init__.py";
  return isPackageFile ? loadModule(session, name, /*level=*/1, package.file()) : nullptr;
}
