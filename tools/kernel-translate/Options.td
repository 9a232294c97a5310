// Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The command line of kernel-translate. What the values mean is in Options.cpp.

include "llvm/Option/OptParser.td"

// `--name=VALUE` as shown in the help, and `--name VALUE`.
multiclass Value<string name, string meta, string help, OptionGroup group> {
  def NAME : Joined<["--"], name # "=">, MetaVarName<meta>, HelpText<help>, Group<group>;
  def NAME # _separate : Separate<["--"], name>, Alias<!cast<Option>(NAME)>;
}
class Switch<string name, string help, OptionGroup group> : Flag<["--"], name>, HelpText<help>, Group<group>;

def input_group : OptionGroup<"input">, HelpText<"INPUT">;
def output_group : OptionGroup<"output">, HelpText<"OUTPUT">;
def check_group : OptionGroup<"check">, HelpText<"CHECKS">;
def message_group : OptionGroup<"message">, HelpText<"MESSAGES">;
def look_group : OptionGroup<"look">, HelpText<"STAGES">;

defm kernel : Value<"kernel", "NAME", "Only this kernel; may be given more than once", input_group>;
defm overload : Value<"overload", "CALL",
  "Types for a generic kernel, as in 'scale(wp.array(dtype=float), float)'; may be given more than once", input_group>;
def include_dir : JoinedOrSeparate<["-"], "I">, MetaVarName<"DIR">, Group<input_group>,
  HelpText<"Look for imported modules here too, after the folder of the file">;
defm define : Value<"define", "NAME=VALUE",
  "Give a name, or FUNCTION.NAME, this value: a number, a type, a name of the file, or a text in quotes", input_group>;
def keep_going : Switch<"keep-going", "Leave out kernels that have errors; the exit status still tells of them", input_group>;

defm target : Value<"target", "T", "cpu (default), cuda, or both", output_group>;
def output : JoinedOrSeparate<["-"], "o">, MetaVarName<"PATH">, Group<output_group>,
  HelpText<"Write here instead of standard output (-). For both targets: PATH.cpp and PATH.cu">;
defm emit : Value<"emit", "WHAT",
  "source (default); bundle, with the runtime inside; record, a JSON line per kernel; or tokens, ast, ir", output_group>;
def backward : Switch<"backward", "Emit kernels that compute gradients as well (the default)", output_group>;
def no_backward : Switch<"no-backward", "Emit the forward pass only", output_group>;
defm report : Value<"report", "FILE", "Write one JSON line per kernel of the file: what became of it, and why", output_group>;

defm verify : Value<"verify", "LEVEL",
  "syntax (default): Clang must take it without a warning; compile: down to machine code; none", check_group>;
defm cuda_path : Value<"cuda-path", "DIR",
  "Check CUDA units with the headers of this SDK, not with our own declarations", check_group>;
defm cuda_gpu_arch : Value<"cuda-gpu-arch", "SM", "The device that CUDA units are checked for; sm_80 unless told", check_group>;

defm diagnostics_format : Value<"diagnostics-format", "F", "text (default), or json: one object a line", message_group>;
defm color : Value<"color", "WHEN", "auto (default): on a terminal; always; never", message_group>;

defm stop_after : Value<"stop-after", "STAGE", "Stop after lex, parse, check, lower, simplify, differentiate or legalize", look_group>;
def dump_stage : Switch<"dump", "Write what the stage of --stop-after made", look_group>;
def dump_after_all : Switch<"dump-after-all", "Write what every stage made to standard error", look_group>;
def verify_each : Switch<"verify-each", "Verify the IR after every pass", look_group>;
def verify_diagnostics : Switch<"verify-diagnostics",
  "Compare the messages with comments of the form `# error: [slug] \"text\"` on their lines", look_group>;

def help : Flag<["--"], "help">, HelpText<"Show this">;
def help_short : Flag<["-"], "h">, Alias<help>;
def version : Flag<["--"], "version">, HelpText<"Show the versions of this program, of LLVM, and of the kernel language">;
