// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Report.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

using namespace kt;

namespace {

class ReportWriter {
public:
  ReportWriter(const KernelKeys &keys, const DiagEngine &diags, unsigned firstCommonDiag, bool unitWritten,
               llvm::raw_ostream &os)
      : keys(keys), diags(diags), firstCommonDiag(firstCommonDiag), unitWritten(unitWritten), os(os) {}

  void write(const KernelEntry &kernel);

private:
  StringRef status(const KernelEntry &kernel) const;
  void writeInterface(llvm::json::OStream &json, const CheckedFunction &function);
  void writeDiags(llvm::json::OStream &json, unsigned first, unsigned end);

  const KernelKeys &keys;
  const DiagEngine &diags;
  unsigned firstCommonDiag;
  bool unitWritten;
  llvm::raw_ostream &os;
};

} // namespace

StringRef ReportWriter::status(const KernelEntry &kernel) const {
  if (!kernel.selected)
    return "skipped";
  if (!kernel.function)
    return "error";
  if (unitWritten)
    return "ok";
  bool unitHasErrors = llvm::any_of(llvm::ArrayRef(diags.diagnostics()).drop_front(firstCommonDiag),
                                    [](const Diagnostic &diag) { return diag.severity == Severity::Error; });
  return unitHasErrors ? "error" : "skipped";
}

void ReportWriter::writeDiags(llvm::json::OStream &json, unsigned first, unsigned end) {
  for (unsigned index = first; index < end; ++index)
    json.rawValue(toJson(diags.diagnostics()[index], diags.sourceManager()));
}

void ReportWriter::writeInterface(llvm::json::OStream &json, const CheckedFunction &function) {
  if (auto key = keys.find(&function); key != keys.end())
    json.attribute("mangled_name", key->second);
  json.attributeArray("arg_names", [&] {
    for (const Variable *param : function.params)
      json.value(llvm::json::fixUTF8(param->name));
  });
  json.attributeArray("arg_types", [&] {
    for (const Variable *param : function.params)
      json.value(llvm::json::fixUTF8(param->type->spelling()));
  });
}

void ReportWriter::write(const KernelEntry &kernel) {
  const SourceManager &sources = diags.sourceManager();
  llvm::json::OStream json(os);
  json.object([&] {
    json.attribute("kernel", llvm::json::fixUTF8(kernel.name));
    if (!kernel.instance.empty())
      json.attribute("instance", llvm::json::fixUTF8(kernel.instance));
    if (status(kernel) == "ok")
      writeInterface(json, *kernel.function);
    json.attribute("file", llvm::json::fixUTF8(sources.file(kernel.loc.file).name()));
    json.attribute("line", sources.position(kernel.loc).line);
    json.attribute("status", status(kernel));
    json.attributeArray("diagnostics", [&] {
      writeDiags(json, kernel.diags.first, kernel.diags.end);
      if (kernel.selected && kernel.function)
        writeDiags(json, firstCommonDiag, diags.diagnostics().size());
    });
  });
  json.flush();
  os << '\n';
}

std::string kt::makeReport(const CheckedModule &module, const KernelKeys &keys, const DiagEngine &diags,
                           unsigned firstCommonDiag, bool unitWritten) {
  std::string text;
  llvm::raw_string_ostream os(text);
  ReportWriter writer(keys, diags, firstCommonDiag, unitWritten, os);
  for (const KernelEntry &kernel : module.kernels)
    writer.write(kernel);
  return text;
}
