// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Writes Overloads.inc: the type classes, the patterns, and a kt::Builtin per record. A list that several records share
// stands there once.

#include "BuiltinRecords.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/SmallVectorExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/TableGen/TableGenBackend.h"

namespace kt::tblgen {

namespace {

std::string quote(StringRef text) {
  std::string quoted;
  llvm::raw_string_ostream os(quoted);
  os << '"';
  os.write_escaped(text);
  os << '"';
  return quoted;
}

/// Constant arrays of one element type, equal ones written once.
class ListPool {
public:
  ListPool(StringRef elementType, StringRef prefix) : elementType(elementType), prefix(prefix) {}

  /// The name of the array that holds `elements`; `{}` if there are none.
  std::string add(ArrayRef<std::string> elements) {
    if (elements.empty())
      return "{}";
    std::string text = llvm::join(elements, ", ");
    size_t number = llvm::find(lists, text) - lists.begin();
    if (number == lists.size())
      lists.push_back(std::move(text));
    return (prefix + llvm::Twine(number)).str();
  }

  void write(llvm::raw_ostream &os) const {
    for (const auto &[number, elements] : llvm::enumerate(lists))
      os << "constexpr " << elementType << prefix << number << "[] = {" << elements << "};\n";
    os << "\n";
  }

private:
  StringRef elementType;
  StringRef prefix;
  std::vector<std::string> lists;
};

class OverloadWriter {
public:
  explicit OverloadWriter(llvm::raw_ostream &os) : os(os) {}

  void write(ArrayRef<BuiltinRecord> builtins) {
    std::vector<std::string> rows;
    for (const BuiltinRecord &builtin : builtins)
      rows.push_back(row(builtin, rows.size()));
    llvm::emitSourceFileHeader("The overloads of the builtins", os);
    writeClasses();
    writePatterns();
    rules.write(os);
    for (const ListPool *pool : {&names, &types, &domains, &passings, &defaults, &adjoints})
      pool->write(os);
    os << "constexpr Builtin builtins[] = {\n" << llvm::join(rows, "") << "};\n\n";
    auto headers = llvm::map_range(builtins, [](const BuiltinRecord &builtin) { return quote(builtin.header); });
    os << "constexpr StringRef headers[] = {" << llvm::join(headers, ", ") << "}; // by id\n";
  }

private:
  std::string row(const BuiltinRecord &builtin, size_t id) {
    std::string text;
    llvm::raw_string_ostream row(text);
    row << "  {.id = " << id << ", .name = " << quote(builtin.name) << ", .group = " << quote(builtin.group)
        << ", .doc = " << quote(builtin.doc) << ",\n   .effect = Effect::" << builtin.effect
        << ", .infix = " << quote(builtin.infix) << ", .function = " << quote(builtin.function)
        << ", .weight = " << builtin.weight << ", .paramNames = " << nameList(builtin.params)
        << ", .staticNames = " << nameList(builtin.statics) << ",\n   .paramDomains = " << domainList(builtin.params)
        << ", .paramPassings = " << passingList(builtin.params)
        << ",\n   .paramDefaults = " << defaultList(builtin.params)
        << ", .isVariadic = " << (builtin.repeat ? "true" : "false")
        << ", .isDifferentiable = " << (builtin.isDifferentiable ? "true" : "false")
        << ",\n   .signature = " << quote(signatureOf(builtin)) << ",\n   .paramTypes = " << typeList(builtin.params)
        << ", .staticTypes = " << typeList(builtin.statics) << ", .returns = " << pattern(builtin.returns)
        << ", .repeat = " << (builtin.repeat ? symbol(builtin.repeat) : "0")
        << ",\n   .adjoints = " << adjointList(builtin) << "},\n";
    return text;
  }

  std::string nameList(ArrayRef<Param> params) {
    return names.add(llvm::map_to_vector(params, [](const Param &param) { return quote(param.name); }));
  }
  std::string typeList(ArrayRef<Param> params) {
    return types.add(llvm::map_to_vector(params, [&](const Param &param) { return pattern(param.pattern); }));
  }
  std::string domainList(ArrayRef<Param> params) {
    return domains.add(
        llvm::map_to_vector(params, [](const Param &param) { return ("ParamDomain::" + param.domain).str(); }));
  }

  std::string passingList(ArrayRef<Param> params) {
    return passings.add(
        llvm::map_to_vector(params, [](const Param &param) { return ("Passing::" + param.passing).str(); }));
  }
  std::string defaultList(ArrayRef<Param> params) {
    return defaults.add(llvm::map_to_vector(params, [](const Param &param) {
      return param.defaultValue.empty() ? "std::nullopt" : param.defaultValue.str();
    }));
  }

  std::string adjointList(const BuiltinRecord &builtin) {
    return adjoints.add(llvm::map_to_vector(builtin.adjoints, [&](const AdjointRecord &adjoint) {
      return "{.param = " + std::to_string(adjoint.param) + ", .rule = " + rules.add(*adjoint.rule, builtin) + "}";
    }));
  }

  /// `&patterns[3]`; a pattern comes after those it is made of.
  std::string pattern(const Record *def) {
    if (const llvm::RecordVal *element = def->getValue("Element"))
      pattern(llvm::cast<llvm::DefInit>(element->getValue())->getDef());
    for (const Record *element : tupleElements(def))
      pattern(element);
    patterns.insert(def);
    return "&patterns[" + std::to_string(llvm::find(patterns, def) - patterns.begin()) + "]";
  }

  static std::string symbol(const Record *variable) { return "'" + variable->getValueAsString("Symbol").str() + "'"; }

  static std::string dim(const Record *dim) {
    return isA(dim, "DimVar") ? "{.symbol = " + symbol(dim) + "}"
                              : "{.extent = " + std::to_string(dim->getValueAsInt("Value")) + "}";
  }

  std::string typeClass(const Record *def) {
    classes.insert(def);
    return "&typeClasses[" + std::to_string(llvm::find(classes, def) - classes.begin()) + "]";
  }

  /// The initializers of a TypePattern.
  std::string describe(const Record *def) {
    auto dimOf = [&](StringRef field) { return dim(def->getValueAsDef(field)); };
    auto element = [&] { return ", .elements = {" + pattern(def->getValueAsDef("Element")) + "}"; };
    if (isA(def, "TypeVar"))
      return "Variable, .symbol = " + symbol(def) + ", .of = " + typeClass(def->getValueAsDef("Of"));
    if (isA(def, "OneOf"))
      return "OneOf, .of = " + typeClass(def->getValueAsDef("Of"));
    if (isA(def, "Exactly"))
      return "Exactly, .scalar = ScalarKind::" + def->getValueAsString("Kind").str();
    if (isA(def, "Vec"))
      return "Vector, .dims = {" + dimOf("Length") + "}" + element();
    if (isA(def, "Mat"))
      return "Matrix, .dims = {" + dimOf("Rows") + ", " + dimOf("Columns") + "}" + element();
    if (isA(def, "Quat"))
      return "Quaternion" + element();
    if (isA(def, "Trans"))
      return "Transform" + element();
    if (isA(def, "ArrayOf"))
      return std::string(isA(def, "IndexableOf") ? "Indexable" : "Array") + ", .dims = {" + dimOf("Rank") + "}" +
             element();
    if (isA(def, "Number"))
      return "Number, .symbol = " + symbol(def->getValueAsDef("Of"));
    if (isA(def, "ScalarType"))
      return "ScalarType, .symbol = " + symbol(def->getValueAsDef("Of")) +
             ", .of = " + typeClass(def->getValueAsDef("Of")->getValueAsDef("Of"));
    if (isA(def, "Tuple"))
      return "Tuple, .elements = {" +
             llvm::join(llvm::map_range(tupleElements(def), [&](const Record *part) { return pattern(part); }), ", ") +
             "}";
    return "Nothing";
  }

  void writeClasses() {
    for (const Record *def : patterns)
      describe(def); // collects the classes
    os << "constexpr TypeClass typeClasses[] = {\n";
    for (const Record *def : classes) {
      auto mask = [&](StringRef kind, StringRef field) {
        auto names = llvm::map_to_vector(def->getValueAsListOfStrings(field),
                                         [&](StringRef name) { return (kind + "::" + name).str(); });
        return ("maskOf<" + kind + ">({" + llvm::join(names, ", ") + "})").str();
      };
      os << "  {.shapes = " << mask("Type::Kind", "Shapes") << ",\n   .scalars = " << mask("ScalarKind", "Scalars")
         << "}, // " << def->getName() << "\n";
    }
    os << "};\n\n";
  }

  void writePatterns() {
    os << "constexpr TypePattern patterns[" << patterns.size() << "] = {\n";
    for (const Record *def : patterns)
      os << "  {.kind = TypePattern::Kind::" << describe(def) << "},\n";
    os << "};\n\n";
  }

  llvm::raw_ostream &os;
  llvm::SetVector<const Record *> classes;
  llvm::SetVector<const Record *> patterns;
  ListPool names{"StringRef ", "names"};
  ListPool types{"const TypePattern *", "types"};
  ListPool domains{"ParamDomain ", "domains"};
  ListPool passings{"Passing ", "passings"};
  ListPool defaults{"std::optional<double> ", "defaults"};
  RulePool rules;
  ListPool adjoints{"Adjoint ", "adjoints"};
};

} // namespace

void genOverloads(ArrayRef<BuiltinRecord> builtins, llvm::raw_ostream &os) { OverloadWriter(os).write(builtins); }

} // namespace kt::tblgen
