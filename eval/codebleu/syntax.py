"""The syntactic part of CodeBLEU: the share of the references' subtrees that the outputs have as well, whatever names stand in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

from translate.languages import Language
from translate.source.parse import Node, parse, walk

Shape = tuple[str, tuple[int, ...]]


def syntax_match(pairs: Sequence[tuple[str, str]], spoken: Language) -> float | None:
    """The share between 0 and 1, each subtree matched at most as often as the output has it; None where the references have none."""
    matched = total = 0
    for output, truth in pairs:
        ours, theirs = _subtrees(output, spoken), _subtrees(truth, spoken)
        matched += sum((ours & theirs).values())
        total += theirs.total()
    return matched / total if total else None


_NUMBERS: dict[Shape, int] = {}
"""A number for each shape: a kind of node and the numbers of what is below it, so that deep trees compare at once."""


@cache
def _subtrees(text: str, spoken: Language) -> Counter[int]:
    """How often each shape is there; leaves are part of shapes, not shapes themselves."""
    if not text.strip():
        return Counter()
    found: Counter[int] = Counter()
    numbers: dict[int, int] = {}
    for node in reversed(list(walk(parse(text, spoken).root))):
        if node.type == "comment" or not (node.is_named or node.is_missing):
            continue
        below = tuple(numbers[child.id] for child in node.children if child.id in numbers)
        numbers[node.id] = _NUMBERS.setdefault((node.type, below), len(_NUMBERS))
        if _branches(node):
            found[numbers[node.id]] += 1
    return found


def _branches(node: Node) -> bool:
    return any(child.type != "comment" for child in node.children)
