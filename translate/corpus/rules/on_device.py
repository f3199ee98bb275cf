"""C++ in the words that code on the GPU may use: its own `max` and `min`, limits as numbers, no containers, no output."""

from __future__ import annotations

from translate.corpus.rules import Declined
from translate.languages import language
from translate.source.edits import Edits
from translate.source.parse import Node, Tree, parse, walk

EXTREMES = ("max", "min", "std::max", "std::min")
FUNCTIONS = frozenset(
    """
    abs fabs sqrt exp log log2 log10 log1p expm1 pow sin cos tan asin acos atan atan2 sinh cosh tanh asinh acosh atanh floor ceil round
    trunc fmod fmin fmax hypot isnan isinf isfinite erf erfc cbrt tgamma lgamma nearbyint rint copysign signbit fma lround llround
    int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t size_t
    """.split()
)
LIMITS = {
    ("float", "max"): "3.402823466e+38f", ("float", "lowest"): "-3.402823466e+38f", ("float", "min"): "1.175494351e-38f",
    ("float", "epsilon"): "1.192092896e-07f", ("double", "max"): "1.7976931348623157e+308",
    ("double", "lowest"): "-1.7976931348623157e+308",
    ("double", "min"): "2.2250738585072014e-308", ("double", "epsilon"): "2.220446049250313e-16", ("int", "max"): "2147483647",
    ("int", "lowest"): "(-2147483647 - 1)", ("int", "min"): "(-2147483647 - 1)", ("long long", "max"): "9223372036854775807LL",
    ("long long", "lowest"): "(-9223372036854775807LL - 1)",
}  # fmt: skip
ON_DEVICE = {"__builtin_popcount": "__popc", "__builtin_popcountll": "__popcll"}
HOST_ONLY = frozenset("new_expression delete_expression throw_statement try_statement lambda_expression for_range_loop".split())
OF_THE_HOST = frozenset("malloc calloc realloc free exit abort fopen fclose fprintf fread fwrite scanf rand srand time clock".split())


def on_device(function: str) -> str:
    """The function as the GPU's compiler takes it, without its headers. Raises Declined."""
    tree = parse("\n".join(line for line in function.splitlines() if not line.startswith("#include")), language("cpp"))
    if tree.root.has_error:
        raise Declined("syntax")
    for node in walk(tree.root):
        if node.type in HOST_ONLY:
            raise Declined(f"{node.type} in a kernel")
    return _spelled(tree, tree.root)


def _spelled(tree: Tree, node: Node) -> str:
    if node.type == "call_expression" and (text := _call(tree, node)):
        return text
    if node.type == "qualified_identifier":
        return _qualified(tree, node)
    edits = Edits(tree)
    for child in node.children:
        edits.replace(child, _spelled(tree, child))
    return edits.text(node) if node.children else tree.text(node)


def _call(tree: Tree, node: Node) -> str:
    """Calls whose arguments change with the name; nothing where the name alone may change."""
    function, given = node.child_by_field_name("function"), node.child_by_field_name("arguments")
    if function is None or given is None:
        return ""
    name, _, kind = tree.text(function).rstrip(">").partition("<")
    if name.startswith("std::numeric_limits"):
        kind, _, limit = kind.partition(">::")
        if (kind, limit) not in LIMITS:
            raise Declined("limits of another type")
        return LIMITS[kind, limit]
    if name in ON_DEVICE:
        return f"{ON_DEVICE[name]}({', '.join(_spelled(tree, one) for one in given.named_children)})"
    if name in OF_THE_HOST:
        raise Declined(f"calls {name}")
    if name not in EXTREMES:
        return ""
    listed = given.named_children
    if len(listed) == 1 and listed[0].type == "initializer_list":
        listed = listed[0].named_children
    values = [f"({kind})({_spelled(tree, one)})" if kind else _spelled(tree, one) for one in listed]
    name = name.removeprefix("std::")
    text = values[0]
    for value in values[1:]:
        text = f"{name}({text}, {value})"
    return text


def _qualified(tree: Tree, node: Node) -> str:
    text = tree.text(node)
    if not text.startswith("std::") or text.removeprefix("std::") not in FUNCTIONS:
        raise Declined(f"{text.partition('<')[0]} in a kernel")
    return text
