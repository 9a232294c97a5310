// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Going back through a loop, as derivatives do: with states in fixed arrays, and kept(C, W) to say which are there.

#include "RunFixture.h"

using namespace kt;

namespace {

class KeptTest : public RunFixture {
protected:
  static constexpr unsigned snapshots = 4, ring = 4;

  /// The state of the loop, of any type: `next` is what a round makes of it.
  struct State {
    const Type *type;
    std::function<ir::Value *(ir::Builder &, ir::Value *)> next;
  };
  /// What a sweep works with; all of it is declared where the sweep begins.
  struct Sweep {
    State state;
    ir::Value *kept, *atSlot, *inRing, *current;
  };

  static ir::Value *elementOf(ir::Builder &b, ir::Value *fixed, ir::Value *index) {
    return b.element(b.view(fixed, {}), {index});
  }
  ir::Value *inRing(ir::Builder &b, const Sweep &sweep, ir::Value *round) {
    return elementOf(b, sweep.inRing, call(b, "bit_and", {round, b.constantInt(ring - 1)}));
  }

  static ir::Value *zero(ir::Builder &b, const Type *type) {
    const auto *scalar = dyn_cast<ScalarType>(type);
    return scalar ? b.constant(Constant::integer(scalar, 0)) : b.construct(type, {});
  }
  Sweep declare(ir::Builder &b, State state) {
    return {state, b.var(types.kept(snapshots, ring), "kept"), b.var(types.fixedArray(state.type, {snapshots}), "at"),
            b.var(types.fixedArray(state.type, {ring}), "ring"), b.var(state.type, "state", zero(b, state.type))};
  }

  /// Keeps the state before `round`, and makes the one behind it.
  void runRound(ir::Builder b, const Sweep &sweep, ir::Value *round) {
    ir::Region &body = b.insertionRegion();
    ir::Op *due = b.ifOp(call(b, ".kept_due", {sweep.kept, round}));
    b.setInsertionPoint(due->region(0));
    ir::Value *slot = call(b, ".kept_take", {sweep.kept, round});
    b.store(elementOf(b, sweep.atSlot, slot), b.load(sweep.current));
    b.setInsertionPoint(body);
    b.store(inRing(b, sweep, round), b.load(sweep.current));
    b.store(sweep.current, sweep.state.next(b, b.load(sweep.current)));
  }

  void sweepForward(ir::Builder &b, const Sweep &sweep, ir::Value *count, bool isKnown) {
    ir::Region &outer = b.insertionRegion();
    isKnown ? call(b, ".kept_known", {sweep.kept, count}) : call(b, ".kept_unknown", {sweep.kept});
    ir::Op *loop = b.forOp(b.constantInt(0), count, b.constantInt(1), "k");
    b.setInsertionPoint(loop->region(0));
    runRound(b, sweep, loop->region(0).arguments()[0].get());
    b.setInsertionPoint(outer);
    if (!isKnown)
      call(b, ".kept_done", {sweep.kept, count});
  }

  /// out[k] = the state before round k
  void sweepBack(ir::Builder &b, const Sweep &sweep, ir::Value *count, ir::Value *out) {
    ir::Region &outer = b.insertionRegion();
    ir::Op *loop = b.forOp(call(b, "sub", {count, b.constantInt(1)}), b.constantInt(-1), b.constantInt(-1), "k");
    ir::Region &body = loop->region(0);
    ir::Value *round = body.arguments()[0].get();
    b.setInsertionPoint(body);
    ir::Op *lost = b.ifOp(call(b, ".kept_lost", {sweep.kept, round}));
    b.setInsertionPoint(lost->region(0));
    ir::Value *from = b.let(call(b, ".kept_rewind", {sweep.kept, round}), "from");
    b.store(sweep.current, b.load(elementOf(b, sweep.atSlot, call(b, ".kept_slot", {sweep.kept}))));
    ir::Op *again = b.forOp(from, call(b, "add", {round, b.constantInt(1)}), b.constantInt(1), "j");
    b.setInsertionPoint(again->region(0));
    runRound(b, sweep, again->region(0).arguments()[0].get());
    b.setInsertionPoint(body);
    b.store(b.element(out, {round}), b.load(inRing(b, sweep, round)));
    b.setInsertionPoint(outer);
  }

  /// k(n, out): goes forward and back through n[i] rounds, for each i, in a loop.
  void build(State state, bool isKnown) {
    ir::Function &k = kernel({{types.array(i32(), 1), "n"}, {types.array(state.type, 2), "out"}});
    ir::Builder b(module, k.body);
    ir::Op *each = b.forOp(b.constantInt(0), b.arrayShape(arg(k, 0), 0), b.constantInt(1), "i");
    b.setInsertionPoint(each->region(0));
    ir::Value *i = each->region(0).arguments()[0].get();
    ir::Value *count = b.let(b.load(b.element(arg(k, 0), {i})), "count");
    Sweep sweep = declare(b, state);
    sweepForward(b, sweep, count, isKnown);
    sweepBack(b, sweep, count, b.view(arg(k, 1), {{false, i}}));
  }

  template <class T>
  void expectStates(std::function<T(T)> next) {
    std::vector<int32_t> counts{0, 1, 3, 4, 5, 16, 17, 21, 63, 64, 65, 100, 200};
    size_t width = counts.back();
    std::vector<T> states(counts.size() * width);
    struct {
      ArrayView n, out;
    } args{viewOf(counts), viewOf(states)};
    args.out.shape[0] = int32_t(counts.size()), args.out.shape[1] = int32_t(width), args.out.rank = 2;
    args.out.strides[0] = int32_t(width * sizeof(T)), args.out.strides[1] = sizeof(T);
    run(&args);
    for (size_t i = 0; i != counts.size(); ++i) {
      T state{};
      for (int32_t k = 0; k != counts[i]; ++k, state = next(state))
        ASSERT_EQ(states[i * width + k], state) << "before round " << k << " of " << counts[i];
    }
  }

  State counter() {
    return {i32(), [this](ir::Builder &b, ir::Value *x) {
              return call(b, "add", {call(b, "mul", {x, b.constantInt(5)}), b.constantInt(3)});
            }};
  }
};

KT_INSTANTIATE(KeptTest);

} // namespace

TEST_P(KeptTest, OfAKnownNumberOfRounds) {
  build(counter(), /*isKnown=*/true);
  expectStates<int32_t>([](int32_t x) { return int32_t(uint32_t(x) * 5 + 3); });
}

TEST_P(KeptTest, OfRoundsThatAreCounted) {
  build(counter(), /*isKnown=*/false);
  expectStates<int32_t>([](int32_t x) { return int32_t(uint32_t(x) * 5 + 3); });
}

TEST_P(KeptTest, StatesAreBools) {
  build({types.boolean(), [](ir::Builder &b, ir::Value *x) { return b.logicalNot(x); }}, true);
  expectStates<char>([](char x) { return char(!x); });
}

TEST_P(KeptTest, StatesAreVectors) {
  const Type *vec2 = types.vector(2, f32());
  build({vec2, [=, this](ir::Builder &b,
                         ir::Value *x) { return call(b, "add", {x, b.construct(vec2, {real(b, 1), real(b, 0.5)})}); }},
        false);
  expectStates<std::array<float, 2>>(
      [](std::array<float, 2> x) { return std::array<float, 2>{x[0] + 1, x[1] + 0.5f}; });
}

TEST_P(KeptTest, StatesAreStructs) {
  StructType *pair = types.makeStruct("Pair", {});
  pair->setFields({{"flag", types.boolean(), {}}, {"n", i32(), {}}});
  module.structs.push_back(pair);
  struct Pair {
    bool flag;
    int32_t n;
    bool operator==(const Pair &) const = default;
  };
  build({pair,
         [=, this](ir::Builder &b, ir::Value *x) {
           ir::Value *n = call(b, "add", {b.field(x, 1), b.constantInt(2)});
           return b.construct(pair, {b.logicalNot(b.field(x, 0)), n});
         }},
        true);
  expectStates<Pair>([](Pair x) { return Pair{!x.flag, x.n + 2}; });
}
