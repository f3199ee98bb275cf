"""Places that are found in a table, of which nobody knows whether two iterations find the same one."""

from __future__ import annotations

from collections.abc import Mapping

from translate.corpus.rules import Declined
from translate.corpus.rules.products import expanded
from translate.source.loops import Loop, declarations, names_in, written
from translate.source.parse import Node, Tree, walk

FOLDING = frozenset(("/", "%", "&", "|", "^", ">>", "-"))
FOLDING_NAMES = ("MIN", "MAX", "ABS", "CLAMP", "MOD")
ROUNDS = 3


def subscripts(place: Node) -> list[Node]:
    """The subscripts of an element, of `a[i][j]` both."""
    found: list[Node] = []
    node: Node | None = place
    while node is not None and node.type == "subscript_expression":
        found += [index for index in [node.child_by_field_name("indices")] if index is not None]
        node = node.child_by_field_name("argument")
    return found[::-1]


def require_direct(tree: Tree, nest: list[Loop], updates: Mapping[Node, str]) -> None:
    """No place that is looked up in an array, where two iterations may find the same one. Raises Declined."""
    body = nest[-1].body
    values = {
        name.name: name.value
        for node in walk(body)
        if node.type == "declaration"
        for name in declarations(tree, node)
        if name.value is not None and not name.shape
    }
    made = {name.name for node in walk(body) if node.type == "declaration" for name in declarations(tree, node) if "[" in name.shape}
    for place, update in written(body):
        base = next(names_in(tree, place), "")
        if update in updates or place.type != "subscript_expression" or base in made:
            continue
        parts = [*subscripts(place), *(values[word] for word in names_in(tree, place) if word in values and word != base)]
        if any(node.type == "subscript_expression" for part in parts for node in walk(part)):
            raise Declined("a place that is looked up")
        if _folded(tree, parts, values, nest):
            raise Declined("a place that neighbouring iterations share")


def _folded(tree: Tree, parts: list[Node], values: Mapping[str, Node], nest: list[Loop]) -> bool:
    """Whether a subscript takes a loop's variable apart, by `i / 2` or `i % 2`, and does not put both parts into the place."""
    depending = {loop.variable for loop in nest}
    for _ in range(ROUNDS):
        depending |= {name for name, value in values.items() if depending & set(names_in(tree, value))}
    signs = {sign for part in parts for node in walk(part) if depending & set(names_in(tree, node)) and (sign := _sign(tree, node))}
    if signs == {"%"} and len(nest) == 1 and all(_turns(tree, node, nest[0]) for part in parts for node in walk(part) if _sign(tree, node)):
        return False
    return bool(signs - {"-"}) and not (signs & {"/", ">>"} and signs & {"%", "&", "-"})


def _turns(tree: Tree, node: Node, loop: Loop) -> bool:
    """`(i + shift) % n` in a loop from 0 to n: each iteration has another one."""
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    if left is None or right is None or loop.start != "0" or loop.comparison != "<" or tree.text(right) != loop.bound:
        return False
    return sorted(term for term in expanded(tree, left) if loop.variable in term) == [[loop.variable]]


def _sign(tree: Tree, node: Node) -> str:
    if node.type == "call_expression":
        # What is written like a macro is taken for one of arithmetic, unless its name says otherwise.
        name = tree.text(node.child_by_field_name("function") or node)
        return "" if name.isupper() and not any(word in name for word in FOLDING_NAMES) else "call"
    operator = node.child_by_field_name("operator") if node.type == "binary_expression" else None
    return operator.type if operator is not None and operator.type in FOLDING else ""
