// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Assignments, to names and to places: elements of arrays, components, fields.

#include "FunctionChecker.h"

using namespace kt;
using namespace kt::ast;

// target = value
// --------------
void FunctionChecker::checkAssign(const Assign *stmt) {
  if (stmt->targets.size() > 1) {
    error(stmt->targets[1]->loc, diag::UnsupportedSyntax, "an assignment to several targets at once")
        .help("write one assignment for each target");
    return;
  }
  const Expr *target = stmt->targets[0];
  if (const auto *tuple = dyn_cast<Tuple>(target))
    return assignTuple(tuple, tuple->elts, stmt->value);
  if (isa<List, Starred>(target))
    return void(error(target->loc, diag::UnsupportedSyntax, "unpacking into a list or a starred name"));
  const Type *type = checkValue(stmt->value);
  assignTo(target, type, stmt->value);
}

// a, b = b, a
// a, b = f(x)
// i, j = wp.tid()
// rows, columns = array.shape
// ---------------------------
void FunctionChecker::assignTuple(const Expr *targets, ArrayRef<Expr *> elts, const Expr *value) {
  for (const Expr *elt : elts)
    if (isa<Tuple, List, Starred>(elt))
      return void(error(elt->loc, diag::UnsupportedSyntax, "nested or starred unpacking")
                      .help("unpack into names, one level deep"));
  unpacked = value;
  targetCount = elts.size();
  const Type *type = check(value);
  const auto *values = dyn_cast<Tuple>(value);
  llvm::SmallVector<const Type *, 4> elementTypes;
  if (const auto *tuple = dyn_cast<TupleType>(type))
    elementTypes.append(tuple->elements().begin(), tuple->elements().end());
  else if (type->isError())
    elementTypes.assign(elts.size(), type);
  else
    return void(error(value->loc, diag::NotATuple, text(value), type->spelling(), elts.size()));
  if (elementTypes.size() != elts.size()) {
    error(targets->loc, diag::UnpackCount, elementTypes.size(), elts.size()).note(value->loc, "the values");
    elementTypes.assign(elts.size(), errorType());
  }
  for (auto [i, elt] : llvm::enumerate(elts))
    assignTo(elt, elementTypes[i], values && i < values->elts.size() ? values->elts[i] : value);
}

void FunctionChecker::assignTo(const Expr *target, const Type *type, const Expr *value) {
  if (const auto *name = dyn_cast<Name>(target))
    return assignName(name, type, value);
  const Type *place = checkPlace(target);
  if (place->isError() || type->isError() || place == type)
    return;
  Diagnostic &diag = error(value->loc, diag::AssignType, text(target), place->spelling(), type->spelling());
  const Constant *constant = constantOf(value);
  if (constant && type == types.int32() && place == types.float32())
    diag.help(("write `" + text(value) + ".0`").str());
  else if (type->isScalar() && place->isScalar())
    diag.help(("cast it: `" + castName(place) + "(" + text(value) + ")`").str());
}

/// `view = a[0]`, and further down `view = a[0, 1]`: an array of another rank is another variable of that name. No read
/// can see either of the two if both are set in one block, where the second always follows the first.
bool FunctionChecker::takesAnotherRank(unsigned index, const Type *type) const {
  const auto *before = dyn_cast_or_null<ArrayType>(function.variables[index].type);
  const auto *after = dyn_cast<ArrayType>(type);
  bool arePlain =
      before && after && !isFixedArray(before) && !isFixedArray(after) && !before->isIndexed() && !after->isIndexed();
  return arePlain && before->element() == after->element() && before->rank() != after->rank() &&
         localInfo[index].blockId == blockId;
}

void FunctionChecker::assignName(const Name *target, const Type *type, const Expr *value) {
  int index = localIndex(target->id);
  assert(index >= 0 && "targets were declared before");
  if (takesAnotherRank(index, type))
    index = declareLocal(target->id, target->loc);
  Variable &variable = function.variables[index];
  function.names[target] = &variable;
  LocalInfo &info = localInfo[index];
  if (!info.isAssigned) {
    info.isAssigned = true;
    info.loopId = loops.empty() ? 0 : loops.back().id;
    info.blockId = blockId;
    if (!variable.type)
      variable.loc = target->loc;
  }
  if (!variable.type || variable.type->isError()) {
    variable.type = type;
  } else if (!type->isError() && variable.type != type) {
    Diagnostic &diag = error(target->loc, diag::TypeChange, target->id, variable.type->spelling(), type->spelling());
    diag.note(variable.loc, variable.isParam ? "declared here" : "first assigned here");
    if (type->isScalar() && variable.type->isScalar() && typeOf(value) == type)
      diag.help(("cast the value: `" + castName(variable.type) + "(" + text(value) + ")`, or take another name").str());
    else
      diag.help("take another name");
  }
  if (!variable.type->isError())
    function.types[target] = variable.type;
  flow.assign(index);
}

// target: annotation = value
// --------------------------
void FunctionChecker::checkAnnAssign(const AnnAssign *stmt) {
  const auto *name = dyn_cast<Name>(stmt->target);
  if (!name)
    return void(error(stmt->target->loc, diag::UnsupportedSyntax, "an annotation of something other than a name"));
  const Type *declared = resolveAnnotation(session, scope, stmt->annotation);
  isValid &= !declared->isError();
  Variable &variable = function.variables[localIndex(name->id)];
  if (!variable.type) {
    variable.type = declared;
    variable.loc = name->loc;
  } else if (!declared->isError() && !variable.type->isError() && variable.type != declared) {
    error(stmt->annotation->loc, diag::TypeChange, name->id, variable.type->spelling(), declared->spelling())
        .note(variable.loc, "first assigned here");
    return;
  }
  if (stmt->value)
    assignName(name, checkValue(stmt->value), stmt->value);
}

// Places
// ------

static const Expr *ownerOf(const Expr *part) {
  if (const auto *attribute = dyn_cast<Attribute>(part))
    return attribute->value;
  const auto *subscript = dyn_cast<Subscript>(part);
  return subscript ? subscript->value : nullptr;
}

bool kt::isSliced(const Expr *part) {
  const auto *subscript = dyn_cast<Subscript>(part);
  const auto *tuple = subscript ? dyn_cast<Tuple>(subscript->slice) : nullptr;
  return subscript && (isa<Slice>(subscript->slice) ||
                       (tuple && llvm::any_of(tuple->elts, [](const Expr *index) { return isa<Slice>(index); })));
}

/// What a place is part of has to be kept somewhere: in a variable, or in the memory behind an array.
bool FunctionChecker::isKept(const Expr *target) {
  for (const Expr *part = target; const Expr *owner = ownerOf(part); part = owner) {
    const Type *type = typeOf(owner);
    if (type && type->isArray() && isa<Subscript>(part))
      return true;
    bool isCopy = part != target && isSliced(part); // of a vector or matrix
    if (isCopy || (type && type->kind() == Type::Kind::Tuple))
      break;
    if (function.constants.contains(part) || (type && type->isArray()))
      break;
    if (function.constants.contains(owner)) {
      error(owner->loc, diag::AssignToConstant, text(owner)).help("copy it to a variable first");
      return false;
    }
    if (function.names.contains(owner))
      return true;
  }
  error(target->loc, diag::AssignToValue, text(target));
  return false;
}

const Type *FunctionChecker::checkPlace(const Expr *target) {
  if (!isa<Attribute, Subscript>(target)) {
    error(target->loc, diag::AssignToValue, text(target));
    return errorType();
  }
  const Type *type = checkValue(target);
  const auto *subscript = dyn_cast<Subscript>(target);
  if (type->isArray() && subscript && typeOf(subscript->value)->isArray()) {
    error(target->loc, diag::AssignToView, text(target)).help("assign its elements in a loop");
    return errorType();
  }
  return type->isError() || isKept(target) ? type : errorType();
}

// target op= value
// ----------------
/// `array[i] += value` is one atomic step wherever the hardware has it for the element's type.
bool FunctionChecker::checkAtomic(const AugAssign *stmt, const Type *target, const Type *value) {
  StringRef name = stmt->op == BinaryOperator::Add      ? "atomic_add"
                   : stmt->op == BinaryOperator::Sub    ? "atomic_sub"
                   : stmt->op == BinaryOperator::BitAnd ? "atomic_and"
                   : stmt->op == BinaryOperator::BitOr  ? "atomic_or"
                   : stmt->op == BinaryOperator::BitXor ? "atomic_xor"
                                                        : "";
  const auto *subscript = dyn_cast<Subscript>(stmt->target);
  if (name.empty() || !subscript || target != value)
    return false;
  if (!typeOf(subscript->value)->isArray())
    return false;
  ArrayAccess access = arrayAccess(*subscript, function);
  if (isFixedArray(typeOf(access.array))) // the thread's own
    return false;
  Callee callee{Callee::Builtin{nullptr}, {access.array}, types.none()};
  llvm::append_range(callee.args, access.indices);
  callee.args.push_back(stmt->value);
  llvm::SmallVector<const Type *, 6> argTypes;
  for (const Expr *arg : callee.args)
    argTypes.push_back(typeOf(arg));
  std::optional<BuiltinMatch> match = resolveBuiltin(name, argTypes, types);
  if (!match)
    return false;
  callee.what = Callee::Builtin{match->builtin};
  callee.result = match->result;
  function.callees[stmt] = std::move(callee);
  return true;
}

void FunctionChecker::checkAugAssign(const AugAssign *stmt) {
  if (isa<Tuple, List>(stmt->target))
    return void(error(stmt->target->loc, diag::AssignToValue, text(stmt->target)));
  const auto *name = dyn_cast<Name>(stmt->target);
  const Type *target = name ? check(name) : checkPlace(stmt->target);
  const Type *value = checkValue(stmt->value);
  if (target->isError() || value->isError() || checkAtomic(stmt, target, value))
    return;
  const Type *result = checkOperation(stmt, stmt->op, stmt->loc, stmt->target, target, stmt->value, value);
  if (result->isError() || result == target)
    return;
  error(stmt->loc, diag::AssignType, text(stmt->target), target->spelling(), result->spelling());
  function.callees.erase(stmt);
}
