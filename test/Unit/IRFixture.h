// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What unit tests on IR have in common: a module, functions in it, and its dump as text.

#ifndef KT_TEST_UNIT_IRFIXTURE_H
#define KT_TEST_UNIT_IRFIXTURE_H

#include "kt/IR/IR.h"
#include "llvm/Support/raw_ostream.h"
#include <gtest/gtest.h>

namespace kt {

class IRFixture : public testing::Test {
protected:
  TypeContext types;
  ir::Module module{types};

  const ScalarType *i32() const { return types.int32(); }
  const ScalarType *f32() const { return types.float32(); }
  const Type *floats() { return types.array(types.float32(), 1); }

  struct Param {
    const Type *type;
    StringRef name;
  };
  ir::Function &add(ir::Function::Kind kind, std::string name, std::vector<Param> params,
                    std::vector<const Type *> results = {}) {
    auto function = std::make_unique<ir::Function>();
    function->kind = kind;
    function->name = std::move(name);
    function->results = std::move(results);
    for (Param param : params)
      function->body.addArgument(param.type, param.name);
    module.functions.push_back(std::move(function));
    return *module.functions.back();
  }
  ir::Function &kernel(std::vector<Param> params) { return add(ir::Function::Kind::Kernel, "k", std::move(params)); }
  ir::Function &func(std::string name, std::vector<Param> params, std::vector<const Type *> results) {
    return add(ir::Function::Kind::Func, std::move(name), std::move(params), std::move(results));
  }
  static ir::Value *arg(ir::Function &function, unsigned i) { return function.body.arguments()[i].get(); }

  ir::Value *call(ir::Builder &b, StringRef name, ArrayRef<ir::Value *> args) {
    llvm::SmallVector<const Type *, 4> argTypes;
    for (const ir::Value *value : args)
      argTypes.push_back(value->type);
    std::optional<BuiltinMatch> match = resolveBuiltin(name, argTypes, types);
    EXPECT_TRUE(match) << name.str();
    return b.builtin(*match->builtin, args, match->result);
  }
  ir::Value *real(ir::Builder &b, double value) { return b.constant(Constant::real(f32(), value)); }

  std::string dump() const {
    std::string text;
    llvm::raw_string_ostream os(text);
    ir::print(module, os);
    return text;
  }
};

} // namespace kt

#endif
