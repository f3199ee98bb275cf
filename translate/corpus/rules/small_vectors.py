"""CUDA's small vectors within a function, as structures of its own."""

from __future__ import annotations

from translate.languages import language
from translate.source.edits import Edits
from translate.source.parse import parse, walk

TYPES = {f"{kind}{count}": (kind, "xyzw"[:count]) for kind in ("float", "double", "int") for count in (2, 3, 4)}


def with_own_vectors(function: str) -> str:
    """The function with a structure for each vector type that it uses, and with no call to make one."""
    tree = parse(function, language("cpp"))
    body = next((node.child_by_field_name("body") for node in walk(tree.root) if node.type == "function_definition"), None)
    used = {tree.text(node) for node in walk(tree.root) if node.type == "type_identifier"} & set(TYPES)
    if body is None or not used:
        return function
    edits = Edits(tree)
    for node in walk(body):
        name = node.child_by_field_name("function") if node.type == "call_expression" else None
        made = tree.text(name).removeprefix("make_") if name is not None else ""
        given = node.child_by_field_name("arguments")
        if name is not None and made in used and tree.text(name) != made and given is not None:
            edits.replace(name, made)
            edits.changes += [(given.start_byte, given.start_byte + 1, "{"), (given.end_byte - 1, given.end_byte, "}")]
    structures = [f"struct {name} {{ {TYPES[name][0]} {', '.join(TYPES[name][1])}; }};" for name in sorted(used)]
    edits.changes.append((body.start_byte, body.start_byte + 1, "{\n" + "\n".join(structures)))
    return edits.text(tree.root)
