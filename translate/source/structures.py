"""Structures that hold numbers of one type, as a text defines them."""

from __future__ import annotations

from collections.abc import Iterator

from translate.languages import Language
from translate.source.parse import Node, Tree, parse, walk

NUMBERS = frozenset({"primitive_type", "sized_type_specifier"})


def of_one_type(text: str, of: Language) -> dict[str, str]:
    """Structure of the outermost scope -> the type of all numbers in it, also in those that it holds; C++ and CUDA only."""
    tree = parse(text, of)
    found: dict[str, str] = {}
    # A structure can only hold those that stand before it.
    for name, node in _definitions(tree):
        types = {_type_of(tree, field, found) for field in _fields(node)}
        if len(types) == 1 and (kind := types.pop()):
            found[name] = kind
    return found


def _definitions(tree: Tree) -> Iterator[tuple[str, Node]]:
    for node in walk(tree.root):
        if node.type not in ("struct_specifier", "class_specifier") or not _is_outermost(node):
            continue
        name = node.child_by_field_name("name")
        if name is None and node.parent is not None and node.parent.type == "type_definition":
            name = node.parent.child_by_field_name("declarator")
        based = any(child.type == "base_class_clause" or "virtual" in tree.text(child).split() for child in walk(node))
        if name is not None and node.child_by_field_name("body") is not None and not based:
            yield tree.text(name), node


def _is_outermost(node: Node) -> bool:
    parent = node.parent
    if parent is not None and parent.type == "type_definition":
        parent = parent.parent
    return parent is not None and parent.type == "translation_unit"


def _fields(node: Node) -> list[Node]:
    body = node.child_by_field_name("body")
    held = body.named_children if body is not None else []
    return [child for child in held if child.type == "field_declaration" and not _is_method(child)]


def _is_method(field: Node) -> bool:
    return any(child.type == "function_declarator" for child in walk(field))


def _type_of(tree: Tree, field: Node, known: dict[str, str]) -> str:
    """The type of the numbers of a field, empty where it holds anything else."""
    kind = field.child_by_field_name("type")
    if kind is None or any(child.type in ("pointer_declarator", "reference_declarator", "bitfield_clause") for child in walk(field)):
        return ""
    if any(child.type == "storage_class_specifier" for child in field.children):
        return ""
    return tree.text(kind) if kind.type in NUMBERS else known.get(tree.text(kind), "")
