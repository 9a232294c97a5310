// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "IncrementalParser.h"
#include "ClangRun.h"
#include "IncludedNames.h"
#include "kt/Support/RuntimeHeaders.h"
#include "clang/AST/ASTConsumer.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclContextInternals.h"
#include "clang/AST/DeclFriend.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Frontend/FrontendActions.h"
#include "clang/Lex/PPCallbacks.h"
#include "clang/Lex/Preprocessor.h"
#include "clang/Parse/Parser.h"
#include "clang/Sema/Sema.h"

using namespace kt;
using llvm::StringRef;

/// A new instance costs as much as some tens of units; a unit leaves about a fifth of a megabyte behind.
static constexpr size_t growthLimit = 64u << 20;

/// Sets everything up and parses nothing; keeps the instance open until told to finish.
class IncrementalParser::KeepOpenAction : public clang::SyntaxOnlyAction {
public:
  void finish() {
    finishing = true;
    EndSourceFile();
  }

private:
  void ExecuteAction() override {
    clang::CompilerInstance &compiler = getCompilerInstance();
    compiler.getPreprocessor().enableIncrementalProcessing();
    compiler.getPreprocessor().EnterMainSourceFile();
    compiler.createSema(getTranslationUnitKind(), /*CompletionConsumer=*/nullptr);
  }
  clang::TranslationUnitKind getTranslationUnitKind() override { return clang::TU_Incremental; }
  void EndSourceFile() override {
    if (finishing)
      SyntaxOnlyAction::EndSourceFile();
  }

  bool finishing = false;
};

/// Directives change the preprocessor, and that is never undone. Includes of the runtime, which has been read before
/// and brings nothing, are the only ones that a unit may have.
struct IncrementalParser::DirectiveWatch : clang::PPCallbacks {
  explicit DirectiveWatch(IncludedNames &names) : names(names) {}

  void InclusionDirective(clang::SourceLocation at, const clang::Token &, StringRef name, bool, clang::CharSourceRange,
                          clang::OptionalFileEntryRef file, StringRef, StringRef, const clang::Module *, bool,
                          clang::SrcMgr::CharacteristicKind) override {
    if (!file || !findRuntimeHeader(name))
      return refuse();
    if (inUnit)
      names.unitIncludes(&file->getFileEntry());
    else
      names.headerIncludes(at, &file->getFileEntry());
  }
  void MacroExpands(const clang::Token &, const clang::MacroDefinition &macro, clang::SourceRange,
                    const clang::MacroArgs *) override {
    if (inUnit && !names.sees(macro.getMacroInfo()->getDefinitionLoc()))
      objects = true;
  }
  void MacroDefined(const clang::Token &, const clang::MacroDirective *) override { refuse(); }
  void MacroUndefined(const clang::Token &, const clang::MacroDefinition &, const clang::MacroDirective *) override {
    refuse();
  }
  void PragmaDirective(clang::SourceLocation, clang::PragmaIntroducerKind) override { refuse(); }
  void If(clang::SourceLocation, clang::SourceRange, ConditionValueKind) override { refuse(); }
  void Ifdef(clang::SourceLocation, const clang::Token &, const clang::MacroDefinition &) override { refuse(); }
  void Ifndef(clang::SourceLocation, const clang::Token &, const clang::MacroDefinition &) override { refuse(); }

  void startUnit() {
    names.startUnit();
    inUnit = true;
    objects = false;
  }
  void refuse() { objects |= inUnit; }

  IncludedNames &names;
  bool inUnit = false;  // and not in the runtime
  bool objects = false; // to the unit
};

/// All of the runtime but for what is never seen beside the SDK, which the others include where it is wanted.
static std::string includesOfRuntime() {
  std::string text = std::string(runtimeInclude) + '\n';
  for (const RuntimeHeader &header : runtimeHeaders())
    if (!header.name.ends_with("/cuda_declarations.h"))
      text += ("#include \"" + header.name + "\"\n").str();
  return text;
}

struct IncrementalParser::Impl {
  Impl(CheckMode mode, const VerifyOptions &options)
      : run(includesOfRuntime(), mode, RunPurpose::CheckOfMany, options) {}

  ClangRun run;
  KeepOpenAction action;
  std::unique_ptr<clang::Parser> parser;
  DirectiveWatch *watch = nullptr; // the preprocessor's
  std::optional<IncludedNames> names;
  clang::SourceLocation afterHeader; // units come into the translation unit here
  size_t sizeAtStart = 0;

  clang::CompilerInstance &compiler() { return *run.compiler(); }
  clang::Sema &sema() { return compiler().getSema(); }
  size_t astSize() { return compiler().getASTContext().getASTAllocatedMemory(); }
};

IncrementalParser::IncrementalParser(CheckMode mode, const VerifyOptions &options)
    : impl(std::make_unique<Impl>(mode, options)) {
  if (!impl->run.compiler() || !impl->compiler().ExecuteAction(impl->action) || impl->run.errors())
    return;
  clang::Preprocessor &preprocessor = impl->compiler().getPreprocessor();
  impl->names.emplace(impl->compiler().getSourceManager());
  auto watch = std::make_unique<DirectiveWatch>(*impl->names);
  impl->watch = watch.get();
  preprocessor.addPPCallbacks(std::move(watch));
  impl->parser = std::make_unique<clang::Parser>(preprocessor, impl->sema(), /*SkipFunctionBodies=*/false);
  impl->parser->Initialize();
  parseToEnd();

  clang::SourceManager &sources = impl->compiler().getSourceManager();
  impl->afterHeader = sources.getLocForEndOfFile(sources.getMainFileID());
  impl->sizeAtStart = impl->astSize();
  usable = !impl->run.errors() && !impl->run.warnings();
}

IncrementalParser::~IncrementalParser() {
  if (!impl->parser)
    return;
  impl->parser.reset();
  impl->action.finish();
}

bool IncrementalParser::hasGrown() const { return impl->astSize() - impl->sizeAtStart > growthLimit; }

// Parsing
// -------

/// True if nothing but comments and blank lines stand before the include of the runtime.
static bool beginsWithRuntime(StringRef unit) {
  while (true) {
    unit = unit.ltrim();
    if (!unit.starts_with("//"))
      return unit.starts_with(runtimeInclude);
    unit = unit.split('\n').second;
  }
}

bool IncrementalParser::accepts(StringRef unit) {
  if (!usable || !beginsWithRuntime(unit))
    return usable = false;
  impl->watch->startUnit();
  enter(unit);
  parseToEnd();
  bool silent = !impl->run.errors() && !impl->run.warnings();
  return usable = silent && !impl->watch->objects && seesWhatItNames() && forgetUnit();
}

bool IncrementalParser::seesWhatItNames() const {
  return impl->names->seesAllOf(*impl->compiler().getASTContext().getTranslationUnitDecl());
}

void IncrementalParser::enter(StringRef unit) {
  clang::SourceManager &sources = impl->compiler().getSourceManager();
  clang::FileID file = sources.createFileID(llvm::MemoryBuffer::getMemBufferCopy(unit, "unit"), clang::SrcMgr::C_User,
                                            /*LoadedID=*/0, /*LoadedOffset=*/0, impl->afterHeader);
  impl->compiler().getPreprocessor().EnterSourceFile(file, /*Dir=*/nullptr, impl->afterHeader);
}

void IncrementalParser::startTranslationUnit() {
  clang::Parser &parser = *impl->parser;
  clang::Sema &sema = impl->sema();
  sema.getASTContext().addTranslationUnitDecl();
  if (!parser.getCurToken().isOneOf(clang::tok::annot_repl_input_end, clang::tok::eof))
    return; // the first one: the parser has just been started
  parser.ConsumeAnyToken();
  parser.ExitScope();
  sema.CurContext = nullptr;
  parser.EnterScope(clang::Scope::DeclScope);
  sema.ActOnTranslationUnitScope(parser.getCurScope());
}

void IncrementalParser::parseToEnd() {
  clang::Sema &sema = impl->sema();
  clang::Sema::GlobalEagerInstantiationScope globalInstantiations(sema, /*Enabled=*/true, /*AtEndOfTU=*/true);
  clang::Sema::LocalEagerInstantiationScope localInstantiations(sema, /*AtEndOfTU=*/true);
  startTranslationUnit();

  clang::Parser::DeclGroupPtrTy group;
  clang::Sema::ModuleImportState importState;
  for (bool atEnd = impl->parser->ParseFirstTopLevelDecl(group, importState); !atEnd;
       atEnd = impl->parser->ParseTopLevelDecl(group, importState))
    if (group)
      impl->compiler().getASTConsumer().HandleTopLevelDecl(group.get());

  localInstantiations.perform();
  globalInstantiations.perform();
  // Without it, device code that calls a host function would pass: such calls are held back until it is known what
  // becomes device code.
  sema.emitDeferredDiags();
  sema.DeclsToCheckForDeferredDiags.clear();
  sema.PendingInstantiations.clear();
}

// Forgetting
// ----------

/// True for a record whose names all stay inside it.
static bool isSelfContained(const clang::CXXRecordDecl &record) {
  return llvm::none_of(record.decls(), [](const clang::Decl *member) {
    if (auto *nested = llvm::dyn_cast<clang::CXXRecordDecl>(member))
      return !nested->isImplicit() && !isSelfContained(*nested);
    return llvm::isa<clang::FriendDecl>(member);
  });
}

/// A static function or variable that nobody uses draws a warning, but only in the main file of a complete translation
/// unit, which this instance never has.
static bool mayBeUnused(const clang::Decl &decl) {
  auto *named = llvm::dyn_cast<clang::ValueDecl>(&decl);
  if (!named || named->isExternallyVisible())
    return false;
  return llvm::isa<clang::FunctionDecl>(named) ? !named->isUsed() : !named->isReferenced();
}

/// True if taking the names of `scope` out of the global scope again removes all that it added. Namespaces opened
/// again, specialisations of the runtime's templates and second declarations of its functions do not pass.
static bool isPlain(const clang::DeclContext &scope, const clang::TranslationUnitDecl *unit) {
  return llvm::all_of(scope.decls(), [&](const clang::Decl *decl) {
    if (const clang::Decl *previous = decl->getPreviousDecl(); previous && previous->getTranslationUnitDecl() != unit)
      return false;
    if (decl->getDeclContext() != decl->getLexicalDeclContext() || mayBeUnused(*decl))
      return false;
    switch (decl->getKind()) {
    case clang::Decl::Function:
    case clang::Decl::Var:
    case clang::Decl::Typedef:
    case clang::Decl::TypeAlias:
    case clang::Decl::Enum:
    case clang::Decl::StaticAssert:
    case clang::Decl::Empty: return true;
    case clang::Decl::CXXRecord: return isSelfContained(*llvm::cast<clang::CXXRecordDecl>(decl));
    case clang::Decl::LinkageSpec: return isPlain(*llvm::cast<clang::LinkageSpecDecl>(decl), unit);
    default: return false;
    }
  });
}

static void dropNames(clang::DeclContext *scope, const clang::TranslationUnitDecl *unit) {
  clang::StoredDeclsMap *names = scope->getPrimaryContext()->getLookupPtr();
  if (!names)
    return;
  for (auto entry = names->begin(), end = names->end(); entry != end; ++entry) {
    clang::DeclContextLookupResult found = entry->second.getLookupResult();
    llvm::SmallVector<clang::NamedDecl *, 4> decls(found.begin(), found.end());
    auto isOfUnit = [&](clang::NamedDecl *decl) { return decl->getTranslationUnitDecl() == unit; };
    if (llvm::all_of(decls, isOfUnit)) {
      names->erase(entry);
      continue;
    }
    for (clang::NamedDecl *decl : llvm::make_filter_range(decls, isOfUnit))
      entry->second.remove(decl);
  }
}

bool IncrementalParser::forgetUnit() {
  clang::ASTContext &context = impl->compiler().getASTContext();
  clang::TranslationUnitDecl *unit = context.getTranslationUnitDecl();
  if (!isPlain(*unit, unit))
    return false;
  dropNames(unit->getFirstDecl(), unit);
  dropNames(context.getExternCContextDecl(), unit);
  return true;
}
