// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Structured, typed intermediate representation. A module holds structs and functions; a function holds a region; a
// region is a list of ops; an op has operands, results, regions and a payload. Each op keeps its source range, each
// value the user's name where it has one. There is no syntax here, and nothing of any target.

#ifndef KT_IR_IR_H
#define KT_IR_IR_H

#include "kt/Builtins/Builtins.h"
#include "kt/Support/Location.h"
#include "kt/Types/Constant.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/ilist.h"
#include "llvm/ADT/ilist_node.h"
#include "llvm/Support/Allocator.h"
#include "llvm/Support/StringSaver.h"
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace kt {
class SourceManager;
}

namespace kt::ir {

class Op;
class Region;
struct Function;

enum class OpKind : uint8_t {
#define OP(Class, ...) Class,
#include "kt/IR/Ops.def"
};
StringRef mnemonic(OpKind kind);

enum class Effects : uint8_t { Pure, Read, Write, Control, ByPayload, ByRegions };

enum class Predicate : uint8_t { Eq, Ne, Lt, Le, Gt, Ge };
StringRef spelling(Predicate predicate); // "=="

/// One operand slot of an op.
struct Use {
  Op *user;
  unsigned index;
};

/// A result of an op or an argument of a region. A reference names a place that holds a `type`.
class Value {
public:
  const Type *type;
  StringRef name; // the user's name for it, or empty
  bool isReference = false;

  Op *definingOp() const { return owner; } // null for an argument
  bool isArgument() const { return !owner; }
  ArrayRef<Use> uses() const { return useList; }
  bool hasOneUse() const { return useList.size() == 1; }
  bool isUnused() const { return useList.empty(); }
  void replaceAllUsesWith(Value *other);
  /// Users that outlive it, which happens while a whole module is torn down, are left without the operand.
  ~Value();
  Value(const Value &) = delete;

private:
  friend class Op;
  friend class Region;
  Value(const Type *type, Op *owner) : type(type), owner(owner) {}
  Op *owner;
  llvm::SmallVector<Use, 2> useList;
};

/// A list of ops and the arguments they may use. Owned by an op or a function.
class Region {
public:
  Region() = default;
  ~Region();
  Region(const Region &) = delete;

  Value *addArgument(const Type *type, StringRef name);
  ArrayRef<std::unique_ptr<Value>> arguments() const { return args; }

  using OpList = llvm::simple_ilist<Op>;
  OpList &ops() { return opList; }
  const OpList &ops() const { return opList; }
  bool empty() const { return opList.empty(); }
  /// The last op if it is a Break, Continue, Return or Yield, else null.
  Op *terminator() const;
  Op *parentOp() const { return parent; } // null for a function's body

  /// Takes ownership of `op` and puts it before `before` (at the end if null).
  Op *insert(std::unique_ptr<Op> op, Op *before = nullptr);
  /// Moves every op of `other` to the end of this.
  void takeOps(Region &other);

private:
  friend class Op;
  OpList opList;
  std::vector<std::unique_ptr<Value>> args;
  Op *parent = nullptr;
};

class Op : public llvm::ilist_node<Op> {
public:
  using Payload = std::variant<std::monostate, Constant, const Builtin *, Function *, Predicate, unsigned, StringRef>;

  static std::unique_ptr<Op> create(OpKind kind, Location loc, ArrayRef<Value *> operands,
                                    ArrayRef<const Type *> resultTypes, Payload payload = {}, unsigned regionCount = 0);
  ~Op();
  Op(const Op &) = delete;

  OpKind kind() const { return opKind; }
  Location loc;

  ArrayRef<Value *> operands() const { return operandList; }
  Value *operand(unsigned i) const { return operandList[i]; }
  void setOperand(unsigned i, Value *value);
  void addOperand(Value *value);
  void dropOperands(); // all of them, so that the op can be destroyed

  unsigned resultCount() const { return resultList.size(); }
  Value *result(unsigned i = 0) const { return resultList[i].get(); }

  unsigned regionCount() const { return regionList.size(); }
  Region &region(unsigned i) const { return *regionList[i]; }

  Region *parentRegion() const { return parent; }
  Op *parentOp() const { return parent ? parent->parentOp() : nullptr; }
  Op *next() const; // in its region, or null
  Op *previous() const;

  // Payloads, each for the kinds that have it
  const Constant &constant() const { return std::get<Constant>(payload); }
  const Builtin &builtin() const { return *std::get<const Builtin *>(payload); }
  Function &callee() const { return *std::get<Function *>(payload); }
  Predicate predicate() const { return std::get<Predicate>(payload); }
  unsigned index() const { return std::get<unsigned>(payload); } // dimension or field number
  StringRef text() const { return std::get<StringRef>(payload); }
  const Payload &anyPayload() const { return payload; }
  void setPayload(Payload value) { payload = std::move(value); }

  bool isTerminator() const;

  void moveBefore(Op *other);
  /// Unlinks and destroys it; its results must be unused.
  void erase();
  std::unique_ptr<Op> remove();

private:
  friend class Region;
  friend class Value;
  Op(OpKind kind, Location loc, Payload payload) : loc(loc), opKind(kind), payload(std::move(payload)) {}
  OpKind opKind;
  Payload payload;
  Region *parent = nullptr;
  llvm::SmallVector<Value *, 4> operandList;
  llvm::SmallVector<std::unique_ptr<Value>, 1> resultList;
  llvm::SmallVector<std::unique_ptr<Region>, 2> regionList;
};

/// What a `view` takes of one axis of its array: the elements at an index, so that the axis goes away, or those of a
/// slice, whose parts are null where they are left out.
struct ViewAxis {
  bool isSlice = false;
  Value *start = nullptr; // or the index
  Value *stop = nullptr;
  Value *step = nullptr;
};
/// The axes that a `view` names; those behind them it takes whole. In its payload each has four bits, the first the
/// lowest: which parts are operands, and whether it is a slice.
llvm::SmallVector<ViewAxis, 4> viewAxes(const Op &view);

/// What running `op` can do, with the payload and the regions looked into: Pure, Read, Write or Control. A `while` is
/// never less than Write, since it may not end.
Effects effectsOf(const Op &op);
/// The `var` or `element` that `reference` names or names a part of.
Op &rootOf(const Value &reference);
/// The places that `op` itself writes: what it stores to, or the arguments that a builtin changes.
llvm::SmallVector<Value *, 1> placesWritten(const Op &op);
/// Can control go on behind `op`, or reach the end of `region`? Not past a jump, an `if` that jumps whichever way it
/// can go, or an endless loop.
bool fallsThrough(const Op &op);
bool fallsThrough(const Region &region);

struct Function {
  enum class Kind : uint8_t { Kernel, Func };

  Kind kind;
  std::string name;     // the user's
  std::string instance; // what tells it from others of its name, as in `float32, vec3`; may be empty
  Location loc;
  std::vector<const Type *> results; // of a func
  Region body;                       // its arguments are the parameters
  /// The most that a call of it can do to memory other than its own variables. Whoever builds the body sets it.
  Effects effects = Effects::Write;
  /// How many coordinates a kernel's `wp.tid()` asks for, the most if there are several calls; 0 without one. What it
  /// means to ask for one depends on it, so it outlives coordinates that nobody uses.
  unsigned threadRank = 0;
  /// Eight hex digits of what a kernel means, set by `hashKernels`.
  std::string hash;
  /// Its reverse-mode derivative, a function of the same module whose `primal` is this one; null if there is none.
  Function *adjoint = nullptr;
  Function *primal = nullptr;
  /// Of a kernel: not where the user has asked for the forward pass alone.
  bool wantsAdjoint = true;
  /// What a reverse sweep calls in place of this func to compute its results again; null if that is the func itself.
  Function *replay = nullptr;

  bool isKernel() const { return kind == Kind::Kernel; }
  /// `scale[float32]`.
  std::string fullName() const { return instance.empty() ? name : name + "[" + instance + "]"; }
  /// The same in one word: `scale_float32`.
  std::string symbol() const;
  /// What the names of a kernel's entry points begin with.
  std::string key() const { return hash.empty() ? symbol() : symbol() + "_" + hash; }
};

/// What `function.effects` should be, those of its callees being set: Pure, Read or Write.
Effects effectsOf(const Function &function);

struct Module {
  explicit Module(TypeContext &types) : types(types) {}

  TypeContext &types;
  std::vector<const StructType *> structs;          // a struct after those it contains
  std::vector<std::unique_ptr<Function>> functions; // callees before callers

  /// Keeps a name that no source text holds.
  StringRef save(const llvm::Twine &text) { return names->save(text); }

private:
  std::unique_ptr<llvm::BumpPtrAllocator> arena = std::make_unique<llvm::BumpPtrAllocator>();
  std::unique_ptr<llvm::StringSaver> names = std::make_unique<llvm::StringSaver>(*arena);
};

/// Makes ops at a place in a region. Types of results follow from the operands wherever they can.
class Builder {
public:
  Builder(Module &module, Region &region, Op *before = nullptr) : mod(module), region(&region), before(before) {}

  Module &module() const { return mod; }
  TypeContext &types() const { return mod.types; }
  void setInsertionPoint(Region &at, Op *beforeOp = nullptr) {
    region = &at;
    before = beforeOp;
  }
  Region &insertionRegion() const { return *region; }
  /// Given to every op made from now on.
  Location loc;

  Value *constant(Constant value);
  Value *constantInt(int32_t value);
  Value *constantBool(bool value);
  Value *threadId(unsigned dimension);
  Value *construct(const Type *type, ArrayRef<Value *> parts);
  Value *cast(Value *value, const ScalarType *type);
  Value *reinterpret(Value *value, const Type *type);
  Value *compare(Predicate predicate, Value *left, Value *right);
  Value *logicalNot(Value *value);
  /// The first result, null if the builtin returns nothing.
  Value *builtin(const Builtin &builtin, ArrayRef<Value *> args, const Type *result);
  /// With a result for each element of `result`, if that is a tuple.
  Op *builtinOp(const Builtin &builtin, ArrayRef<Value *> args, const Type *result);
  Op *call(Function &callee, ArrayRef<Value *> args);
  Value *arrayShape(Value *array, unsigned dimension);
  /// Of an array, or without axes of a reference to a fixed array.
  Value *view(Value *array, ArrayRef<ViewAxis> axes);
  Value *let(Value *value, StringRef name);

  Value *var(const Type *type, StringRef name, Value *init = nullptr); // a reference
  Value *element(Value *array, ArrayRef<Value *> indices);             // a reference
  Value *field(Value *base, unsigned number);
  Value *component(Value *base, Value *index);
  Value *load(Value *reference);
  Op *store(Value *reference, Value *value);

  Op *ifOp(Value *condition, ArrayRef<const Type *> results = {});
  Op *forOp(Value *start, Value *stop, Value *step, StringRef inductionName);
  Op *whileOp();
  Op *breakOp();
  Op *continueOp();
  Op *returnOp(ArrayRef<Value *> values);
  Op *yield(ArrayRef<Value *> values);
  Op *assertOp(Value *condition, StringRef text);
  Op *native(StringRef text);
  Op *printf(StringRef format, ArrayRef<Value *> args);

  /// An op that was made elsewhere.
  Op *insert(std::unique_ptr<Op> op) { return region->insert(std::move(op), before); }
  /// A call of the overload of `name` that takes these arguments. There has to be one.
  Op *callBuiltin(StringRef name, ArrayRef<Value *> args);
  /// The same, of one result.
  Value *compute(StringRef name, ArrayRef<Value *> args) { return callBuiltin(name, args)->result(); }
  /// Zero everywhere.
  Value *zero(const Type *type);

private:
  Op *add(OpKind kind, ArrayRef<Value *> operands, ArrayRef<const Type *> results, Op::Payload payload = {},
          unsigned regionCount = 0);
  Module &mod;
  Region *region;
  Op *before;
};

/// A dump made for reading, the same for the same module. Without `locations`, it shows what the module means and
/// nothing of where it was written; with them, each op's line ends in its line and column.
struct PrintOptions {
  const SourceManager *locations = nullptr;
};
void print(const Module &module, llvm::raw_ostream &os, PrintOptions options = {});
void print(const Function &function, llvm::raw_ostream &os, PrintOptions options = {});
void print(const StructType &type, llvm::raw_ostream &os);

/// Empty if the module obeys every rule of docs/IR.md, else what it breaks, one sentence a line.
std::string verify(const Module &module);

} // namespace kt::ir

#endif
