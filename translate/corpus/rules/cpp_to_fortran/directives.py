"""Conditional directives of C++ decided as a compiler would that is given nothing but the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from translate.corpus.rules import Declined
from translate.source.parse import Node, Tree, parse, walk

CONDITIONALS = ("preproc_ifdef", "preproc_if")
BRANCHES = ("preproc_else", "preproc_elif", "preproc_elifdef")
PREDEFINED = {"__cplusplus": "201703"}
MOST_NESTED = 200
OPERATIONS: dict[str, Callable[[int, int], int]] = {
    "==": lambda a, b: a == b, "!=": lambda a, b: a != b, "<": lambda a, b: a < b, "<=": lambda a, b: a <= b, ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b, "&&": lambda a, b: bool(a and b), "||": lambda a, b: bool(a or b), "+": lambda a, b: a + b,
    "-": lambda a, b: a - b, "*": lambda a, b: a * b,
}  # fmt: skip


def decided(tree: Tree) -> Tree:
    """The text with the chosen branch in place of every conditional directive. Raises Declined."""
    for _ in range(MOST_NESTED):
        node = next((one for one in walk(tree.root) if one.type in CONDITIONALS), None)
        if node is None:
            return tree
        kept = _chosen(tree, node, _defined_before(tree, node))
        start, end = (kept[0].start_byte, kept[-1].end_byte) if kept else (node.end_byte, node.end_byte)
        text = tree.source[: node.start_byte] + tree.source[start:end] + b"\n" + tree.source[node.end_byte :]
        tree = parse(text.decode("utf-8"), tree.language)
    raise Declined("too many directives")


def _defined_before(tree: Tree, node: Node) -> dict[str, str]:
    found = dict(PREDEFINED)
    for one in walk(tree.root):
        if one.start_byte < node.start_byte and one.type in ("preproc_def", "preproc_function_def"):
            name, value = one.child_by_field_name("name"), one.child_by_field_name("value")
            if name is not None:
                found[tree.text(name)] = tree.text(value).strip() if value is not None else ""
    return found


def _chosen(tree: Tree, node: Node, defined: dict[str, str]) -> list[Node]:
    """The children of the branch that stays."""
    if node.type == "preproc_else" or _holds(tree, node, defined):
        head = (node.child_by_field_name("name"), node.child_by_field_name("condition"))
        return [child for child in node.named_children if child not in head and child.type not in BRANCHES]
    other = node.child_by_field_name("alternative")
    return _chosen(tree, other, defined) if other is not None else []


def _holds(tree: Tree, node: Node, defined: dict[str, str]) -> bool:
    name, condition = node.child_by_field_name("name"), node.child_by_field_name("condition")
    if name is not None:
        return (tree.text(name) in defined) != node.children[0].type.endswith("ndef")
    if condition is None:
        raise Declined("a directive of another form")
    return bool(_value(tree, condition, defined))


def _value(tree: Tree, node: Node, defined: dict[str, str]) -> int:
    if node.type == "number_literal":
        return _number(tree.text(node))
    if node.type == "identifier":
        text = defined.get(tree.text(node), "0")
        return _number(text) if text.isdigit() else 0
    if node.type == "preproc_defined":
        return int(any(tree.text(leaf) in defined for leaf in _names(node)))
    if node.type == "parenthesized_expression":
        return _value(tree, node.named_children[0], defined)
    if node.type == "unary_expression" and node.children[0].type == "!":
        return int(not _value(tree, node.named_children[0], defined))
    operator = node.child_by_field_name("operator")
    if node.type != "binary_expression" or operator is None or operator.type not in OPERATIONS:
        raise Declined("a directive of another form")
    left, right = (_value(tree, child, defined) for child in node.named_children)
    return int(OPERATIONS[operator.type](left, right))


def _number(text: str) -> int:
    digits = text.rstrip("uUlL")
    if not digits.isdigit():
        raise Declined("a directive of another form")
    return int(digits)


def _names(node: Node) -> Iterator[Node]:
    return (leaf for leaf in walk(node) if leaf.type == "identifier")
