# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

# cmake -DROOT=include -DFOLDER=kt-runtime -DOUT=EmbeddedHeaders.cpp -P Embed.cmake
# Writes each file below ROOT/FOLDER as a raw string literal, with its name relative to ROOT.
file(GLOB_RECURSE files RELATIVE ${ROOT} ${ROOT}/${FOLDER}/*)
list(SORT files)

set(rows "")
foreach(name IN LISTS files)
  file(READ ${ROOT}/${name} text)
  string(FIND "${text}" ")kt-text\"" clash)
  if(NOT clash EQUAL -1)
    message(FATAL_ERROR "${name} contains the delimiter of its own literal")
  endif()
  string(APPEND rows "    {\"${name}\", R\"kt-text(${text})kt-text\"},\n")
endforeach()

file(WRITE ${OUT} "// Generated from ${FOLDER}/.\n#include \"kt/Support/RuntimeHeaders.h\"\n\n"
  "llvm::ArrayRef<kt::RuntimeHeader> kt::runtimeHeaders() {\n"
  "  static const RuntimeHeader headers[] = {\n${rows}  };\n  return headers;\n}\n")
