"""What an answer takes from its source without what it needs: declarations before a loop, and the way out of an iteration or a thread."""

from __future__ import annotations

from collections.abc import Iterator

from translate.languages import Language
from translate.source.edits import Edits
from translate.source.kernels import mentions_threads
from translate.source.loop_heads import with_heads
from translate.source.loops import Declared, all_declared, declarations, inside_loop, names_in, statements
from translate.source.parse import Node, Tree, parse, walk


def completed(text: str, original: str, source: Language, target: Language) -> str:
    """`text`, an answer between C++ and CUDA, with the declarations of `original` that it uses and has not, and with ways out that fit."""
    if source.family != target.family or source.family == "fortran":
        return text
    text = with_heads(text, original, source, target)
    tree, first = parse(text, target), parse(original, source)
    body, before = _body(tree), _body(first)
    if tree.root.has_error or first.root.has_error or body is None or before is None:
        return text
    edits = Edits(tree)
    _declare(edits, body, first, before)
    _leave(edits, body, before, target)
    return edits.text(tree.root)


def _declare(edits: Edits, body: Node, first: Tree, before: Node) -> None:
    """Insert what is missing where everything that its value needs is known."""
    tree = edits.tree
    known = {one.name for one in all_declared(tree, tree.root)}
    used = set(names_in(tree, body))
    inner = {one.name: node for node in walk(body) if node.type == "declaration" for one in declarations(tree, node)}
    added: dict[int, str] = {}
    for one in _at_the_top(first, before):
        if one.name in known or one.name not in used:
            continue
        needed = [inner[name] for name in (names_in(first, one.value) if one.value is not None else ()) if name in inner]
        place = _after(body, needed)
        if place is not None:
            added[place] = f"{added.get(place, '')} {one.type} {first.text(one.node)};"
            known.add(one.name)
    edits.changes += [(place, place, lines) for place, lines in added.items()]


def _at_the_top(first: Tree, before: Node) -> Iterator[Declared]:
    """The variables that a function declares outside of all loops, without those that only a thread has."""
    for node in statements(before):
        if node.type == "declaration" and mentions_threads(first, node) is None:
            yield from declarations(first, node)


def _after(body: Node, needed: list[Node]) -> int | None:
    """The first place of `body` at which all declarations of `needed` are in force; None where a loop has no braces for it."""
    if not needed:
        return body.start_byte + 1
    last = max(needed, key=lambda node: node.start_byte)
    loop = last.parent
    if loop is None or loop.type != "for_statement":
        return last.end_byte
    inside = loop.child_by_field_name("body")
    return inside.start_byte + 1 if inside is not None and inside.type == "compound_statement" else None


def _leave(edits: Edits, body: Node, before: Node, target: Language) -> None:
    """A thread ends by `return` where an iteration ends by `continue`, and the other way."""
    if target.name == "cuda":
        for node in walk(body):
            if node.type == "continue_statement" and not inside_loop(node, body):
                edits.replace(node, "return;")
        return
    returns = [node for node in walk(before) if node.type == "return_statement"]
    if any(node.named_children or inside_loop(node, before, or_switch=False) for node in returns):
        return
    for node in walk(body):
        if node.type == "return_statement" and inside_loop(node, body, or_switch=False):
            edits.replace(node, "continue;")


def _body(tree: Tree) -> Node | None:
    function = next((node for node in walk(tree.root) if node.type == "function_definition"), None)
    body = function.child_by_field_name("body") if function is not None else None
    return body if body is not None and body.type == "compound_statement" else None
