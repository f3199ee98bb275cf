"""Sums that name their place twice, `x = x + y`, as updates: `x += y`."""

from __future__ import annotations

from translate.languages import language
from translate.source.loops import bare
from translate.source.parse import Node, Tree, parse, walk


def shortened(text: str) -> str:
    """The function with its sums and differences spelled as updates."""
    tree = parse(text, language("cpp"))
    content = tree.source
    found = [(node, spelled) for node in walk(tree.root) if node.type == "assignment_expression" and (spelled := _update(tree, node))]
    for node, spelled in sorted(found, key=lambda one: -one[0].start_byte):
        content = content[: node.start_byte] + spelled.encode("utf-8") + content[node.end_byte :]
    return content.decode("utf-8")


def _update(tree: Tree, node: Node) -> str | None:
    place, value = node.child_by_field_name("left"), node.child_by_field_name("right")
    if place is None or value is None or tree.text(node)[len(tree.text(place)) :].lstrip()[:1] != "=":
        return None
    value = bare(value)
    first, second = value.child_by_field_name("left"), value.child_by_field_name("right")
    operator = value.child_by_field_name("operator")
    if value.type != "binary_expression" or first is None or second is None or operator is None or operator.type not in "+-":
        return None
    if _same(tree, place, first):
        return f"{tree.text(place)} {operator.type}= {tree.text(second)}"
    return f"{tree.text(place)} += {tree.text(first)}" if operator.type == "+" and _same(tree, place, second) else None


def _same(tree: Tree, one: Node, other: Node) -> bool:
    return tree.text(one).split() == tree.text(bare(other)).split() and not any(child.type == "call_expression" for child in walk(one))
