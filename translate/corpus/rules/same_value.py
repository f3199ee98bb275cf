"""Writes that may meet and do no harm: whichever iteration comes last, the place holds the same value."""

from __future__ import annotations

from collections.abc import Iterable

from translate.source.loops import bare, declarations, names_in, written
from translate.source.parse import Node, Tree, walk

HARMLESS = frozenset(("identifier", "number_literal", "true", "false", "unary_expression", "char_literal", "parenthesized_expression"))


def same_value_writes(tree: Tree, body: Node, loops: Iterable[str]) -> dict[Node, str]:
    """Statement expression -> its text, of each write of one value into an array that the iterations do not use otherwise."""
    made = {one.name for node in walk(body) if node.type == "declaration" for one in declarations(tree, node)}
    changing = made | set(loops) | {tree.text(place) for place, _ in written(body) if place.type == "identifier"}
    writes: dict[str, list[tuple[Node, str]]] = {}
    for place, update in written(body):
        base = next(names_in(tree, place), "")
        writes.setdefault(base, []).append((update, _value(tree, update, changing) if place.type != "identifier" else ""))
    mentioned = list(names_in(tree, body))
    found: dict[Node, str] = {}
    for base, ones in writes.items():
        values = {value for _, value in ones}
        if base not in made and len(values) == 1 and "" not in values and mentioned.count(base) == len(ones):
            found.update({update: tree.text(update) for update, _ in ones})
    return found


def _value(tree: Tree, update: Node, changing: set[str]) -> str:
    """What an assignment writes, where that is the same in all iterations; empty elsewhere."""
    operator, right = update.child_by_field_name("operator"), update.child_by_field_name("right")
    if operator is None or operator.type != "=" or right is None:
        return ""
    plain = all(node.type in HARMLESS for node in walk(right) if node.is_named) and not changing & set(names_in(tree, right))
    return tree.text(bare(right)) if plain else ""
