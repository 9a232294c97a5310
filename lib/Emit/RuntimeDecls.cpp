// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "RuntimeDecls.h"
#include "kt/Builtins/Header.h"
#include "kt/Support/RuntimeHeaders.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Frontend/FrontendActions.h"
#include "clang/Sema/Sema.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/VirtualFileSystem.h"
#include "llvm/TargetParser/Host.h"
#include <set>

using namespace kt;

/// Every declaration that a unit of any target may use, all headers of builtins among them. CUDA's own come by way of
/// the grid emulation, so that one parse as plain C++ serves all.
static std::string preludeText() {
  std::string text = "struct GridIndex { unsigned x, y, z; };\n"
                     "extern GridIndex threadIdx, blockIdx, blockDim, gridDim;\n"
                     "#define KT_GRID_EMULATION 1\n"
                     "#include \"kt-runtime/kernel.h\"\n";
  std::set<StringRef> headers;
  for (const Builtin &builtin : allBuiltins())
    if (!headerOf(builtin).empty())
      headers.insert(headerOf(builtin));
  for (StringRef header : headers)
    text += ("#include \"kt-runtime/" + header + "\"\n").str();
  return text;
}

/// Leaves the instance open when the file has been parsed.
class RuntimeDecls::ParseAction : public clang::SyntaxOnlyAction {
public:
  void finish() {
    finishing = true;
    EndSourceFile();
  }

private:
  void EndSourceFile() override {
    if (finishing)
      SyntaxOnlyAction::EndSourceFile();
  }
  bool finishing = false;
};

namespace {

class CollectErrors : public clang::DiagnosticConsumer {
public:
  explicit CollectErrors(std::string &errors) : errors(errors) {}

private:
  void HandleDiagnostic(clang::DiagnosticsEngine::Level level, const clang::Diagnostic &diag) override {
    if (level < clang::DiagnosticsEngine::Error)
      return;
    llvm::SmallString<128> text;
    diag.FormatDiagnostic(text);
    errors += text.str().str() + '\n';
  }
  std::string &errors;
};

} // namespace

static llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> makeFiles() {
  auto files = llvm::makeIntrusiveRefCnt<llvm::vfs::InMemoryFileSystem>();
  for (const RuntimeHeader &header : runtimeHeaders())
    files->addFile("/prelude/" + header.name, 0, llvm::MemoryBuffer::getMemBuffer(header.text, header.name));
  files->addFile("/prelude/prelude.cpp", 0, llvm::MemoryBuffer::getMemBufferCopy(preludeText()));
  return files;
}

RuntimeDecls::RuntimeDecls() : action(std::make_unique<ParseAction>()) {
  std::string triple = llvm::sys::getDefaultTargetTriple();
  const char *args[] = {"-fsyntax-only",
                        "-std=c++17",
                        "-nostdsysteminc",
                        "-nobuiltininc",
                        "-w",
                        "-triple",
                        triple.c_str(),
                        "-I/prelude",
                        "-x",
                        "c++",
                        "/prelude/prelude.cpp"};
  consumer = std::make_unique<CollectErrors>(errors);
  auto files = makeFiles();
  clang::DiagnosticOptions diagOptions;
  auto argDiags = clang::CompilerInstance::createDiagnostics(*files, diagOptions, consumer.get(), false);
  auto invocation = std::make_shared<clang::CompilerInvocation>();
  clang::CompilerInvocation::CreateFromArgs(*invocation, args, *argDiags);
  invocation->getFrontendOpts().DisableFree = false;

  compiler = std::make_unique<clang::CompilerInstance>(std::move(invocation));
  compiler->setVirtualFileSystem(files);
  compiler->createDiagnostics(consumer.get(), /*ShouldOwnClient=*/false);
  compiler->createFileManager();
  if (!compiler->ExecuteAction(*action) || !errors.empty())
    llvm::report_fatal_error(llvm::Twine("the runtime header does not parse:\n") + errors);

  clang::SourceManager &sources = compiler->getSourceManager();
  place = sources.getLocForStartOfFile(sources.getMainFileID());
  wp = llvm::cast<clang::NamespaceDecl>(find(*context().getTranslationUnitDecl(), "wp"));
  clang::NestedNameSpecifierLocBuilder qualifier;
  qualifier.Extend(context(), wp, place, place);
  wpQualifier = qualifier.getWithLocInContext(context());
}

RuntimeDecls::~RuntimeDecls() { action->finish(); }

clang::NamedDecl *RuntimeDecls::find(const clang::DeclContext &scope, StringRef name) {
  auto found = scope.lookup(&context().Idents.get(name));
  return found.empty() ? nullptr : found.front();
}

clang::NamedDecl &RuntimeDecls::findInWp(StringRef name) {
  clang::NamedDecl *decl = find(*wp->getFirstDecl(), name);
  if (!decl)
    llvm::report_fatal_error("the runtime header has no `wp::" + name + "`");
  return *decl;
}

static clang::ValueDecl *asFunction(clang::NamedDecl *decl) {
  if (auto *pattern = llvm::dyn_cast_or_null<clang::FunctionTemplateDecl>(decl))
    return pattern->getTemplatedDecl();
  return llvm::dyn_cast_or_null<clang::ValueDecl>(decl);
}

clang::ValueDecl &RuntimeDecls::function(StringRef name) {
  clang::ValueDecl *&known = functions[name];
  if (known)
    return *known;
  StringRef inWp = name;
  known = inWp.consume_front("wp::") ? asFunction(&findInWp(inWp))
                                     : asFunction(find(*context().getTranslationUnitDecl(), name));
  if (!known)
    llvm::report_fatal_error("the runtime header has no function `" + name + "`");
  return *known;
}

// Types
// -----

clang::QualType RuntimeDecls::named(StringRef name) {
  clang::QualType &known = types[name];
  if (known.isNull())
    known = context().getTypeDeclType(clang::ElaboratedTypeKeyword::None, wpQualifier.getNestedNameSpecifier(),
                                      llvm::cast<clang::TypeDecl>(&findInWp(name)));
  return known;
}

clang::TemplateArgument RuntimeDecls::integerArgument(unsigned value) {
  return clang::TemplateArgument(context(), llvm::APSInt(llvm::APInt(32, value), /*isUnsigned=*/false),
                                 context().IntTy);
}

clang::QualType RuntimeDecls::specialize(StringRef name, ArrayRef<clang::TemplateArgument> arguments) {
  clang::TemplateName pattern(llvm::cast<clang::ClassTemplateDecl>(&findInWp(name)));
  clang::TemplateName qualified =
      context().getQualifiedTemplateName(wpQualifier.getNestedNameSpecifier(), /*TemplateKeyword=*/false, pattern);
  // Whether the specialization exists is of no concern: the type is printed, never used.
  return context().getTemplateSpecializationType(clang::ElaboratedTypeKeyword::None, qualified, arguments,
                                                 /*CanonicalArgs=*/{}, context().DependentTy);
}

clang::QualType RuntimeDecls::arrayOf(const ArrayType &array, clang::QualType element) {
  llvm::SmallVector<clang::TemplateArgument, 5> arguments{clang::TemplateArgument(element)};
  for (unsigned extent : array.shape())
    arguments.push_back(integerArgument(extent));
  return specialize(array.isFixed() ? "fixedarray_t" : array.isIndexed() ? "indexedarray_t" : "array_t", arguments);
}

clang::QualType RuntimeDecls::vectorOf(unsigned length, clang::QualType element) {
  return specialize("vec_t", {integerArgument(length), clang::TemplateArgument(element)});
}

clang::QualType RuntimeDecls::matrixOf(unsigned rows, unsigned columns, clang::QualType element) {
  return specialize("mat_t", {integerArgument(rows), integerArgument(columns), clang::TemplateArgument(element)});
}

clang::QualType RuntimeDecls::keptOf(const KeptType &kept) {
  return specialize("kept", {integerArgument(kept.snapshots()), integerArgument(kept.ring())});
}

static std::string tupleName(size_t size) { return "tuple" + std::to_string(size) + "_t"; }

clang::QualType RuntimeDecls::tupleOf(ArrayRef<clang::QualType> elements) {
  llvm::SmallVector<clang::TemplateArgument, 3> arguments;
  for (clang::QualType element : elements)
    arguments.push_back(clang::TemplateArgument(element));
  return specialize(tupleName(elements.size()), arguments);
}

clang::FieldDecl &RuntimeDecls::tupleMember(unsigned size, unsigned number) {
  return member(tupleName(size), "r" + std::to_string(number));
}

clang::FieldDecl &RuntimeDecls::member(StringRef record, StringRef name) {
  clang::NamedDecl *decl = &findInWp(record);
  if (auto *pattern = llvm::dyn_cast<clang::ClassTemplateDecl>(decl))
    decl = pattern->getTemplatedDecl();
  clang::NamedDecl *field = find(*llvm::cast<clang::CXXRecordDecl>(decl), name);
  if (!field)
    llvm::report_fatal_error("the runtime header has no `" + record + "::" + name + "`");
  return *llvm::cast<clang::FieldDecl>(field);
}
