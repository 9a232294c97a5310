// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Build.h"
#include "Spelling.h"
#include "Text.h"
#include "kt/Builtins/Header.h"
#include "kt/Support/Version.h"
#include "llvm/ADT/STLExtras.h"
#include <set>

using namespace kt;
using clang::QualType;

ClangUnit kt::build(const ir::Module &module, const TargetPolicy &policy, RuntimeDecls &runtime,
                    const SourceManager &sources, const EmitOptions &options) {
  return UnitBuilder(module, policy, runtime, sources, options).run();
}

UnitBuilder::UnitBuilder(const ir::Module &module, const TargetPolicy &policy, RuntimeDecls &runtime,
                         const SourceManager &sources, const EmitOptions &options)
    : names(module), make(runtime), runtime(runtime), module(module), policy(policy), sources(sources),
      options(options) {}

static void findHeaders(const ir::Region &region, std::set<StringRef> &headers) {
  for (const ir::Op &op : region.ops()) {
    if (op.kind() == ir::OpKind::Builtin && !headerOf(op.builtin()).empty())
      headers.insert(headerOf(op.builtin()));
    if (op.kind() == ir::OpKind::Var && isa<KeptType>(op.result()->type))
      headers.insert("kept.h");
    for (unsigned i = 0; i != op.regionCount(); ++i)
      findHeaders(op.region(i), headers);
  }
}

/// The runtime, and what not every unit has to parse.
static std::vector<std::string> includesFor(const ir::Module &module) {
  std::set<StringRef> headers;
  for (auto &function : module.functions)
    findHeaders(function->body, headers);
  std::vector<std::string> includes{"kt-runtime/kernel.h"};
  for (StringRef header : headers)
    includes.push_back(("kt-runtime/" + header).str());
  return includes;
}

ClangUnit UnitBuilder::run() {
  std::string by = std::string("translated by kernel-translate ") + version;
  unit.headline = options.sourceName.empty() ? by : makeCommentSafe(options.sourceName) + ", " + by;
  unit.includes = includesFor(module);
  for (const StructType *type : module.structs)
    buildStruct(*type);
  for (auto &function : module.functions) {
    buildFunction(*function);
    if (function->isKernel())
      buildEntry(*function);
  }
  return std::move(unit);
}

std::string UnitBuilder::commentFor(Location loc) {
  if (!options.sourceComments || !loc.isValid())
    return {};
  unsigned line = sources.position(loc).line;
  if (line == lastLine)
    return {};
  lastLine = line;
  return std::to_string(line) + ": " + makeCommentSafe(sources.lineText(loc));
}

// Types
// -----

/// The letters behind `vec3`, `mat33` and `quat` for this element.
static StringRef suffix(ScalarKind kind) {
  switch (kind) {
  case ScalarKind::Bool: return "?"; // there is none
  case ScalarKind::Int8: return "b";
  case ScalarKind::UInt8: return "ub";
  case ScalarKind::Int16: return "s";
  case ScalarKind::UInt16: return "us";
  case ScalarKind::Int32: return "i";
  case ScalarKind::UInt32: return "ui";
  case ScalarKind::Int64: return "l";
  case ScalarKind::UInt64: return "ul";
  case ScalarKind::Float16: return "h";
  case ScalarKind::Float32: return "";
  case ScalarKind::Float64: return "d";
  }
  llvm_unreachable("not a scalar");
}

QualType UnitBuilder::typeOf(const Type *type) {
  auto [known, isNew] = types.try_emplace(type);
  if (!isNew)
    return known->second;
  QualType made = makeType(type); // may add to `types`
  return types[type] = made;
}

QualType UnitBuilder::makeType(const Type *type) {
  clang::ASTContext &context = make.astContext();
  if (auto *scalar = dyn_cast<ScalarType>(type)) {
    switch (scalar->scalarKind()) {
    case ScalarKind::Bool: return context.BoolTy;
    case ScalarKind::Int32: return context.IntTy;
    case ScalarKind::Float32: return context.FloatTy;
    case ScalarKind::Float64: return context.DoubleTy;
    case ScalarKind::Int8:
    case ScalarKind::UInt8:
    case ScalarKind::Int16:
    case ScalarKind::UInt16:
    case ScalarKind::UInt32:
    case ScalarKind::Int64:
    case ScalarKind::UInt64: return runtime.named(spelling(scalar->scalarKind()));
    case ScalarKind::Float16: return runtime.named("half");
    }
  }
  if (auto *vector = dyn_cast<VectorType>(type)) {
    ScalarKind kind = vector->element()->scalarKind();
    if (vector->length() >= 2 && vector->length() <= 4 && kind != ScalarKind::Bool)
      return runtime.named(("vec" + llvm::Twine(vector->length()) + suffix(kind)).str());
    if (vector->length() == 6 && vector->element()->isFloat())
      return runtime.named(("spatial_vector" + suffix(kind)).str());
    return runtime.vectorOf(vector->length(), typeOf(vector->element()));
  }
  if (auto *matrix = dyn_cast<MatrixType>(type)) {
    unsigned size = matrix->rows();
    bool hasName = size == matrix->columns() && size >= 2 && size <= 4 && matrix->element()->isFloat();
    if (hasName)
      return runtime.named(
          ("mat" + llvm::Twine(size) + llvm::Twine(size) + suffix(matrix->element()->scalarKind())).str());
    if (size == 6 && matrix->columns() == 6 && matrix->element()->isFloat())
      return runtime.named(("spatial_matrix" + suffix(matrix->element()->scalarKind())).str());
    return runtime.matrixOf(size, matrix->columns(), typeOf(matrix->element()));
  }
  if (auto *quaternion = dyn_cast<QuaternionType>(type))
    return runtime.named(("quat" + suffix(quaternion->element()->scalarKind())).str());
  if (auto *transform = dyn_cast<TransformType>(type))
    return runtime.named(("transform" + suffix(transform->element()->scalarKind())).str());
  if (auto *array = dyn_cast<ArrayType>(type))
    return runtime.arrayOf(*array, typeOf(array->element()));
  if (auto *kept = dyn_cast<KeptType>(type))
    return runtime.keptOf(*kept);
  return make.typeOf(recordOf(*cast<StructType>(type)));
}

// Structs
// -------

void UnitBuilder::buildStruct(const StructType &type) {
  llvm::SmallVector<std::pair<StringRef, QualType>, 8> fields;
  for (auto [i, field] : llvm::enumerate(type.fields()))
    fields.push_back({names.field(type, i), typeOf(field.type)});
  records[&type] = &make.record(names.of(type), fields, /*beginsAsZeros=*/true);
  unit.decls.push_back(records[&type]);
}

void UnitBuilder::buildResults(const ir::Function &function) {
  std::vector<std::string> fieldNames;
  for (unsigned i = 0; i != function.results.size(); ++i)
    fieldNames.push_back("r" + std::to_string(i));
  llvm::SmallVector<std::pair<StringRef, QualType>, 4> fields;
  for (auto [name, type] : llvm::zip_equal(fieldNames, function.results))
    fields.push_back({name, typeOf(type)});
  resultRecords[&function] = &make.record(names.resultStruct(function), fields, /*beginsAsZeros=*/false);
  unit.decls.push_back(resultRecords[&function]);
}

QualType UnitBuilder::tupleOf(const ir::Op &op) {
  if (op.kind() == ir::OpKind::Call)
    return make.typeOf(resultsOf(op.callee()));
  llvm::SmallVector<QualType, 3> elements;
  for (unsigned i = 0; i != op.resultCount(); ++i)
    elements.push_back(typeOf(op.result(i)->type));
  return runtime.tupleOf(elements);
}

// Functions
// ---------

QualType UnitBuilder::resultType(const ir::Function &function) {
  switch (function.results.size()) {
  case 0: return make.astContext().VoidTy;
  case 1: return typeOf(function.results.front());
  default: return make.typeOf(resultsOf(function));
  }
}

/// The user's own C++ may do with a parameter what it wants.
static bool isNative(const ir::Function &function) {
  const ir::Region::OpList &ops = function.body.ops();
  return !ops.empty() && ops.front().kind() == ir::OpKind::Native;
}

/// What is large is passed by reference, unless the function changes it.
static bool isPassedByReference(const ir::Value &param) {
  bool isLarge = param.type->isArray() || param.type->isStruct() || param.type->isMatrix() || param.type->isTransform();
  return isLarge && !variableOfParameter(param);
}

std::vector<clang::ParmVarDecl *> UnitBuilder::buildParams(const ir::Function &function) {
  clang::ASTContext &context = make.astContext();
  auto byReference = [&](QualType type) { return context.getLValueReferenceType(type.withConst()); };
  std::vector<clang::ParmVarDecl *> params;
  if (function.isKernel())
    params.push_back(&make.param(names.threadParam(function), byReference(runtime.named("thread_t"))));
  for (auto &argument : function.body.arguments()) {
    QualType type = typeOf(argument->type);
    params.push_back(&make.param(names.of(*argument),
                                 isPassedByReference(*argument) && !isNative(function) ? byReference(type) : type));
  }
  return params;
}

void UnitBuilder::buildFunction(const ir::Function &function) {
  if (function.results.size() > 1)
    buildResults(function);
  clang::FunctionDecl &decl = make.function(names.of(function), resultType(function), buildParams(function),
                                            /*isExternC=*/false);
  policy.mark(decl, make);
  functions[&function] = &decl;
  lastLine = 0;
  decl.setBody(BodyBuilder(*this, function, decl).run());
  unit.decls.push_back(&decl);
}

static unsigned highestCoordinate(const ir::Region &region) {
  unsigned highest = 0;
  for (const ir::Op &op : region.ops()) {
    if (op.kind() == ir::OpKind::ThreadId)
      highest = std::max(highest, op.index() + 1);
    for (unsigned i = 0; i != op.regionCount(); ++i)
      highest = std::max(highest, highestCoordinate(op.region(i)));
  }
  return highest;
}

void UnitBuilder::buildEntry(const ir::Function &kernel) {
  const ir::Function &named = kernel.primal ? *kernel.primal : kernel;
  unsigned threadRank = std::max(named.threadRank, highestCoordinate(named.body));
  KernelBody body{kernel, named.key(), declOf(kernel), {}, {}, threadRank, argStructs.lookup(&named)};
  // Letters beyond ASCII have to go; the entry's name is otherwise the user's own.
  if (!llvm::all_of(body.key, [](unsigned char c) { return c < 0x80; }))
    body.key = makeIdentifier(body.key);
  for (auto &argument : kernel.body.arguments()) {
    body.paramNames.push_back(names.of(*argument).str());
    body.paramTypes.push_back(typeOf(argument->type));
  }
  for (clang::Decl *decl : policy.buildEntry(body, make, runtime)) {
    if (auto *record = llvm::dyn_cast<clang::CXXRecordDecl>(decl))
      argStructs[&kernel] = record;
    unit.decls.push_back(decl);
  }
}
