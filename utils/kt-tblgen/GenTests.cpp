// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Writes a Python file with one kernel per overload, which calls it once for each scalar type that its variable can
// stand for. Operands come out of arrays and results go into arrays, so that nothing can be folded. Comments before a
// kernel say which parameters have a domain.

#include "BuiltinRecords.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

namespace kt::tblgen {

namespace {

/// One choice of types: a scalar for all variables, and a number for each dimension.
class Instance {
public:
  explicit Instance(StringRef scalar) : scalar(scalar) {}

  std::string type(const Record *pattern) const {
    if (isA(pattern, "Exactly"))
      return "wp." + pattern->getValueAsString("Kind").lower();
    if (isA(pattern, "OneOf")) // an index, a condition, something to print
      return isListed(pattern, "Int32") ? "wp.int32" : "wp.float32";
    if (isA(pattern, "TypeVar"))
      return "wp." + scalar.lower();
    std::string element = type(pattern->getValueAsDef("Element"));
    if (isA(pattern, "Vec"))
      return "wp.types.vector(length=" + dim(pattern, "Length") + ", dtype=" + element + ")";
    if (isA(pattern, "Mat"))
      return "wp.types.matrix(shape=(" + dim(pattern, "Rows") + ", " + dim(pattern, "Columns") + "), dtype=" + element +
             ")";
    if (isA(pattern, "Quat"))
      return "wp.types.quaternion(dtype=" + element + ")";
    if (isA(pattern, "Trans"))
      return "wp.types.transformation(dtype=" + element + ")";
    return "wp.array(dtype=" + element + ", ndim=" + dim(pattern, "Rank") + ")";
  }

  /// `3` for a number, `wp.float32` for a type.
  std::string staticArg(const Record *pattern) const {
    return isA(pattern, "Number") ? dim(pattern, "Of") : type(pattern->getValueAsDef("Of"));
  }

  static bool isListed(const Record *pattern, StringRef kind) {
    return llvm::is_contained(pattern->getValueAsDef("Of")->getValueAsListOfStrings("Scalars"), kind);
  }

  /// Different numbers, so that rows and columns are not mistaken for each other.
  static unsigned extent(const Record *dim) {
    if (isA(dim, "Extent"))
      return dim->getValueAsInt("Value");
    char symbol = dim->getValueAsString("Symbol").front();
    return symbol == 'R' || symbol == 'D' ? 2 : symbol == 'K' ? 4 : 3;
  }

private:
  static std::string dim(const Record *pattern, StringRef field) {
    return std::to_string(extent(pattern->getValueAsDef(field)));
  }

  StringRef scalar;
};

class KernelWriter {
public:
  explicit KernelWriter(const BuiltinRecord &builtin) : builtin(builtin) {}

  void write(llvm::raw_ostream &os) {
    for (StringRef scalar : scalars())
      addCall(Instance(scalar));
    os << "\n\n";
    for (const Record *on : builtin.def->getValueAsListOfDefs("Domain"))
      os << "# " << on->getValueAsString("Param") << ": " << on->getValueAsDef("Domain")->getName() << "\n";
    os << "@wp.kernel\ndef test_" << builtin.def->getName().lower() << "(" << llvm::join(params, ", ")
       << "):\n    i = wp.tid()\n"
       << llvm::join(lines, "");
  }

private:
  /// The scalar types of the one type variable, or any one type if there is none.
  std::vector<StringRef> scalars() const {
    std::vector<StringRef> found{"Float32"};
    auto look = [&](const Record *part) {
      if (isA(part, "TypeVar"))
        found = part->getValueAsDef("Of")->getValueAsListOfStrings("Scalars");
    };
    for (const auto *list : {&builtin.params, &builtin.statics})
      for (const Param &param : *list)
        walkPattern(param.pattern, look);
    return found;
  }

  void addCall(const Instance &instance) {
    std::vector<std::string> args;
    for (const Param &param : builtin.params)
      args.push_back(argument(instance, param));
    if (builtin.repeat)
      args.resize(args.size() - 1 + Instance::extent(builtin.repeat), args.back());
    for (const Param &param : builtin.statics)
      args.push_back((param.name + "=").str() + instance.staticArg(param.pattern));
    std::string call = "wp." + builtin.name.str() + "(" + llvm::join(args, ", ") + ")";
    lines.push_back("    " + target(instance) + call + "\n");
    llvm::append_range(lines, stores);
    stores.clear();
    ++calls;
  }

  std::string nameOf(const Param &param) const { return param.name.str() + std::to_string(calls); }

  /// An array is passed as it is; any other argument is an element of an array of its own, by way of a variable where
  /// the call changes it.
  std::string argument(const Instance &instance, const Param &param) {
    std::string name = nameOf(param);
    std::string type = instance.type(param.pattern);
    bool isArray = isA(param.pattern, "ArrayOf");
    params.push_back(name + ": " + (isArray ? type : "wp.array(dtype=" + type + ")"));
    if (isArray)
      return name;
    if (param.passing == "Value")
      return name + "[i]";
    lines.push_back("    " + name + "_place = " + name + "[i]\n");
    stores.push_back("    " + name + "[i] = " + name + "_place\n");
    return name + "_place";
  }

  /// Nothing, or an element of an array for each result.
  std::string target(const Instance &instance) {
    if (builtin.returns->getName() == "Nothing")
      return "";
    std::vector<const Record *> results = tupleElements(builtin.returns);
    if (results.empty())
      results = {builtin.returns};
    std::vector<std::string> places;
    for (const Record *result : results) {
      std::string name =
          "result" + std::to_string(calls) + (results.size() > 1 ? "_" + llvm::utostr(places.size()) : "");
      params.push_back(name + ": wp.array(dtype=" + instance.type(result) + ")");
      places.push_back(name + "[i]");
    }
    return llvm::join(places, ", ") + " = ";
  }

  const BuiltinRecord &builtin;
  std::vector<std::string> params;
  std::vector<std::string> lines;
  std::vector<std::string> stores; // what the call changes, back into its array
  unsigned calls = 0;
};

} // namespace

void genTests(ArrayRef<BuiltinRecord> builtins, llvm::raw_ostream &os) {
  os << "import warp as wp\n";
  for (const BuiltinRecord &builtin : builtins)
    if (!builtin.isInternal())
      KernelWriter(builtin).write(os);
}

} // namespace kt::tblgen
