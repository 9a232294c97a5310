// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The names that C++, CUDA, the C library and the runtime keep for themselves.

#include "Names.h"
#include "kt/Support/Utf8.h"
#include "llvm/ADT/StringExtras.h"

using namespace kt;

/// Keywords, alternative operators, macros and types: taken in every scope.
static const char *const reservedEverywhere[] = {
    // C++, up to C++23
    "alignas",
    "alignof",
    "and",
    "and_eq",
    "asm",
    "auto",
    "bitand",
    "bitor",
    "bool",
    "break",
    "case",
    "catch",
    "char",
    "char16_t",
    "char32_t",
    "char8_t",
    "class",
    "co_await",
    "co_return",
    "co_yield",
    "compl",
    "concept",
    "const",
    "const_cast",
    "consteval",
    "constexpr",
    "constinit",
    "continue",
    "decltype",
    "default",
    "delete",
    "do",
    "double",
    "dynamic_cast",
    "else",
    "enum",
    "explicit",
    "export",
    "extern",
    "false",
    "float",
    "for",
    "friend",
    "goto",
    "if",
    "inline",
    "int",
    "long",
    "mutable",
    "namespace",
    "new",
    "noexcept",
    "not",
    "not_eq",
    "nullptr",
    "operator",
    "or",
    "or_eq",
    "private",
    "protected",
    "public",
    "register",
    "reinterpret_cast",
    "requires",
    "return",
    "short",
    "signed",
    "sizeof",
    "static",
    "static_assert",
    "static_cast",
    "struct",
    "switch",
    "template",
    "this",
    "thread_local",
    "throw",
    "true",
    "try",
    "typedef",
    "typeid",
    "typename",
    "typeof",
    "union",
    "unsigned",
    "using",
    "virtual",
    "void",
    "volatile",
    "wchar_t",
    "while",
    "xor",
    "xor_eq",
    // macros of compilers and headers that may come before ours
    "BUFSIZ",
    "CHAR_BIT",
    "CHAR_MAX",
    "CHAR_MIN",
    "DBL_EPSILON",
    "DBL_MAX",
    "DBL_MIN",
    "EDOM",
    "EOF",
    "ERANGE",
    "EXIT_FAILURE",
    "EXIT_SUCCESS",
    "FLT_EPSILON",
    "FLT_MAX",
    "FLT_MIN",
    "FLT_RADIX",
    "HUGE_VAL",
    "HUGE_VALF",
    "INFINITY",
    "INT_MAX",
    "INT_MIN",
    "LLONG_MAX",
    "LLONG_MIN",
    "LONG_MAX",
    "LONG_MIN",
    "M_1_PI",
    "M_2_PI",
    "M_2_SQRTPI",
    "M_E",
    "M_LN10",
    "M_LN2",
    "M_LOG10E",
    "M_LOG2E",
    "M_PI",
    "M_PI_2",
    "M_PI_4",
    "M_SQRT1_2",
    "M_SQRT2",
    "NAN",
    "NDEBUG",
    "NULL",
    "RAND_MAX",
    "SHRT_MAX",
    "SHRT_MIN",
    "SIZE_MAX",
    "UCHAR_MAX",
    "UINT_MAX",
    "ULLONG_MAX",
    "ULONG_MAX",
    "USHRT_MAX",
    "assert",
    "errno",
    "i386",
    "linux",
    "major",
    "max",
    "min",
    "minor",
    "offsetof",
    "setjmp",
    "stderr",
    "stdin",
    "stdout",
    "unix",
    "va_arg",
    "va_copy",
    "va_end",
    "va_start",
    // CUDA
    "blockDim",
    "blockIdx",
    "dim3",
    "gridDim",
    "threadIdx",
    "warpSize",
    // ours
    "wp",
};

/// Functions and types of the C library and of CUDA: taken at namespace scope.
static const char *const reservedGlobally[] = {
    "FILE",      "abort",      "abs",       "access",     "accept",     "acos",        "acosf",     "acosh",
    "acoshf",    "alarm",      "asin",      "asinf",      "asinh",      "asinhf",      "atan",      "atan2",
    "atan2f",    "atanf",      "atanh",     "atanhf",     "atexit",     "atof",        "atoi",      "atol",
    "atoll",     "atomicAdd",  "atomicAnd", "atomicCAS",  "atomicExch", "atomicMax",   "atomicMin", "atomicOr",
    "atomicSub", "atomicXor",  "basename",  "bcmp",       "bcopy",      "bind",        "bsearch",   "bzero",
    "calloc",    "cbrt",       "cbrtf",     "ceil",       "ceilf",      "clock",       "close",     "connect",
    "copysign",  "copysignf",  "cos",       "cosf",       "cosh",       "coshf",       "cospi",     "cospif",
    "ctime",     "daemon",     "difftime",  "div",        "div_t",      "double1",     "double2",   "double3",
    "double4",   "dprintf",    "drem",      "dup",        "erf",        "erfc",        "erfcf",     "erfcinv",
    "erfcinvf",  "erfcx",      "erfcxf",    "erff",       "erfinv",     "erfinvf",     "exit",      "exp",
    "exp10",     "exp10f",     "exp2",      "exp2f",      "expf",       "expm1",       "expm1f",    "fabs",
    "fabsf",     "fclose",     "fdim",      "fdimf",      "fflush",     "ffs",         "finite",    "float1",
    "float2",    "float3",     "float4",    "floor",      "floorf",     "fma",         "fmaf",      "fmax",
    "fmaxf",     "fmin",       "fminf",     "fmod",       "fmodf",      "fopen",       "fork",      "fprintf",
    "fputs",     "fread",      "free",      "frexp",      "frexpf",     "fwrite",      "gamma",     "gets",
    "gmtime",    "hypot",      "hypotf",    "ilogb",      "ilogbf",     "index",       "int1",      "int16_t",
    "int2",      "int3",       "int32_t",   "int4",       "int64_t",    "int8_t",      "isalnum",   "isalpha",
    "isdigit",   "isfinite",   "isinf",     "isnan",      "isnormal",   "isspace",     "j0",        "j0f",
    "j1",        "j1f",        "jn",        "jnf",        "kill",       "labs",        "ldexp",     "ldexpf",
    "ldiv",      "lgamma",     "lgammaf",   "link",       "listen",     "llabs",       "llmax",     "llmin",
    "llrint",    "llround",    "localtime", "log",        "log10",      "log10f",      "log1p",     "log1pf",
    "log2",      "log2f",      "logb",      "logbf",      "logf",       "longjmp",     "lrint",     "lrintf",
    "lround",    "lroundf",    "main",      "malloc",     "memchr",     "memcmp",      "memcpy",    "memmove",
    "memset",    "mktime",     "modf",      "modff",      "nan",        "nanf",        "nearbyint", "nearbyintf",
    "nextafter", "nextafterf", "nice",      "norm",       "norm3d",     "norm3df",     "norm4d",    "norm4df",
    "normcdf",   "normcdff",   "normf",     "open",       "pause",      "perror",      "pipe",      "poll",
    "pow",       "powf",       "printf",    "putchar",    "puts",       "qsort",       "raise",     "rand",
    "read",      "realloc",    "recv",      "remainder",  "remainderf", "remove",      "remquo",    "rename",
    "rewind",    "rhypot",     "rhypotf",   "rindex",     "rint",       "rintf",       "rnorm",     "round",
    "roundf",    "rsqrt",      "rsqrtf",    "scalbln",    "scalbn",     "scalbnf",     "scanf",     "select",
    "send",      "setbuf",     "shutdown",  "signal",     "signbit",    "significand", "sin",       "sincos",
    "sincosf",   "sincospi",   "sinf",      "sinh",       "sinhf",      "sinpi",       "sinpif",    "size_t",
    "sleep",     "snprintf",   "socket",    "sprintf",    "sqrt",       "sqrtf",       "srand",     "sscanf",
    "stat",      "std",        "strcat",    "strchr",     "strcmp",     "strcpy",      "strlen",    "strncmp",
    "strstr",    "strtod",     "strtol",    "surf1Dread", "swab",       "sync",        "system",    "tan",
    "tanf",      "tanh",       "tanhf",     "tex1D",      "tex2D",      "tex3D",       "tgamma",    "tgammaf",
    "time",      "time_t",     "times",     "tm",         "tmpfile",    "toascii",     "tolower",   "toupper",
    "trap",      "trunc",      "truncate",  "truncf",     "uint1",      "uint16_t",    "uint2",     "uint3",
    "uint32_t",  "uint4",      "uint64_t",  "uint8_t",    "umax",       "umin",        "ungetc",    "unlink",
    "wait",      "write",      "y0",        "y0f",        "y1",         "y1f",         "yn",        "ynf",
};

static const llvm::StringSet<> &namesEverywhere() {
  static const llvm::StringSet<> names(llvm::from_range, reservedEverywhere);
  return names;
}

static const llvm::StringSet<> &namesAtGlobalScope() {
  static const llvm::StringSet<> names(llvm::from_range, reservedGlobally);
  return names;
}

/// Letters that C++ might not take become their number: `größe` is `gr_u00f6_u00dfe`.
static std::string spellInAscii(StringRef name) {
  std::string out;
  while (!name.empty()) {
    DecodedChar next = decodeUtf8(name);
    if (next.length <= 1) {
      out += name.front();
      name = name.drop_front();
      continue;
    }
    std::string digits = llvm::utohexstr(next.value, /*LowerCase=*/true);
    out += "_u" + std::string(digits.size() < 4 ? 4 - digits.size() : 0, '0') + digits;
    name = name.drop_front(next.length);
  }
  return out;
}

/// Names with `__` in them, or that begin with `_` and a capital, belong to the implementation.
static std::string withoutReservedUnderscores(std::string name) {
  for (size_t at; (at = name.find("__")) != std::string::npos;)
    name.erase(at, 1);
  bool wasChanged = name.size() > 1 && name[0] == '_' && llvm::isUpper(name[1]);
  return wasChanged ? name.substr(1) + '_' : name;
}

static bool isReservedEverywhere(StringRef name) {
  return namesEverywhere().contains(name) || name.starts_with("KT_") || name.starts_with("wp_args_");
}

std::string kt::makeIdentifier(StringRef name) {
  std::string ascii = spellInAscii(name);
  std::string identifier = withoutReservedUnderscores(ascii);
  bool isBare = identifier == "_" || llvm::isDigit(identifier.front());
  if (isBare)
    identifier = "value" + identifier;
  if (identifier != ascii && identifier.back() != '_')
    identifier += '_';
  return isReservedEverywhere(identifier) ? identifier + '_' : identifier;
}

std::string kt::makeGlobalIdentifier(StringRef name) {
  std::string identifier = makeIdentifier(name);
  return namesAtGlobalScope().contains(identifier) ? identifier + '_' : identifier;
}
