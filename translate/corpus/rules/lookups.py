"""Places that are found in a table, of which nobody knows whether two iterations find the same one."""

from __future__ import annotations

from collections.abc import Mapping

from translate.corpus.rules import Declined
from translate.source.loops import Loop, declarations, names_in, written
from translate.source.parse import Node, Tree, walk


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
        parts = [place, *(values[word] for word in names_in(tree, place) if word in values and word != base)]
        if any(node.type == "subscript_expression" and node != place for part in parts for node in walk(part)):
            raise Declined("a place that is looked up")
