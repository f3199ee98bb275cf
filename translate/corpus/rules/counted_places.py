"""A variable that is one more in each iteration, `out[at++] = ...`, as what it is: a sum of the loops' own variables."""

from __future__ import annotations

from collections.abc import Sequence

from translate.corpus.rules import Declined
from translate.corpus.rules.wording import words_of
from translate.languages import language
from translate.source.edits import Edits
from translate.source.loops import Loop, counted_loop, declarations, statements, written
from translate.source.parse import Node, Tree, parse, walk


def counted_places(function: str) -> str:
    """The function with each such variable of its own replaced, where all is counted from 0. Raises Declined where there is none."""
    tree = parse(function, language("cpp"))
    body = next((node.child_by_field_name("body") for node in walk(tree.root) if node.type == "function_definition"), None)
    inside = statements(body) if body is not None else []
    for at, node in enumerate(inside):
        for one in declarations(tree, node) if node.type == "declaration" else []:
            if one.shape or one.value is None or len(declarations(tree, node)) != 1:
                continue
            edits = Edits(tree)
            start = tree.text(one.value)
            try:
                _replace(edits, inside[at + 1 :], one.name, [] if start == "0" else [start])
            except Declined:
                continue
            edits.replace(node, "")
            return edits.text(tree.root)
    raise Declined("nothing is counted along")


def _replace(edits: Edits, inside: Sequence[Node], name: str, before: list[str]) -> list[str]:
    """Put the value for the variable all over `inside`, where it is `before` at first; by how much that grows. Raises Declined."""
    tree = edits.tree
    grown: list[str] = []
    for node in inside:
        mentions = [leaf for leaf in walk(node) if leaf.type == "identifier" and tree.text(leaf) == name]
        if not mentions:
            continue
        loop = counted_loop(tree, node)
        if loop is not None:
            grown += _in_loop(edits, loop, name, [*before, *grown])
            continue
        changes = [update for place, update in written(node) if tree.text(place) == name]
        value = " + ".join([*before, *grown]) or "0"
        if not changes:
            for leaf in mentions:
                edits.replace(leaf, _beside(tree, leaf, value))
            continue
        update = changes[0]
        step = _step(tree, update, name)
        if len(changes) > 1 or len(mentions) > 1 or node.type != "expression_statement" or not step:
            raise Declined("it changes in another way")
        if update.parent == node:
            edits.replace(node, "")
        elif step == "1" and tree.text(update).endswith("++") and not _conditional(update, node):
            edits.replace(update, _beside(tree, update, value))
        else:
            raise Declined("it changes in another way")
        grown.append(step)
    return grown


def _beside(tree: Tree, node: Node, value: str) -> str:
    """The value as it may stand in the place of `node`."""
    above = node.parent
    operator = above.child_by_field_name("operator") if above is not None and above.type == "binary_expression" else None
    added_to = operator is not None and operator.type == "+" and above is not None and above.child_by_field_name("left") == node
    free = above is not None and above.type in ("subscript_argument_list", "expression_statement", "parenthesized_expression")
    return value if added_to or free or value.isidentifier() or value.isdecimal() else f"({value})"


def _in_loop(edits: Edits, loop: Loop, name: str, before: list[str]) -> list[str]:
    tree = edits.tree
    head = tree.source[loop.node.start_byte : loop.body.start_byte].decode("utf-8")
    if loop.start != "0" or loop.comparison != "<" or name in head or _leaves(loop.body):
        raise Declined("a loop of another form")
    steps = _growth(tree, statements(loop.body), name)
    changed = {tree.text(place) for place, _ in written(tree.root)}
    if changed & words_of(" ".join([*steps, loop.bound])):
        raise Declined("its bounds change")
    if not steps:
        _replace(edits, statements(loop.body), name, before)
        return []
    each = " + ".join(steps)
    each = f"({each})" if len(steps) > 1 else each
    own = loop.variable if each == "1" else f"{loop.variable} * {each}"
    _replace(edits, statements(loop.body), name, [*before, own])
    bound = loop.bound if loop.bound.isidentifier() or loop.bound.isdecimal() else f"({loop.bound})"
    return [bound if each == "1" else f"{bound} * {each}"]


def _growth(tree: Tree, inside: Sequence[Node], name: str) -> list[str]:
    """By how much the variable grows from the first of these statements to the last."""
    return _replace(Edits(tree), inside, name, [])


def _step(tree: Tree, update: Node, name: str) -> str:
    """What an update adds, a number or a name; empty where it is something else."""
    text = "".join(tree.text(update).split())
    if text in (f"{name}++", f"++{name}"):
        return "1"
    added = text.removeprefix(f"{name}+=")
    return added if added != text and (added.isdecimal() or added.isidentifier()) else ""


def _conditional(node: Node, top: Node) -> bool:
    """Whether what is evaluated depends on a value on the way."""
    while node != top and node.parent is not None:
        node = node.parent
        operator = node.child_by_field_name("operator") if node.type == "binary_expression" else None
        if node.type == "conditional_expression" or operator is not None and operator.type in ("&&", "||"):
            return True
    return False


def _leaves(body: Node) -> bool:
    return any(node.type in ("break_statement", "continue_statement", "return_statement", "goto_statement") for node in walk(body))
