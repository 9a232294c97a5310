# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Holds the table of builtins, as the docs show it, against the list of overloads that Warp documents. Each of these is
# taken by an overload of ours, or is a form of the language with a call as an example, or has a reason why it is
# missing. Writes a file with a kernel for each example.

import itertools
import re
import sys

INTS = {f"{sign}int{width}" for sign in ("", "u") for width in (8, 16, 32, 64)}
FLOATS = {"float16", "float32", "float64"}
CLASSES = {"Scalar": INTS | FLOATS, "Int": INTS, "Float": FLOATS}

EXAMPLE = """

@wp.kernel
def example_{}(f: float, n: int, v: wp.vec3, q: wp.quat, t: wp.transform, u: wp.array(dtype=float)):
    {}
"""


def split(text):
    """At the commas that no bracket encloses."""
    parts, depth = [""], 0
    for char in text:
        depth += (char in "([") - (char in ")]")
        if char == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += char
    return [part.strip() for part in parts if part.strip()]


# Types: a set of scalars, "any", or a tuple of a word, extents and the type of the elements.


def scalars_of(words):
    """Those of `Float`, `int32`, or `bool, int or array`, which has arrays among them."""
    names = set(re.findall(r"\w+", words))
    named = names & (INTS | FLOATS | {"bool", "array"})
    return CLASSES.get(words) or named | (INTS if "int" in names else set()) | (FLOATS if "float" in names else set())


def read_type(text, variables):
    text = re.sub(r"^vec(\d)f$", r"vector(\1, float32)", text)
    compound = re.fullmatch(r"(vector|matrix|quaternion|transformation|array)(?:\dd)?\((.*)\)", text)
    if not compound:
        words = variables.get(text, text)
        if words in ("Any", "type") or "vector" in words:
            return "any"
        return (words, [], "any") if "[" in words else scalars_of(words) or (words, [], "any")
    word, parts = compound[1], split(compound[2])
    extents = [extent.strip() for extent in parts[0].strip("()").split(",")] if word in ("vector", "matrix") else []
    element = ", ".join(parts[1 if extents else 0:])
    return word, extents, read_type(element.removeprefix("dtype="), variables)


def takes(ours, theirs):
    if "any" in (ours, theirs):
        return True
    if isinstance(ours, set):
        return theirs <= ours if isinstance(theirs, set) else theirs[0] in ours
    if isinstance(theirs, set):
        return False
    (word, extents, element), (their_word, their_extents, their_element) = ours, theirs
    is_general = [a == b or a.isupper() or b == "Any" for a, b in zip(extents, their_extents)]
    return word == their_word and len(extents) == len(their_extents) and all(is_general) and takes(element, their_element)


class Overload:
    """Of `name(a: type = default, ...) -> type, T any int`."""

    def __init__(self, text):
        self.name, rest = text.split("(", 1)
        end = next(i for i in range(len(rest)) if rest[: i + 1].count("(") < rest[: i + 1].count(")"))
        variables = dict(re.findall(r", ([A-Z]) any (.*?)(?=, [A-Z] any |$)", rest[end:]))
        self.params = []
        # `a: bool, int or float` is one parameter.
        for param in re.split(r", (?=[a-z ]*\*?\w+: )", rest[:end]) if end else []:
            name, of = param.removeprefix("inout ").removeprefix("out ").split(": ", 1)
            self.params.append((name, read_type(of.split(" = ")[0], variables)))

    def takes(self, other):
        """Also by the same names, as a call may give them."""
        return self.name == other.name and len(self.params) == len(other.params) and all(
            ours[0] == theirs[0] and takes(ours[1], theirs[1]) for ours, theirs in zip(self.params, other.params))


def variants(text):
    """The overloads that a line of the list stands for. What takes any number may be two of ours."""
    name, params = text.removesuffix(")").split("(", 1)
    choices = []
    for param in split(params):
        param, of = param.split(": ", 1)
        choices.append([f"{param}: {choice}" for choice in of.split(" | ")])
    for chosen in itertools.product(*choices):
        signature = f"{name}({', '.join(chosen)})"
        # There are quaternions and transforms of floats alone.
        kinds = ["Float"] if re.search("quaternion|transformation", signature) else ["Int", "Float"]
        for numbers in kinds if "Scalar" in signature else ["Scalar"]:
            yield Overload(signature.replace("Scalar", numbers))


def read_table(path):
    with open(path) as file:
        rows = re.findall(r"^\| `(.*?)` \|", file.read(), re.MULTILINE)
    return [Overload(row) for row in rows]


def main():
    documented_path, table_path, examples_path = sys.argv[1:]
    table = read_table(table_path)
    failed, examples = 0, []
    with open(documented_path) as file:
        lines = [line.rstrip("\n") for line in file if line.strip() and line[0] not in "#="]
    for line in lines:
        text, _, reason = line.partition(" - ")
        text, _, example = text.partition(" => ")
        if example:
            examples.append(example)
            continue
        is_taken = all(any(ours.takes(variant) for ours in table) for variant in variants(text))
        if is_taken == bool(reason):
            print(f"{text}: " + (f"is there, though the list says `{reason}`" if reason else "no overload takes this"))
            failed += 1
    with open(examples_path, "w") as file:
        file.write("import warp as wp\n" + "".join(itertools.starmap(EXAMPLE.format, enumerate(examples))))
    sys.exit(failed != 0)


main()
