// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "IncludedNames.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"

using namespace kt;
using clang::FileEntry;

const FileEntry *IncludedNames::fileOf(clang::SourceLocation loc) const {
  return loc.isValid() ? sources.getFileEntryForID(sources.getFileID(sources.getExpansionLoc(loc))) : nullptr;
}

void IncludedNames::headerIncludes(clang::SourceLocation at, const FileEntry *included) {
  headers.insert(included);
  if (const FileEntry *by = fileOf(at))
    includes[by].push_back(included);
}

void IncludedNames::unitIncludes(const FileEntry *included) {
  if (visible.insert(included).second)
    for (const FileEntry *further : includes.lookup(included))
      unitIncludes(further);
}

bool IncludedNames::sees(clang::SourceLocation declared) const {
  const FileEntry *file = fileOf(declared);
  return !headers.contains(file) || visible.contains(file);
}

namespace {

/// Stops at the first name that the unit would not find.
class UnseenName : public clang::RecursiveASTVisitor<UnseenName> {
public:
  explicit UnseenName(const IncludedNames &names) : names(names) {}

  bool VisitDeclRefExpr(clang::DeclRefExpr *expr) { return sees(expr->getDecl()) && sees(expr->getFoundDecl()); }
  bool VisitTypeLoc(clang::TypeLoc loc) {
    if (auto tag = loc.getAs<clang::TagTypeLoc>())
      return sees(tag.getDecl());
    if (auto alias = loc.getAs<clang::TypedefTypeLoc>())
      return sees(alias.getDecl());
    if (auto instance = loc.getAs<clang::TemplateSpecializationTypeLoc>())
      return sees(instance.getTypePtr()->getTemplateName().getAsTemplateDecl());
    return true;
  }

private:
  bool sees(const clang::Decl *decl) const { return !decl || names.sees(decl->getLocation()); }

  const IncludedNames &names;
};

} // namespace

bool IncludedNames::seesAllOf(clang::DeclContext &unit) const {
  return llvm::all_of(unit.decls(), [&](clang::Decl *decl) { return UnseenName(*this).TraverseDecl(decl); });
}
