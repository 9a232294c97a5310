// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The fast verifier must say what a fresh Clang says, whatever it was given before. Sound units and units with one
// fault each are mixed at random and both verdicts compared. KT_VERIFY_UNITS sets how many are drawn.

#include "kt/Verify/Verify.h"
#include "kt/Support/RuntimeHeaders.h"
#include "llvm/Support/FileSystem.h"
#include <cstdlib>
#include <gtest/gtest.h>
#include <random>

using namespace kt;

namespace {

/// A unit that differs with `variant` in names, types and shape, so that equal names meet with different meanings.
struct UnitText {
  std::string structs, functions, body, after;
  unsigned variant = 0;
  bool withInclude = true;
  std::string moreIncludes = {};

  std::string str(Target target) const {
    bool cuda = target == Target::Cuda;
    std::string device = cuda ? "__device__ " : "";
    std::string name = "kernel" + std::to_string(variant % 3);
    std::string out = "// sample.py\n";
    if (withInclude)
      out += "#include \"kt-runtime/kernel.h\"\n" + moreIncludes + "\n";
    out += structs;
    out += "static inline " + device + "float square(float x) {\n  return x * x;\n}\n\n";
    out += functions;
    out += "static inline " + device + "void " + name +
           "(const wp::thread_t &thread, const wp::array_t<float> &x, float a) {\n  const int i = thread.x;\n" + body +
           "}\n\n";
    if (cuda)
      out += "extern \"C\" __global__ void " + name +
             "_1a2b3c4d_cuda_kernel_forward(wp::launch_bounds_t dim, wp::array_t<float> x, float a) {\n"
             "  for (wp::size_t task = wp::grid_start(); task < dim.size; task += wp::grid_stride())\n    " +
             name + "(wp::thread_at<1>(dim, task), x, a);\n}\n";
    else
      out += "struct wp_args_" + name + "_1a2b3c4d {\n  wp::array_t<float> x;\n  float a;\n};\n\nextern \"C\" void " +
             name + "_1a2b3c4d_cpu_forward(wp::launch_bounds_t dim, wp_args_" + name +
             "_1a2b3c4d *args) {\n  for (wp::size_t task = 0; task < dim.size; ++task)\n    " + name +
             "(wp::thread_at<1>(dim, task), args->x, args->a);\n}\n";
    return out + after;
  }
};

UnitText soundUnit(unsigned variant) {
  UnitText unit{.structs = {}, .functions = {}, .body = {}, .after = {}, .variant = variant};
  if (variant % 2)
    unit.structs = variant % 4 == 1 ? "struct Particle {\n  wp::vec3 pos{};\n  float mass{};\n};\n\n"
                                    : "struct Particle {\n  int mass[2];\n  wp::vec2 pos{};\n};\n\n";
  for (unsigned line = 0; line <= variant % 5; ++line) {
    std::string local = "t" + std::to_string(line);
    unit.body += "  const float " + local + " = square(x[i]) * a + wp::sin(" + std::to_string(line) +
                 ".5f);\n  x[i] = " + local + " + wp::min(a, " + local + ");\n";
  }
  if (variant % 2)
    unit.body += "  Particle particle{};\n  particle.pos = particle.pos + particle.pos * a;\n"
                 "  x[i] = x[i] + wp::dot(particle.pos, particle.pos);\n";
  if (variant % 3 == 0)
    unit.body += "  wp::vec_t<" + std::to_string(2 + variant % 7) +
                 ", double> wide{};\n"
                 "  wide = wide + wide;\n  x[i] += float(wp::dot(wide, wide));\n";
  if (variant % 7 == 3) {
    unit.moreIncludes = "#include \"kt-runtime/noise.h\"\n";
    unit.body += "  wp::uint32 state = wp::rand_init(i);\n  x[i] += wp::noise(state, a);\n";
  }
  if (variant % 7 == 5) {
    unit.moreIncludes = "#include \"kt-runtime/kept.h\"\n#include \"kt-runtime/random.h\"\n";
    unit.body += "  wp::uint32 state = wp::rand_init(i);\n  const float noise = wp::randf(state);\n  x[i] += noise;\n";
  }
  unit.body += "  wp::atomic_add(x, i, a);\n";
  return unit;
}

/// Faults that a fresh Clang may or may not object to: here only the two verdicts' being equal counts.
std::vector<UnitText> oddUnits(unsigned variant) {
  std::vector<UnitText> units;
  auto body = [&](const char *statement) { units.push_back(soundUnit(variant)), units.back().body += statement; };
  auto functions = [&](const char *text) { units.push_back(soundUnit(variant)), units.back().functions += text; };
  auto after = [&](const char *text) { units.push_back(soundUnit(variant)), units.back().after += text; };

  body("  x[i] = undeclared;\n");
  body("  x[i] = leaked;\n");
  body("  x[i] = float(helper(1));\n");
  body("  x[i] = wp::addedToNamespace(a);\n");
  body("  wp::vec3 v = a;\n  x[i] = v[0];\n");
  body("  x[i] = wp::dot(wp::vec3{}, a);\n");
  body("  x[i] = wp::min(a, 1);\n");
  body("  x[i] = wp::vec_t<3, void>{}[0];\n");
  body("  x[i] = wp::array_t<Unknown>{}[0];\n");
  body("  const float unused = a;\n");
  body("  puts(\"called from device code\");\n");
  body("  x[i] = square(a, a);\n");
  body("  for (unsigned j = 0; j < i; ++j) x[i] = a;\n");
  body("  extern int localDeclaration;\n  x[i] = float(localDeclaration);\n");
  body("  if (a = 1.0f) x[i] = a;\n");
  body("  x[i] = particle.mass;\n");
  body("  x[i] = a\n");
  body("  x[i] = leakedMacro;\n");
  body("  x[i] = __builtin_fabsf(a);\n");
  body("  wp::uint32 seed = 1u;\n  x[i] = wp::randf(seed);\n");
  body("  wp::uint32 seed = 1u;\n  x[i] = wp::noise(seed, a);\n");
  body("  const auto split = &wp::rand_init;\n");
  body("  {\n");
  functions("static inline float square(float y) {\n  return y;\n}\n");
  functions("static float neverUsed(float y) {\n  return y;\n}\n");
  functions("static inline float neverUsedInline(float y) {\n  return y;\n}\n");
  functions("struct Particle {\n  int twice;\n};\n");
  functions("#define leakedMacro 1.0f\n");
  functions("#define square(x) x\n");
  functions("#pragma clang diagnostic ignored \"-Wunused-variable\"\n");
  functions("namespace wp {\nstatic inline float addedToNamespace(float y) {\n  return y;\n}\n}\n");
  functions("float leaked = 1.0f;\n");
  functions("static const float unusedConstant = 1.0f;\n");
  functions("using namespace wp;\n");
  functions("template <class T> T helper(T t) {\n  return t;\n}\n");
  functions("template <> struct wp::array_t<bool> {};\n");
  functions("struct Friendly {\n  friend int helper(int y) { return y; }\n};\n");
  functions("extern \"C\" int puts(const char *text);\n");
  functions("extern \"C\" float puts(const char *text);\n");
  functions("extern \"C\" int localDeclaration(float);\n");
  functions("static inline int undefinedHelper(int y);\nint callsIt(int y) {\n  return undefinedHelper(y);\n}\n");
  functions("struct wp::thread_t extra;\n");
  functions("enum Colour { Red, leaked };\n");
  functions("static_assert(sizeof(float) == 8, \"\");\n");
  after("/* never closed\n");
  after("}\n");
  after("#include \"kt-runtime/kernel.h\"\n");
  after("#include \"kt-runtime/random.h\"\n");
  after("#include <cstdio>\n");
  after("#if 1\n");
  units.push_back(soundUnit(variant));
  units.back().withInclude = false;
  return units;
}

std::string verdicts(const std::vector<CheckResult> &results) {
  std::string text;
  for (const CheckResult &result : results)
    text += spelling(result.mode).str() + (result.ok ? ": ok\n" : ": not ok\n" + result.log);
  return text;
}

unsigned unitsToDraw() {
  const char *asked = std::getenv("KT_VERIFY_UNITS");
  return asked ? std::atoi(asked) : 40;
}

class VerifyTest : public testing::TestWithParam<Target> {};

TEST_P(VerifyTest, acceptsSoundUnits) {
  for (unsigned variant = 0; variant < 8; ++variant)
    for (const CheckResult &result : verify(soundUnit(variant).str(GetParam()), GetParam()))
      EXPECT_TRUE(result.ok) << spelling(result.mode).str() << "\n" << result.log;
}

TEST_P(VerifyTest, soundUnitsStayOnTheFastRoad) {
  UnitVerifier verifier(GetParam());
  for (unsigned variant = 0; variant < 60; ++variant)
    for (const CheckResult &result : verifier.verify(soundUnit(variant).str(GetParam())))
      EXPECT_TRUE(result.ok) << spelling(result.mode).str() << "\n" << result.log;
  EXPECT_EQ(verifier.statistics().units, 60u);
  EXPECT_EQ(verifier.statistics().freshChecks, 0u);
  EXPECT_EQ(verifier.statistics().renewals, checkModes(GetParam()).size());
}

TEST_P(VerifyTest, saysWhatAFreshInstanceSays) {
  Target target = GetParam();
  std::vector<std::string> texts;
  for (unsigned variant = 0; variant < 24; ++variant)
    texts.push_back(soundUnit(variant).str(target));
  size_t soundTexts = texts.size();
  for (unsigned variant : {0u, 1u, 3u})
    for (const UnitText &unit : oddUnits(variant))
      texts.push_back(unit.str(target));

  std::vector<std::string> expected(texts.size());
  std::mt19937 random(7);
  UnitVerifier verifier(target);
  for (unsigned count = unitsToDraw(); count; --count) {
    size_t index = random() % 3 ? random() % soundTexts : random() % texts.size();
    if (expected[index].empty())
      expected[index] = verdicts(verify(texts[index], target));
    ASSERT_EQ(verdicts(verifier.verify(texts[index])), expected[index]) << texts[index];
  }
}

TEST_P(VerifyTest, faultsAreShownWithTheirPlace) {
  UnitText unit = soundUnit(0);
  unit.body = "  x[i] = undeclared;\n";
  for (const CheckResult &result : verify(unit.str(GetParam()), GetParam())) {
    EXPECT_FALSE(result.ok);
    std::string name = GetParam() == Target::Cpu ? "unit.cpp" : "unit.cu";
    EXPECT_EQ(result.log.substr(0, name.size()), name);
    EXPECT_NE(result.log.find("error: use of undeclared identifier 'undeclared'"), std::string::npos);
  }
}

TEST_P(VerifyTest, warningsCountUnlessTheyNeedNot) {
  UnitText unit = soundUnit(0);
  unit.body += "  const float unused = a;\n";
  EXPECT_FALSE(verify(unit.str(GetParam()), GetParam()).front().ok);
  CheckResult lenient = verify(unit.str(GetParam()), GetParam(), {.warningsAreErrors = false}).front();
  EXPECT_TRUE(lenient.ok);
  EXPECT_NE(lenient.log.find("-Wunused-variable"), std::string::npos);
}

TEST_P(VerifyTest, compilesSoundUnits) {
  CheckResult result = compile(soundUnit(1).str(GetParam()), GetParam());
  EXPECT_TRUE(result.ok) << result.log;
}

INSTANTIATE_TEST_SUITE_P(BothTargets, VerifyTest, testing::Values(Target::Cpu, Target::Cuda),
                         [](const auto &info) { return std::string(info.param == Target::Cpu ? "Cpu" : "Cuda"); });

TEST_P(VerifyTest, acceptsBundledUnits) {
  std::string text = bundle(soundUnit(5).str(GetParam()));
  EXPECT_EQ(text.find("#include"), std::string::npos);
  for (const CheckResult &result : verify(text, GetParam()))
    EXPECT_TRUE(result.ok) << spelling(result.mode).str() << "\n" << result.log;
}

TEST(VerifySdkTest, sdkHeadersAreUsed) {
  VerifyOptions options{.cudaPath = "/usr/local/cuda"};
  if (!llvm::sys::fs::exists(options.cudaPath + "/include/cuda.h"))
    GTEST_SKIP() << "no CUDA SDK in " << options.cudaPath;
  UnitText unit = soundUnit(3);
  unit.functions = "static_assert(sizeof(cudaDeviceProp) > 0, \"only an SDK declares it\");\n";
  UnitVerifier verifier(Target::Cuda, options);
  for (const auto &results : {verify(unit.str(Target::Cuda), Target::Cuda, options),
                              verifier.verify(unit.str(Target::Cuda)), verifier.verify(unit.str(Target::Cuda))})
    for (const CheckResult &result : results)
      EXPECT_TRUE(result.ok) << spelling(result.mode).str() << "\n" << result.log;
  EXPECT_EQ(verifier.statistics().freshChecks, 0u);
}

TEST(VerifySdkTest, aMissingSdkIsSaidAndNothingIsClaimed) {
  for (const CheckResult &result :
       verify(soundUnit(0).str(Target::Cuda), Target::Cuda, {.cudaPath = "/nonexistent/cuda"})) {
    EXPECT_FALSE(result.ran);
    EXPECT_FALSE(result.ok);
    EXPECT_NE(result.log.find("CUDA"), std::string::npos) << result.log;
  }
}

} // namespace
