"""Variables of CUDA's small vector types as one variable for each component, for languages that have no such type."""

from __future__ import annotations

from translate.corpus.rules.small_vectors import TYPES
from translate.languages import language
from translate.source.edits import Edits
from translate.source.loops import all_declared, declarations, names_in
from translate.source.parse import Node, Tree, parse, walk


def vectors_apart(function: str) -> str:
    """The function that `with_own_vectors` made, without its structures; as it is where a vector is used as a whole."""
    tree = parse(function, language("cpp"))
    structures = [node for node in walk(tree.root) if node.type == "struct_specifier" and _name(tree, node) in TYPES and _body(node)]
    if not structures:
        return function
    vectors = {
        one.name: one.type.split()[-1]
        for one in all_declared(tree, tree.root)
        if one.type.split() and one.type.split()[-1] in TYPES
    }
    edits = Edits(tree)
    if not _apart(edits, vectors):
        return function
    for node in structures:
        end = node.next_sibling if node.next_sibling is not None and node.next_sibling.type == ";" else node
        edits.changes.append((node.start_byte, end.end_byte, ""))
    return edits.text(tree.root)


def _name(tree: Tree, node: Node) -> str:
    name = node.child_by_field_name("name")
    return tree.text(name) if name is not None else ""


def _body(node: Node) -> bool:
    return node.child_by_field_name("body") is not None


def _apart(edits: Edits, vectors: dict[str, str]) -> bool:
    """Whether every use of a vector could be respelled."""
    tree = edits.tree
    taken = set(names_in(tree, tree.root))
    done: list[tuple[int, int]] = []
    for node in walk(tree.root):
        if any(start <= node.start_byte and node.end_byte <= end for start, end in done):
            continue
        kind = node.child_by_field_name("type") if node.type in ("declaration", "parameter_declaration") else None
        if kind is not None and tree.text(kind) in TYPES:
            lines = [_declared(tree, one.name, tree.text(kind), one.value, vectors) for one in declarations(tree, node) if not one.shape]
            if node.type != "declaration" or None in lines or len(lines) != len(declarations(tree, node)):
                return False
            edits.replace(node, " ".join(line for line in lines if line is not None))
            done.append((node.start_byte, node.end_byte))
        elif (target := _target(tree, node, vectors)) is not None:
            text = _assigned(tree, node, target, vectors)
            if text is None or node.parent is None or node.parent.type != "expression_statement":
                return False
            edits.replace(node.parent, text)
            done.append((node.parent.start_byte, node.parent.end_byte))
        elif (place := _component(tree, node, vectors)) is not None:
            if place in taken:
                return False
            edits.replace(node, place)
            done.append((node.start_byte, node.end_byte))
        elif _is(tree, node, vectors):
            return False
    return True


def _target(tree: Tree, node: Node, vectors: dict[str, str]) -> str | None:
    """The vector that an assignment changes as a whole."""
    left = node.child_by_field_name("left") if node.type == "assignment_expression" else None
    return tree.text(left) if left is not None and _is(tree, left, vectors) else None


def _is(tree: Tree, node: Node, vectors: dict[str, str]) -> bool:
    return node.type == "identifier" and tree.text(node) in vectors


def _component(tree: Tree, node: Node, vectors: dict[str, str]) -> str | None:
    """`v_x` for `v.x`."""
    base, field = node.child_by_field_name("argument"), node.child_by_field_name("field")
    if node.type != "field_expression" or base is None or field is None or not _is(tree, base, vectors):
        return None
    return f"{tree.text(base)}_{tree.text(field)}"


def _declared(tree: Tree, name: str, kind: str, value: Node | None, vectors: dict[str, str]) -> str | None:
    element, letters = TYPES[kind]
    if value is None:
        return f"{element} {', '.join(f'{name}_{letter}' for letter in letters)};"
    parts = _parts(tree, value, letters, vectors)
    return f"{element} {', '.join(f'{name}_{letter} = {part}' for letter, part in zip(letters, parts, strict=True))};" if parts else None


def _assigned(tree: Tree, node: Node, name: str, vectors: dict[str, str]) -> str | None:
    right, operator = node.child_by_field_name("right"), node.child_by_field_name("operator")
    letters = TYPES[vectors[name]][1]
    if right is None or operator is None or operator.type != "=" or name in names_in(tree, right):
        return None
    parts = _parts(tree, right, letters, vectors)
    return " ".join(f"{name}_{letter} = {part};" for letter, part in zip(letters, parts, strict=True)) if parts else None


def _parts(tree: Tree, value: Node, letters: str, vectors: dict[str, str]) -> list[str]:
    """The components of a vector that is listed, or of another variable; none where it is something else."""
    if _is(tree, value, vectors):
        return [f"{tree.text(value)}_{letter}" for letter in letters]
    listed = value.child_by_field_name("value") if value.type == "compound_literal_expression" else value
    if listed is None or listed.type != "initializer_list" or len(listed.named_children) != len(letters):
        return []
    edits = Edits(tree)
    whole = 0
    for node in walk(listed):
        if (place := _component(tree, node, vectors)) is not None:
            edits.replace(node, place)
            whole -= 1
        whole += _is(tree, node, vectors)
    return [edits.text(child) for child in listed.named_children] if not whole else []
