"""Whether iterations next to each other meet in an array: by what they read, a second place they write, or the ranges of loops inside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from translate.corpus.rules import Declined
from translate.corpus.rules.lookups import subscripts
from translate.corpus.rules.slots import has_own_slots
from translate.corpus.rules.wording import substituted, words_of
from translate.source.loops import Loop, counted_loop, declarations, squeezed, written
from translate.source.parse import Node, Tree, walk

FURTHEST = 5
"""Neighbours nearer than this are looked for."""


def require_own_reads(tree: Tree, nest: list[Loop], own: set[str]) -> None:
    """No array that is written is read where no write of this iteration is. Raises Declined."""
    body = nest[-1].body
    places: dict[str, set[str]] = {}
    for place, _ in written(body):
        base, index = _element(tree, place)
        if base and base not in own:
            places.setdefault(base, set()).add(index)
    _require_one_place(tree, nest, places)
    for node in walk(body):
        base, index = _element(tree, node)
        known = places.get(base, {index}) | {one for place in places.get(base, ()) for one in _before_the_loops(place, nest)}
        if index not in known and not has_own_slots(tree, nest, base):
            raise Declined("reads what another iteration may write")


def _require_one_place(tree: Tree, nest: list[Loop], places: Mapping[str, set[str]]) -> None:
    """No array that is written at two places of which the next iteration has one: `a[i]` and `a[i - 1]`. Raises Declined."""
    for base, texts in places.items():
        shifted = {
            squeezed(substituted(text, loop.variable, f"{loop.variable}{sign}{step}"))
            for text in texts
            for loop in nest
            if loop.variable in words_of(text)
            for sign in "+-"
            for step in range(1, FURTHEST)
        }
        plain = {text.replace("(", "").replace(")", "") for text in texts}
        if len(texts) > 1 and plain & {text.replace("(", "").replace(")", "") for text in shifted} and not has_own_slots(tree, nest, base):
            raise Declined("writes that may meet")


def _before_the_loops(place: str, nest: list[Loop]) -> Iterator[str]:
    """The subscript where a loop that starts at `k + 1` stands at `k`: what no iteration writes."""
    for loop in nest:
        first = squeezed(loop.start).removesuffix("+1")
        if first.isidentifier() and first != squeezed(loop.start):
            yield substituted(place, loop.variable, first)


def _element(tree: Tree, node: Node) -> tuple[str, str]:
    """The array that an element is of, and all its subscripts; nothing where `node` is no whole element."""
    above = node.parent
    row = above is not None and above.type == "subscript_expression" and above.child_by_field_name("argument") == node
    if node.type != "subscript_expression" or row:
        return "", ""
    whole = "".join(squeezed(tree.text(index)) for index in subscripts(node))
    return squeezed(tree.source[node.start_byte : subscripts(node)[0].start_byte].decode("utf-8")), whole


def mixed_ranges(tree: Tree, body: Node, nest: list[Loop]) -> set[str]:
    """Variables of loops inside, without those whose range is each iteration's own: `[i * n, (i + 1) * n)`."""
    found: set[str] = set()
    for node in walk(body):
        first = node.child_by_field_name("initializer") if node.type == "for_statement" else None
        for one in declarations(tree, first) if first is not None and first.type == "declaration" else []:
            loop = counted_loop(tree, node)
            if loop is None or loop.comparison != "<" or not any(_own_range(loop, outer.variable) for outer in nest):
                found.add(one.name)
    return found


def _own_range(loop: Loop, outer: str) -> bool:
    """Whether the next iteration of the outer loop begins where this loop ends."""
    start, bound = squeezed(loop.start), squeezed(loop.bound)
    if outer not in words_of(start):
        return False
    following = {squeezed(substituted(start, outer, text)) for text in (f"{outer}+1", f"({outer}+1)")}
    size = start.removeprefix(f"{outer}*") if start.startswith(f"{outer}*") else start.removesuffix(f"*{outer}")
    return bound in following or (size != start and bound in (f"{start}+{size}", f"{size}+{start}"))
