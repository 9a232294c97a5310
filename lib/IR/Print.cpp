// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The dump: one op a line, constants where they are used, the user's names wherever there are any.

#include "kt/IR/IR.h"
#include "kt/Support/SourceManager.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/raw_ostream.h"

namespace kt::ir {

static bool isInlined(const Value &value) {
  return value.definingOp() && value.definingOp()->kind() == OpKind::Constant;
}

namespace {
class Printer {
public:
  Printer(llvm::raw_ostream &os, PrintOptions options) : os(os), options(options) {}
  void printFunction(const Function &function);

private:
  llvm::raw_ostream &os;
  PrintOptions options;
  unsigned depth = 0;
  llvm::DenseMap<const Value *, std::string> names;
  llvm::StringMap<unsigned> timesInSight;   // of a user's name
  llvm::SmallVector<StringRef, 16> inSight; // names, the innermost region's last
  unsigned unnamed = 0;

  StringRef nameOf(const Value &value);
  void printTypeOf(const Value &value);
  void printConstant(const Constant &constant);
  void printOperand(const Value *value);
  void printOperands(ArrayRef<Value *> values);
  void printParams(const Region &region);

  void leaveSight(size_t mark);
  llvm::raw_ostream &indent() { return os.indent(2 * depth); }
  void endLine(Location loc);
  void printBlock(const Region &region);
  void printOp(const Op &op);
  void printResults(const Op &op);
  void printRest(const Op &op);
  void printView(const Op &op);
  void printStructured(const Op &op);
  void printIf(const Op &op);
};
} // namespace

// Names and values
// ----------------

/// `%x`, for a second `x` in sight `%x.2`; values without a name are numbered as they come.
StringRef Printer::nameOf(const Value &value) {
  std::string &name = names[&value];
  if (!name.empty())
    return name;
  if (value.name.empty())
    return name = "%" + std::to_string(unnamed++);
  unsigned times = ++timesInSight[value.name];
  inSight.push_back(value.name);
  name = "%" + value.name.str();
  if (times > 1)
    name += "." + std::to_string(times);
  return name;
}

void Printer::printTypeOf(const Value &value) {
  bool isVariable = value.definingOp() && value.definingOp()->kind() == OpKind::Var;
  os << ": " << (value.isReference && !isVariable ? "ref " : "") << value.type->spelling();
}

/// An int32, a float32 and a bool show what they are; the rest say it.
void Printer::printConstant(const Constant &constant) {
  std::string text = constant.spelling();
  const auto *scalar = dyn_cast<ScalarType>(constant.type);
  bool plain = scalar && (scalar->isBool() || scalar->scalarKind() == ScalarKind::Int32 ||
                          scalar->scalarKind() == ScalarKind::Float32);
  if (plain)
    os << text;
  else if (scalar)
    os << scalar->spelling() << '(' << text << ')';
  else
    os << constant.type->spelling() << text;
}

void Printer::printOperand(const Value *value) {
  if (!value)
    os << "<null>";
  else if (isInlined(*value))
    printConstant(value->definingOp()->constant());
  else
    os << nameOf(*value);
}

void Printer::printOperands(ArrayRef<Value *> values) {
  llvm::interleaveComma(values, os, [&](const Value *value) { printOperand(value); });
}

void Printer::printParams(const Region &region) {
  llvm::interleaveComma(region.arguments(), os, [&](const std::unique_ptr<Value> &param) {
    os << nameOf(*param);
    printTypeOf(*param);
  });
}

// Ops
// ---

void Printer::endLine(Location loc) {
  if (options.locations && loc.isValid()) {
    SourceFile::Position position = options.locations->position(loc);
    os << "  ; " << position.line << ':' << position.column;
  }
  os << '\n';
}

/// Back to the names that were in sight when there were `mark` of them.
void Printer::leaveSight(size_t mark) {
  while (inSight.size() > mark)
    --timesInSight[inSight.pop_back_val()];
}

void Printer::printBlock(const Region &region) {
  size_t mark = inSight.size();
  ++depth;
  for (const Op &op : region.ops())
    printOp(op);
  --depth;
  leaveSight(mark);
}

void Printer::printOp(const Op &op) {
  if (op.kind() == OpKind::Constant)
    return;
  indent();
  if (op.kind() == OpKind::Var)
    os << "var ";
  printResults(op);
  if (op.regionCount() != 0)
    return printStructured(op);
  printRest(op);
  endLine(op.loc);
}

void Printer::printResults(const Op &op) {
  for (unsigned i = 0; i != op.resultCount(); ++i) {
    os << (i ? ", " : "") << nameOf(*op.result(i));
    printTypeOf(*op.result(i));
  }
  bool isBareVar = op.kind() == OpKind::Var && op.operands().empty();
  if (op.resultCount() != 0 && !isBareVar)
    os << " = ";
}

static void printQuoted(StringRef text, llvm::raw_ostream &os) {
  os << '"';
  llvm::printEscapedString(text, os);
  os << '"';
}

/// What stands to the right of `=`, for an op without regions.
void Printer::printRest(const Op &op) {
  ArrayRef<Value *> operands = op.operands();
  switch (op.kind()) {
  case OpKind::Constant:
  case OpKind::Var: return printOperands(operands);
  case OpKind::ThreadId: os << "thread_id " << StringRef("xyzw").substr(op.index(), 1); return;
  case OpKind::Construct:
    os << "construct(";
    printOperands(operands);
    os << ')';
    return;
  case OpKind::Compare:
    printOperand(operands[0]);
    os << ' ' << spelling(op.predicate()) << ' ';
    return printOperand(operands[1]);
  case OpKind::Builtin:
  case OpKind::Call:
    if (op.kind() == OpKind::Call)
      os << "call @" << op.callee().fullName();
    else
      os << op.builtin().name;
    os << '(';
    llvm::interleaveComma(operands, os, [&](const Value *operand) {
      os << (operand->isReference ? "ref " : "");
      printOperand(operand);
    });
    os << ')';
    return;
  case OpKind::ArrayShape:
    os << "shape ";
    printOperands(operands);
    os << '[' << op.index() << ']';
    return;
  case OpKind::Element:
  case OpKind::Component:
    os << mnemonic(op.kind()) << ' ';
    printOperand(operands[0]);
    os << '[';
    printOperands(operands.drop_front());
    os << ']';
    return;
  case OpKind::View: return printView(op);
  case OpKind::Field:
    os << "field ";
    printOperands(operands);
    os << '.' << fieldName(operands[0]->type, op.index());
    return;
  case OpKind::Assert:
    os << "assert ";
    printOperands(operands);
    os << ", ";
    return printQuoted(op.text(), os);
  case OpKind::Native: os << "native "; return printQuoted(op.text(), os);
  case OpKind::Printf:
    os << "printf ";
    printQuoted(op.text(), os);
    os << (operands.empty() ? "" : ", ");
    return printOperands(operands);
  case OpKind::Cast:
  case OpKind::Reinterpret:
  case OpKind::Not:
  case OpKind::Let:
  case OpKind::Load:
  case OpKind::Store:
  case OpKind::Break:
  case OpKind::Continue:
  case OpKind::Return:
  case OpKind::Yield: os << mnemonic(op.kind()) << (operands.empty() ? "" : " "); return printOperands(operands);
  case OpKind::If:
  case OpKind::For:
  case OpKind::While: break;
  }
  llvm_unreachable("an op with regions");
}

/// `view %a[%i, 1:%n:2, :]`.
void Printer::printView(const Op &op) {
  os << "view ";
  printOperand(op.operand(0));
  if (op.index() == 0)
    return;
  os << '[';
  llvm::interleaveComma(viewAxes(op), os, [&](const ViewAxis &axis) {
    if (axis.start)
      printOperand(axis.start);
    if (axis.isSlice)
      os << ':';
    if (axis.stop)
      printOperand(axis.stop);
    if (axis.step) {
      os << ':';
      printOperand(axis.step);
    }
  });
  os << ']';
}

void Printer::printStructured(const Op &op) {
  if (op.kind() == OpKind::If)
    return printIf(op);
  if (op.kind() == OpKind::For) {
    size_t mark = inSight.size();
    os << "for ";
    printParams(op.region(0));
    os << " in range(";
    printOperands(op.operands());
    os << ") {";
    endLine(op.loc);
    printBlock(op.region(0));
    leaveSight(mark);
  } else {
    os << "while {";
    endLine(op.loc);
    printBlock(op.region(0));
    indent() << "} do {\n";
    printBlock(op.region(1));
  }
  indent() << "}\n";
}

void Printer::printIf(const Op &op) {
  os << "if ";
  printOperand(op.operand(0));
  os << " {";
  endLine(op.loc);
  printBlock(op.region(0));
  if (!op.region(1).empty()) {
    indent() << "} else {\n";
    printBlock(op.region(1));
  }
  indent() << "}\n";
}

// Functions and structs
// ---------------------

void Printer::printFunction(const Function &function) {
  os << (function.isKernel() ? "kernel" : "func") << " @" << function.fullName() << '(';
  printParams(function.body);
  os << ')';
  if (!function.results.empty()) {
    os << " -> ";
    llvm::interleaveComma(function.results, os, [&](const Type *type) { os << type->spelling(); });
  }
  os << " {";
  endLine(function.loc);
  printBlock(function.body);
  os << "}\n";
}

void print(const StructType &type, llvm::raw_ostream &os) {
  os << "struct " << type.name() << " {\n";
  for (const StructType::Field &field : type.fields())
    os << "  " << field.name << ": " << field.type->spelling() << '\n';
  os << "}\n";
}

void print(const Function &function, llvm::raw_ostream &os, PrintOptions options) {
  Printer(os, options).printFunction(function);
}

void print(const Module &module, llvm::raw_ostream &os, PrintOptions options) {
  bool first = true;
  auto separate = [&] { os << (first ? "" : "\n"), first = false; };
  for (const StructType *type : module.structs) {
    separate();
    print(*type, os);
  }
  for (const std::unique_ptr<Function> &function : module.functions) {
    separate();
    print(*function, os, options);
  }
}

} // namespace kt::ir
