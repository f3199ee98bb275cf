"""What each token of a function is: a variable, a type, a pointer."""

from __future__ import annotations

from translate.source.normalise import leaves_of, readable
from translate.source.parse import captures
from translate.units import Function

ENTITIES = ("variable", "function", "type", "primitive", "number", "pointer", "reference", "constant")
KINDS = {"whole": "constant", "member": "variable", "declared": "variable"}
"""Entities of placeholders that are called otherwise in the normal form."""


def entities(function: Function) -> tuple[str | None, ...]:
    """The entity of each token of the function's normal form; None for operators and keywords. Raises Unreadable."""
    tree = readable(function.text, function.language)
    found = captures(tree, "entities")
    named: dict[tuple[int, int], str] = {}
    for entity in reversed(ENTITIES):
        for node in found.get(entity, []):
            named.setdefault((node.start_byte, node.end_byte), entity)
    return tuple(named.get((leaf.start, leaf.end)) or KINDS.get(leaf.kind or "", leaf.kind) for leaf in leaves_of(tree))
