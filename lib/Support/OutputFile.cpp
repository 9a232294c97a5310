// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "kt/Support/OutputFile.h"
#include "llvm/Support/Path.h"
#include <cerrno>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

using namespace kt;
namespace fs = llvm::sys::fs;

static llvm::Error problem(std::error_code code, llvm::StringRef path) {
  return llvm::createStringError(code, "cannot write '" + path + "': " + code.message());
}

/// Where a chain of symbolic links ends, even if nothing stands there yet.
static std::string followLinks(llvm::StringRef path) {
  std::filesystem::path current(path.str());
  std::error_code code;
  for (int links = 0; links < 40 && std::filesystem::is_symlink(current, code); ++links) {
    std::filesystem::path target = std::filesystem::read_symlink(current, code);
    if (code)
      break;
    current = target.is_absolute() ? target : current.parent_path() / target;
  }
  return current.string();
}

/// A rename outlives a power failure only when its folder is on the disk too. Not every file system can do that.
static void syncFolder(llvm::StringRef path) {
  llvm::StringRef folder = llvm::sys::path::parent_path(path);
  llvm::Expected<fs::file_t> handle = fs::openNativeFileForRead(folder.empty() ? "." : folder);
  if (!handle)
    return llvm::consumeError(handle.takeError());
  ::fsync(*handle);
  (void)fs::closeFile(*handle);
}

llvm::Expected<OutputFile> OutputFile::create(llvm::StringRef path) {
  OutputFile file;
  fs::file_status status;
  // mkstemp's 0600 would outlive the rename: a new file has the mode that any other gets, an old one keeps its own.
  mode_t mask = ::umask(0);
  ::umask(mask);
  auto mode = fs::perms(0666 & ~mask);
  if (!fs::status(path, status)) {
    mode = status.permissions();
    if (status.type() == fs::file_type::directory_file)
      return problem(std::make_error_code(std::errc::is_a_directory), path);
    if (status.type() != fs::file_type::regular_file) {
      std::error_code code;
      file.finalPath = path.str();
      file.stream = std::make_unique<llvm::raw_fd_ostream>(path, code, fs::CD_OpenExisting, fs::FA_Write, fs::OF_None);
      if (code)
        return problem(code, path);
      return file;
    }
  }
  file.finalPath = followLinks(path);
  auto temp = fs::TempFile::create(file.finalPath + ".part-%%%%%%", mode);
  if (!temp)
    return problem(llvm::errorToErrorCode(temp.takeError()), path);
  file.temp = std::make_unique<fs::TempFile>(std::move(*temp));
  file.stream = std::make_unique<llvm::raw_fd_ostream>(file.temp->FD, /*shouldClose=*/false);
  return file;
}

std::string OutputFile::partialOf(llvm::StringRef path) {
  fs::file_status status;
  bool isThere = !fs::status(path, status);
  return isThere && status.type() != fs::file_type::regular_file ? std::string() : followLinks(path) + ".partial";
}

llvm::Expected<OutputFile> OutputFile::resume(llvm::StringRef path, uint64_t keep) {
  OutputFile file;
  file.finalPath = followLinks(path);
  if (fs::is_directory(file.finalPath))
    return problem(std::make_error_code(std::errc::is_a_directory), path);
  if (std::error_code code = fs::openFileForWrite(file.finalPath + ".partial", file.partial, fs::CD_OpenAlways))
    return problem(code, path);
  file.stream = std::make_unique<llvm::raw_fd_ostream>(file.partial, /*shouldClose=*/true);
  if (std::error_code code = fs::resize_file(file.partial, keep))
    return problem(code, path);
  file.stream->seek(keep);
  return file;
}

OutputFile::~OutputFile() {
  if (stream) {
    stream->flush();
    stream->clear_error(); // what is given up need not have been written
  }
  stream.reset();
  if (temp)
    llvm::consumeError(temp->discard());
}

llvm::Error OutputFile::commit() {
  stream->flush();
  if (std::error_code code = stream->error()) {
    stream->clear_error();
    return problem(code, finalPath);
  }
  if (partial >= 0) {
    if (::fsync(partial) != 0)
      return problem(std::error_code(errno, std::generic_category()), finalPath);
    stream.reset();
    if (std::error_code code = fs::rename(finalPath + ".partial", finalPath))
      return problem(code, finalPath);
    syncFolder(finalPath);
    return llvm::Error::success();
  }
  if (!temp)
    return llvm::Error::success();
  if (::fsync(temp->FD) != 0)
    return problem(std::error_code(errno, std::generic_category()), finalPath);
  stream.reset();
  std::unique_ptr<fs::TempFile> done = std::move(temp);
  if (llvm::Error error = done->keep(finalPath))
    return problem(llvm::errorToErrorCode(std::move(error)), finalPath);
  syncFolder(finalPath);
  return llvm::Error::success();
}
