// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Session.h"
#include "kt/Parse/Parse.h"
#include "llvm/Support/SaveAndRestore.h"

using namespace kt;
using namespace kt::ast;
using Kind = StaticValue::Kind;

static const Type *reportUnknown(Session &session, const StaticValue &value, Location loc, StringRef text) {
  if (value.is(Kind::TooLarge)) {
    session.diags.report(loc, diag::TypeTooLarge, text, value.reason);
    return nullptr;
  }
  Diagnostic &diag = session.diags.report(loc, diag::NotAType, text);
  if (!value.reason.empty())
    diag.note(value.loc == loc ? Location() : value.loc, value.reason);
  return nullptr;
}

const Type *kt::asType(Session &session, const StaticValue &value, Location loc, StringRef text) {
  switch (value.kind) {
  case Kind::Type: return value.type;
  case Kind::Generic:
    session.diags.report(loc, diag::GenericType, text).help("write one type, such as `float`");
    return nullptr;
  case Kind::Unsupported: session.diags.report(loc, diag::UnsupportedType, value.text); return nullptr;
  case Kind::Unknown:
  case Kind::TooLarge: return reportUnknown(session, value, loc, text);
  case Kind::WarpName:
    if (value.text.contains("array")) {
      session.diags.report(loc, diag::NotAType, text).help(("write `" + text + "(dtype=float)`").str());
      return nullptr;
    }
    break;
  case Kind::Class:
    session.diags.report(loc, diag::NotAType, text)
        .note(value.classDef->name.loc, "the class has no `@wp.struct` before it");
    return nullptr;
  case Kind::String: session.diags.report(loc, diag::UnsupportedString); return nullptr;
  case Kind::PythonName:
    if (value.text == "str") {
      session.diags.report(loc, diag::UnsupportedString);
      return nullptr;
    }
    break;
  case Kind::None:
  case Kind::Bool:
  case Kind::Int:
  case Kind::Float:
  case Kind::Typed:
  case Kind::Sequence:
  case Kind::Dict:
  case Kind::EnumMember:
  case Kind::Namespace:
  case Kind::Module:
  case Kind::MathName:
  case Kind::PlainFunc:
  case Kind::Funcs:
  case Kind::Kernel: break;
  }
  session.diags.report(loc, diag::NotAType, text);
  return nullptr;
}

const Expr *kt::parseExpr(Session &session, StringRef name, StringRef text) {
  FileId file = session.sources.add(name.str(), text.str());
  DiagEngine quiet(session.sources);
  FailureOr<TokenBuffer> tokens = lex(file, quiet);
  if (failed(tokens))
    return nullptr;
  FailureOr<ast::Module> module = parse(*tokens, quiet);
  if (failed(module) || quiet.hasErrors() || module->body.size() != 1)
    return nullptr;
  const auto *stmt = dyn_cast<ExprStmt>(module->body[0]);
  session.result.modules.push_back(std::move(*module));
  return stmt ? stmt->value : nullptr;
}

/// The annotation without its quotes. Null, and a report, if they hold no expression.
static const Expr *unquote(Session &session, const Expr *annotation) {
  const auto *constant = dyn_cast<ast::Constant>(annotation);
  if (!constant || constant->constantKind != ast::Constant::Str)
    return annotation;
  const Expr *expr = parseExpr(session, session.sources.file(constant->loc.file).name(), constant->text);
  if (!expr)
    session.diags.report(annotation->loc, diag::NotAType, session.text(annotation));
  return expr;
}

/// What stands in the brackets of `tuple[…]` or `Tuple[…]`; nothing for another annotation.
static std::optional<ArrayRef<Expr *>> tupleElements(Session &session, ModuleScope &scope, const Expr *annotation) {
  const auto *subscript = dyn_cast<Subscript>(annotation);
  if (!subscript)
    return std::nullopt;
  StaticValue base = evaluate(session, scope, subscript->value);
  if (!base.is(Kind::PythonName) || base.text != "tuple")
    return std::nullopt;
  if (const auto *tuple = dyn_cast<Tuple>(subscript->slice))
    return tuple->elts;
  return ArrayRef<Expr *>(subscript->slice);
}

static bool isEllipsis(const Expr *expr) {
  const auto *constant = dyn_cast<ast::Constant>(expr);
  return constant && constant->constantKind == ast::Constant::Ellipsis;
}

/// A tuple with parts left open says nothing that the function does not; nor does one of any length, `Tuple[int, ...]`.
static const TypeTemplate *resolveTuple(Session &session, ModuleScope &scope, ArrayRef<Expr *> elements) {
  llvm::SmallVector<const Type *, 4> types;
  for (auto [i, element] : llvm::enumerate(elements)) {
    if (i == 1 && elements.size() == 2 && isEllipsis(element))
      return templateNamed("Any");
    const TypeTemplate *pattern = resolveTemplate(session, scope, element);
    if (pattern->isGeneric())
      return templateNamed("Any");
    if (pattern->type->isError())
      return pattern;
    types.push_back(pattern->type);
  }
  return templateOf(session, StaticValue::ofType(session.types.tuple(types)));
}

const TypeTemplate *kt::resolveTemplate(Session &session, ModuleScope &scope, const Expr *annotation) {
  llvm::SaveAndRestore<std::optional<Session::Moment>> now(session.moment, {{&scope, annotation->loc.begin}});
  const Expr *expr = unquote(session, annotation);
  StaticValue value = StaticValue::ofType(session.types.error());
  if (expr) {
    if (std::optional<ArrayRef<Expr *>> elements = tupleElements(session, scope, expr))
      return resolveTuple(session, scope, *elements);
    value = evaluate(session, scope, expr);
  }
  if (const TypeTemplate *pattern = templateOf(session, value))
    return pattern;
  if (expr != annotation && value.loc.file == expr->loc.file)
    value.loc = annotation->loc; // a place in the quoted text is no place in the file
  asType(session, value, annotation->loc, session.text(expr));
  return templateOf(session, StaticValue::ofType(session.types.error()));
}

const Type *kt::resolveAnnotation(Session &session, ModuleScope &scope, const Expr *annotation) {
  const TypeTemplate *pattern = resolveTemplate(session, scope, annotation);
  if (!pattern->isGeneric())
    return pattern->type;
  asType(session, StaticValue::ofTemplate(pattern), annotation->loc, session.text(annotation));
  return session.types.error();
}

const TypeTemplate *kt::resolveReturnAnnotation(Session &session, ModuleScope &scope, const Expr *annotation) {
  auto exactly = [&](const Type *type) { return templateOf(session, StaticValue::ofType(type)); };
  const Expr *expr = unquote(session, annotation);
  if (!expr)
    return exactly(session.types.error());
  const auto *constant = dyn_cast<ast::Constant>(expr);
  if (constant && constant->constantKind == ast::Constant::None)
    return exactly(session.types.none());
  const TypeTemplate *pattern = resolveTemplate(session, scope, annotation);
  const auto *tuple = dyn_cast_or_null<TupleType>(pattern->type);
  return tuple && tuple->elements().size() == 1 ? exactly(tuple->elements()[0]) : pattern;
}
