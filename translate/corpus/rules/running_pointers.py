"""Pointers that run along an array, `*out++ = x`, as a place that does: `out[out_at++] = x`."""

from __future__ import annotations

from translate.corpus.rules import Declined
from translate.languages import language
from translate.source.edits import Edits
from translate.source.loops import all_declared, declarations, names_in, written
from translate.source.parse import Node, parse, walk


def with_places(function: str) -> str:
    """The function whose pointers stay where they are. Raises Declined where none runs, or one is used in another way."""
    tree = parse(_with_steps_inside(function), language("cpp"))
    body = next((node.child_by_field_name("body") for node in walk(tree.root) if node.type == "function_definition"), None)
    pointers = {one.name for one in all_declared(tree, tree.root) if one.shape.startswith("*")}
    running = {tree.text(place) for place, _ in written(tree.root) if place.type == "identifier"} & pointers
    if body is None or not running:
        raise Declined("no pointer runs")
    edits = Edits(tree)
    taken = set(names_in(tree, tree.root))
    places = {name: next(one for one in (f"{name}_at", f"{name}_place", f"{name}_at_") if one not in taken) for name in sorted(running)}
    for node in walk(body):
        if node.type == "identifier" and tree.text(node) in running:
            _respell(edits, node, places[tree.text(node)])
    local = {one.name: node for node in walk(body) if node.type == "declaration" for one in declarations(tree, node)}
    for name, place in places.items():
        at = local[name].end_byte if name in local else body.start_byte + 1
        edits.changes.append((at, at, f"\nint {place} = 0;"))
    return edits.text(tree.root)


def _respell(edits: Edits, node: Node, place: str) -> None:
    """One mention of a running pointer. Raises Declined for one that is neither an element nor a step."""
    tree, name = edits.tree, edits.tree.text(node)
    above = node.parent
    outer = above.parent if above is not None else None
    if above is None or outer is None:
        raise Declined("a pointer that is used as a whole")
    if above.type in ("pointer_declarator", "init_declarator"):
        return
    if above.type == "subscript_expression" and above.child_by_field_name("argument") == node:
        index = above.child_by_field_name("indices")
        if index is not None and index.named_child_count == 1:
            if tree.text(index.named_children[0]) == "0":
                edits.replace(index.named_children[0], place)
                return
            edits.changes.append((index.named_children[0].start_byte, index.named_children[0].start_byte, f"{place} + "))
            return
    if above.type == "pointer_expression" and tree.text(above).startswith("*"):
        edits.replace(above, f"{name}[{place}]")
        return
    if above.type == "update_expression":
        stepped = tree.text(above).replace(name, place, 1)
        element = outer.type == "pointer_expression" and tree.text(outer).startswith("*")
        edits.replace(outer if element else above, f"{name}[{stepped}]" if element else stepped)
        return
    operator = above.child_by_field_name("operator") if above.type == "assignment_expression" else None
    if operator is not None and operator.type in ("+=", "-=") and above.child_by_field_name("left") == node:
        edits.replace(node, place)
        return
    raise Declined("a pointer that is used as a whole")


def _with_steps_inside(function: str) -> str:
    """The function with `for (...; ++i, p += 3)` stepping its pointers at the end of the loop."""
    tree = parse(function, language("cpp"))
    edits = Edits(tree)
    for node in walk(tree.root):
        update = node.child_by_field_name("update") if node.type == "for_statement" else None
        body = node.child_by_field_name("body")
        if update is None or body is None or update.type != "comma_expression" or _leaves(body):
            continue
        first, *rest = _parts(update)
        edits.replace(update, tree.text(first))
        steps = " ".join(f"{tree.text(step)};" for step in rest)
        if body.type == "compound_statement":
            edits.changes.append((body.end_byte - 1, body.end_byte - 1, f"{steps}\n"))
        else:
            edits.changes += [(body.start_byte, body.start_byte, "{ "), (body.end_byte, body.end_byte, f" {steps} }}")]
    return edits.text(tree.root)


def _parts(node: Node) -> list[Node]:
    if node.type != "comma_expression":
        return [node]
    sides = (node.child_by_field_name("left"), node.child_by_field_name("right"))
    return [part for side in sides if side is not None for part in _parts(side)]


def _leaves(body: Node) -> bool:
    return any(node.type == "continue_statement" for node in walk(body))

