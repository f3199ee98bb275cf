"""Two nested C++ loops with the inner one outside, for code whose inner iterations are the independent ones."""

from __future__ import annotations

from translate.corpus.rules import Declined
from translate.corpus.rules.wording import words_of
from translate.languages import language
from translate.source.edits import Edits
from translate.source.loops import Loop, counted_loop, statements, written
from translate.source.parse import Node, Tree, parse, walk


def inner_first(function: str) -> str:
    """The function with each outermost loop that holds one counted loop and nothing else turned inside out. Raises Declined."""
    tree = parse(function, language("cpp"))
    body = next((node.child_by_field_name("body") for node in walk(tree.root) if node.type == "function_definition"), None)
    edits = Edits(tree)
    for node in statements(body) if body is not None else []:
        if node.type == "for_statement" and (inner := _held(tree, node)) is not None:
            edits.replace(node, f"{_head(tree, inner.node)} {{\n{_head(tree, node)}\n{tree.text(inner.body)}\n}}")
    if not edits.changes:
        raise Declined("no loop to turn")
    return edits.text(tree.root)


def _held(tree: Tree, outer: Node) -> Loop | None:
    """The counted loop that is all the body, where its bounds do not depend on the outer one."""
    body = outer.child_by_field_name("body")
    inside = statements(body) if body is not None else []
    inner = counted_loop(tree, inside[0]) if len(inside) == 1 else None
    parts = [outer.child_by_field_name(name) for name in ("initializer", "condition", "update")]
    if inner is None or any(part is None for part in parts):
        return None
    own = {tree.text(leaf) for part in parts if part is not None for leaf in walk(part) if leaf.type == "identifier"}
    changed = {tree.text(place) for place, _ in written(outer)} - {inner.variable}
    if words_of(f"{inner.start} {inner.bound}") & (changed | own & {tree.text(place) for place, _ in written(outer)}):
        return None
    made = parts[0]
    started = {tree.text(leaf) for leaf in walk(made) if leaf.type == "identifier"} if made is not None else set()
    return None if started & words_of(f"{inner.start} {inner.bound}") else inner


def _head(tree: Tree, loop: Node) -> str:
    body = loop.child_by_field_name("body")
    assert body is not None
    return tree.source[loop.start_byte : body.start_byte].decode("utf-8").strip()
