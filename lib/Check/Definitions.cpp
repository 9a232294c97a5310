// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// `--define NAME=VALUE`: values for names that can't be known, or that shall have another value for once.

#include "Session.h"

using namespace kt;

/// Is there a name, or a `function.name`, for it to stand for?
static bool isBound(Session &session, ModuleScope &fileScope, StringRef name) {
  auto [path, last] = name.rsplit('.');
  bool isDotted = !last.empty();
  if (!isDotted && !fileScope.bindings(name).empty())
    return true;
  return llvm::any_of(indexOf(session, fileScope).functions(), [&](const FunctionInfo &function) {
    return isDotted ? function.path == path && !function.names.bindings(last).empty()
                    : !function.names.bindings(name).empty();
  });
}

static std::optional<StaticValue> valueOf(Session &session, ModuleScope &fileScope, StringRef name, StringRef text) {
  const ast::Expr *expr = parseExpr(session, ("--define " + name).str(), text);
  StaticValue value = expr ? evaluate(session, fileScope, expr) : StaticValue();
  if (!value.isMissing())
    return value;
  Diagnostic &diag = session.diags.report({}, diag::DefinitionNotStatic, name, text);
  if (!value.reason.empty())
    diag.note({}, value.reason);
  else
    diag.help("write a number, a type, a name of the file, or a text in quotes");
  return std::nullopt;
}

void kt::readDefinitions(Session &session, ModuleScope &fileScope) {
  for (const auto &[name, text] : session.options.definitions) {
    if (!isBound(session, fileScope, name))
      session.diags.report({}, diag::UnknownDefinition, name);
    else if (std::optional<StaticValue> value = valueOf(session, fileScope, name, text))
      session.definitions[name] = std::move(*value);
  }
}

const StaticValue *kt::definitionOf(Session &session, const ModuleScope &scope, StringRef name) {
  if (session.definitions.empty() || scope.file() != session.result.file || scope.param(name))
    return nullptr;
  auto it = session.definitions.end();
  if (scope.function())
    it = session.definitions.find(indexOf(session, scope).infoOf(scope.function()).path + "." + name.str());
  if (it == session.definitions.end())
    it = session.definitions.find(name);
  return it == session.definitions.end() ? nullptr : &it->second;
}
