// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The frame of a kernel: helpers, signature, thread indices, body, stores.

#include "KernelBuilder.h"
#include "Vocabulary.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace kt;

GeneratedKernel KernelBuilder::build() {
  mainType = choosePayload();
  for (StringRef word : reservedWords())
    scope.reserve(word);
  std::string helpers;
  if (random.chance(profile.useStruct))
    helpers += helperStruct();
  if (random.chance(profile.useFunc))
    helpers += helperFunc();

  kernel.name = kernelName();
  scope.reserve(kernel.name);
  declareParams();
  writeBody();
  kernel.source = helpers + "@wp.kernel\ndef " + kernel.name + "(" + signature() + "):\n" + text;
  return std::move(kernel);
}

// Helpers before the kernel
// -------------------------

/// A struct of two to four fields, which becomes a parameter's type.
std::string KernelBuilder::helperStruct() {
  std::string name = pickWord(structNames());
  StructType *type = types.makeStruct(name, {});
  std::string source = "@wp.struct\nclass " + name + ":\n";
  std::vector<StructType::Field> fields;
  unsigned count = random.in(policy.structFields);
  for (unsigned i = 0; i < count; ++i) {
    const Type *fieldType = i == 0 ? floatPayload() : choosePayload();
    std::string field = freshName(fieldNames());
    source += "    " + field + ": " + annotation(fieldType) + "\n";
    fields.push_back({field, fieldType, {}});
  }
  type->setFields(std::move(fields));
  structType = type;
  ++kernel.shape.structs;
  return source + "\n\n";
}

/// A func of one to three parameters, perhaps with an early return.
std::string KernelBuilder::helperFunc() {
  HelperFunc func{pickWord(funcNames()), {}, random.chance(policy.funcOfPayload) ? mainType : floatPayload()};
  scope.reserve(func.name);
  size_t mark = scope.enterBlock();
  std::string list;
  unsigned count = random.in(policy.funcParams);
  for (unsigned i = 0; i < count; ++i) {
    const Type *type = i == 0 ? func.result : choosePayload();
    std::string name = localName(type);
    list += (i ? ", " : "") + name + ": " + annotation(type);
    func.params.push_back(type);
    scope.add({name, type, Symbol::Role::Param});
  }
  std::string head = "@wp.func\ndef " + func.name + "(" + list + ")";
  if (random.chance(policy.annotatedReturn))
    head += " -> " + annotation(func.result);
  indent = 1;
  if (random.chance(policy.funcBranch)) {
    ++kernel.shape.branches;
    line("if " + comparison(2).text + ":");
    nested([&] { line("return " + expr(func.result, 2).text); });
  }
  if (random.chance(policy.funcLocal))
    define("", func.result, expr(func.result, 1));
  line("return " + expr(func.result, 1).text);
  std::string source = head + ":\n" + text + "\n\n";
  text.clear();
  scope.leaveBlock(mark);
  scope.funcs.push_back(std::move(func));
  ++kernel.shape.funcs;
  return source;
}

// Parameters
// ----------

void KernelBuilder::declareParams() {
  unsigned rank = 1 + random.weighted(policy.launchRank);
  kernel.shape.launchRank = rank;
  unsigned inputs = random.in(profile.inputs);
  for (unsigned i = 0; i < inputs; ++i) {
    const Type *element = i == 0 ? mainType : choosePayload();
    addParam(types.array(element, rank), Symbol::Role::Input);
  }
  if (structType)
    addParam(structType, Symbol::Role::Param);
  unsigned scalars = random.in(profile.scalarParams);
  for (unsigned i = 0; i < scalars; ++i) {
    const ScalarType *type = random.chance(policy.intParam) ? types.int32() : payloadScalar();
    addParam(type, Symbol::Role::Param);
  }
  unsigned outputs = 1 + random.chance(policy.extraOutput);
  for (unsigned i = 0; i < outputs; ++i) {
    const Type *element = i == 0 ? mainType : choosePayload();
    outputArrays.push_back(addParam(types.array(element, rank), Symbol::Role::Output));
  }
}

std::string KernelBuilder::addParam(const Type *type, Symbol::Role role) {
  std::string name = paramName(type, role);
  params.push_back({name, type});
  scope.add({name, type, role});
  return name;
}

/// Parameters are known in full only after the body: some motifs bring an array of their own.
std::string KernelBuilder::signature() {
  // Inputs, then scalars, then what is written, as people order them.
  auto place = [&](const std::pair<std::string, const Type *> &param) {
    bool isOutput = llvm::any_of(scope.symbols, [&](const Symbol &symbol) {
      return symbol.name == param.first && symbol.role == Symbol::Role::Output;
    });
    return !param.second->isArray() ? 1 : isOutput ? 2 : 0;
  };
  std::string list;
  for (int group : {0, 1, 2})
    for (auto &param : params)
      if (place(param) == group)
        kernel.argTypes.push_back({param.first, annotation(param.second)});
  for (auto &[name, type] : kernel.argTypes)
    list += (list.empty() ? "" : ", ") + name + ": " + type;
  constexpr size_t lineWidth = 96;
  if (list.size() + kernel.name.size() < lineWidth)
    return list;
  list = "\n";
  for (auto &[name, type] : kernel.argTypes)
    list += "    " + name + ": " + type + ",\n";
  return list;
}

// Body
// ----

void KernelBuilder::writeBody() {
  indent = 1;
  if (random.chance(policy.docstring))
    line("\"\"\"" + description(kernel.category) + "\"\"\"");
  threadIndices();
  if (random.chance(policy.guard)) {
    ++kernel.shape.branches;
    line("if " + indexNames.front() + " >= " + outputArrays.front() + ".shape[0]:");
    nested([&] { line("return"); });
  }
  defineNumericLocal();

  std::vector<Motif> plan = profile.required;
  unsigned more = random.in(profile.motifCount);
  for (unsigned i = 0; i < more; ++i)
    plan.push_back(Motif(random.weighted(profile.motifs)));
  for (size_t i = plan.size(); i > 1; --i)
    std::swap(plan[i - 1], plan[random.below(i)]);
  for (Motif which : plan)
    if (wouldFit())
      motif(which, 0);
  stores();
}

void KernelBuilder::threadIndices() {
  static constexpr StringRef one[] = {"i", "tid", "idx", "t", "gid"};
  static constexpr StringRef many[] = {"i", "j", "k"};
  static constexpr StringRef xyz[] = {"x", "y", "z"};
  unsigned rank = kernel.shape.launchRank;
  bool letters = random.chance(policy.indexLetters);
  std::string list;
  for (unsigned d = 0; d < rank; ++d) {
    std::string name;
    if (rank == 1)
      name = freshName(one);
    else
      name = freshName(letters ? many[d] : xyz[d]);
    list += (d ? ", " : "") + name;
    indexNames.push_back(name);
    Symbol symbol{name, types.int32(), Symbol::Role::Index};
    scope.add(symbol);
  }
  line(list + " = wp.tid()");
}

/// Every output gets a value, and the last one depends on all that the body computed and nothing read: no code is dead.
void KernelBuilder::stores() {
  std::string subscript = llvm::join(indexNames, ", ");
  for (const std::string &array : outputArrays) {
    const Type *element = elementType(array);
    Text value = newValue(element);
    if (array == outputArrays.back())
      value = withUnread(value, element, 0);
    line(array + "[" + subscript + "] = " + value.text);
  }
}

/// `value` joined by what came into scope since `mark` and whose last value nothing has read: added where types agree,
/// as a scalar that is added or scales otherwise.
Text KernelBuilder::withUnread(Text value, const Type *type, size_t mark) {
  for (size_t i = mark; i < scope.symbols.size(); ++i) {
    Symbol &symbol = scope.symbols[i];
    bool isOurs = symbol.role != Symbol::Role::Output && symbol.role != Symbol::Role::Index;
    if (!isOurs || !symbol.isUnread)
      continue;
    const Type *held = symbol.isValue() ? symbol.type : elementType(symbol.name);
    Text part = read(symbol);
    if (held == type && !type->isBool()) {
      value = operatorText("add", {value, part});
      continue;
    }
    Text scalar = scalarFrom(part, held, scalarOf(type));
    value = operatorText(type->isScalar() ? "add" : "mul", {value, scalar});
  }
  return value;
}

// Statements in general
// ---------------------

void KernelBuilder::line(const llvm::Twine &content) {
  text.append(indent * 4, ' ');
  text += content.str();
  text += '\n';
  ++lineCount;
}

void KernelBuilder::nested(llvm::function_ref<void()> body) {
  size_t mark = scope.enterBlock();
  ++indent;
  body();
  --indent;
  scope.leaveBlock(mark);
}

void KernelBuilder::motif(Motif which, unsigned depth) {
  kernel.shape.motifs.push_back(which);
  if (random.chance(policy.comment))
    line("# " + pickWord(commentTexts()));
  switch (which) {
#define MOTIF(Name)                                                                                                    \
  case Motif::Name: return motif##Name(depth);
#include "kt/Generate/Motifs.def"
  }
}

/// A few statements in an arm or a loop body; the last one changes something that outlives the block.
void KernelBuilder::block(unsigned depth) {
  size_t mark = scope.enterBlock();
  unsigned count = random.in(policy.blockStatements);
  for (unsigned i = 1; i < count && wouldFit(); ++i) {
    if (depth < profile.maxBlockDepth)
      motif(Motif(random.weighted(profile.motifs)), depth);
    else
      motif(random.chance(policy.even) ? Motif::Define : Motif::Update, depth);
  }
  update(outerLocal(), mark);
}

Symbol &KernelBuilder::define(StringRef stem, const Type *type, const Text &value) {
  std::string name = stem.empty() ? localName(type) : freshName(stem);
  bool isLiteral = type->isScalar() && llvm::all_of(value.text, [](char c) { return llvm::isDigit(c) || c == '.'; });
  // A bare literal would be a constant, which a loop may not change.
  line(name + " = " + (isLiteral ? annotation(type) + "(" + value.text + ")" : value.text));
  Symbol symbol{name, type, Symbol::Role::Local};
  symbol.level = indent;
  return scope.add(symbol);
}

void KernelBuilder::assign(const std::string &target, const Type *type, bool numericUpdate) {
  Text value = newValue(type, target);
  line(target + (numericUpdate && !type->isBool() ? " += " : " = ") + value.text);
  wasAssigned(target);
}

/// The value that a local has from here on has not been used.
void KernelBuilder::wasAssigned(StringRef name) {
  for (Symbol &symbol : scope.symbols)
    if (symbol.name == name)
      symbol.isUnread = true;
}

void KernelBuilder::wasUsed(StringRef name) {
  for (Symbol &symbol : scope.symbols)
    if (symbol.name == name)
      symbol.isUnread = false;
}

/// Changes a local, by all that was computed since `mark` too.
void KernelBuilder::update(Symbol &target, size_t mark) {
  std::string name = target.name;
  const Type *type = target.type;
  Text value = withUnread(newValue(type, name), type, mark);
  if (random.chance(policy.augmented)) {
    line(name + (random.chance(policy.addRather) ? " += " : " -= ") + value.text);
    wasAssigned(name);
    return;
  }
  Text kept = type->isFloat() ? operatorText("mul", {primary(name), literal(type)}) : primary(name);
  line(name + " = " + operatorText(random.chance(policy.addRather) ? "add" : "sub", {kept, value}).text);
  wasAssigned(name);
}

Symbol *KernelBuilder::pickLocal(llvm::function_ref<bool(const Symbol &)> fits) {
  llvm::SmallVector<Symbol *, 8> found;
  for (Symbol &symbol : scope.symbols)
    if (symbol.role == Symbol::Role::Local && fits(symbol))
      found.push_back(&symbol);
  return found.empty() ? nullptr : random.pick<Symbol *>(found);
}

static bool canAdd(const Symbol &symbol) { return !symbol.type->isBool() && !symbol.type->isStruct(); }

void KernelBuilder::defineNumericLocal() {
  const Type *type = mainType->isBool() ? floatPayload() : mainType;
  define("", type, newValue(type));
}

/// A local that `+=` takes; the first statement of a body made one.
Symbol &KernelBuilder::numericLocal() {
  Symbol *local = pickLocal(canAdd);
  assert(local && "a body begins with a local");
  return *local;
}

/// Likewise, and it outlives the block being written.
Symbol &KernelBuilder::outerLocal() {
  Symbol *local = pickLocal([&](const Symbol &symbol) { return canAdd(symbol) && symbol.level < indent; });
  return local ? *local : numericLocal();
}

// Types and names
// ---------------

const Type *KernelBuilder::concrete(const TypeChoice &choice) {
  const ScalarType *element = types.scalar(choice.element);
  switch (choice.shape) {
  case TypeChoice::Scalar: return element;
  case TypeChoice::Vector: return types.vector(choice.rows, element);
  case TypeChoice::Matrix: return types.matrix(choice.rows, choice.columns, element);
  case TypeChoice::Quaternion: return types.quaternion(element);
  }
  llvm_unreachable("covered switch");
}

const Type *KernelBuilder::choosePayload() {
  llvm::SmallVector<unsigned, 16> weights;
  for (const TypeChoice &choice : profile.types)
    weights.push_back(choice.weight);
  return concrete(profile.types[random.weighted(weights)]);
}

/// Most locals are of the kernel's main type.
const Type *KernelBuilder::payload() { return random.chance(policy.mainType) ? mainType : choosePayload(); }

const ScalarType *KernelBuilder::payloadScalar() {
  const ScalarType *scalar = scalarOf(mainType);
  return scalar->isBool() ? types.float32() : scalar;
}

const ScalarType *KernelBuilder::floatPayload() {
  const ScalarType *scalar = scalarOf(mainType);
  return scalar->isFloat() ? scalar : types.float32();
}

std::string KernelBuilder::pickWord(ArrayRef<StringRef> words) { return random.pick<StringRef>(words).str(); }

/// One of the stems, or one with a number after it when it is taken.
std::string KernelBuilder::freshName(ArrayRef<StringRef> stems) { return freshName(random.pick<StringRef>(stems)); }

std::string KernelBuilder::freshName(StringRef stem) {
  std::string name = stem.str();
  for (unsigned i = 1; scope.isTaken(name); ++i)
    name = stem.str() + std::to_string(i);
  scope.reserve(name);
  return name;
}

std::string KernelBuilder::paramName(const Type *type, Symbol::Role role) {
  if (role == Symbol::Role::Output)
    return freshName(outputNames());
  if (role == Symbol::Role::Input)
    return freshName(inputNames(llvm::cast<ArrayType>(type)->element()));
  return freshName(type->isStruct() ? structParamNames() : scalarParamNames(type));
}

std::string KernelBuilder::localName(const Type *type) { return freshName(localNames(type)); }

std::string KernelBuilder::kernelName() {
  std::string verb = pickWord(kernelVerbs());
  std::string object = pickWord(kernelObjects(kernel.category));
  bool suffixed = random.chance(policy.kernelSuffix);
  return verb + "_" + object + (suffixed ? "_kernel" : "");
}
