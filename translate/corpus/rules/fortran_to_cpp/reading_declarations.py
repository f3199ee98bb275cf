"""Syntax trees of declarations and derived types as values."""

from __future__ import annotations

from translate.corpus.rules import Declined
from translate.corpus.rules.fortran_to_cpp.reading import expression, extent, operands
from translate.corpus.rules.fortran_to_cpp.syntax import Declared, Expression, Range, Structure, Text, Unit
from translate.source.parse import Node, Tree


def typed(tree: Tree, node: Node) -> Declared:
    """The type that `node` names, as a declaration without a name."""
    if node.type == "derived_type":
        # Without extensions of types, which are declined, an object of the class is one of the type.
        if not tree.text(node).lower().startswith(("type", "class")) or "*" in tree.text(node):
            raise Declined("class")
        return Declared("", "type " + tree.text(operands(node)[-1]).lower())
    words = [child.type for child in node.children if not child.is_named]
    base = " ".join(word for word in words if word not in ("(", ")"))
    kind: Expression | None = None
    length: Expression | str | None = None
    star = False
    for child in operands(node):
        if child.type == "kind" or child.type == "character_length":
            star = any(part.type == "*" for part in child.children)
            for part in operands(child):
                value = part.child_by_field_name("value") if part.type == "keyword_argument" else part
                name = tree.text(operands(part)[0]).lower() if part.type == "keyword_argument" else ""
                assert value is not None
                if base == "character" and name in ("", "len"):
                    length = (
                        tree.text(value)
                        if value.type in ("assumed_size", "assumed_rank") or tree.text(value) in "*:"
                        else expression(tree, value)
                    )
                elif base == "character":
                    raise Declined("kind of characters")
                else:
                    kind = expression(tree, value)
            if not operands(child) and base == "character":
                length = tree.text(child).strip("() *") or "*"
    if star and base == "complex":
        base = "complex*"
    return Declared("", base, kind, length)


def declared(tree: Tree, node: Node) -> list[Declared]:
    """What one declaration statement says, a value for each name."""
    kind = node.child_by_field_name("type")
    base = typed(tree, kind) if kind is not None else Declared("")
    attributes, shape = set(), None
    for child in operands(node):
        if child.type == "type_qualifier":
            words = [inner.type for inner in child.children if not inner.is_named and inner.type not in ("(", ")")]
            word = " ".join(words)
            if words[0] == "dimension":
                lists = operands(child)
                shape = _bounds(tree, lists[0]) if lists else None
            else:
                attributes.add(word.replace("in out", "inout"))
    found = []
    for child in node.children_by_field_name("declarator"):
        found.append(declarator(tree, child, base, frozenset(attributes), shape))
    return found


def declarator(tree: Tree, node: Node, base: Declared, attributes: frozenset[str], shape: tuple[Range, ...] | None) -> Declared:
    """One name of a declaration."""
    value = None
    if node.type == "pointer_init_declarator" and operands(node)[-1].type == "null_literal":
        node = operands(node)[0]
    if node.type == "init_declarator":
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        assert left is not None and right is not None
        node, value = left, expression(tree, right)
    length = base.length
    if node.type == "sized_declarator":
        for part in operands(node)[1:]:
            if part.type == "size":
                shape = _bounds(tree, part)
            elif part.type == "character_length":
                length = expression(tree, operands(part)[0]) if operands(part) else "*"
            else:
                raise Declined(f"declaration with {part.type}")
        node = operands(node)[0]
    if node.type != "identifier":
        raise Declined(f"declaration of {node.type}")
    return Declared(tree.text(node).lower(), base.type, base.kind, length, shape, attributes, value)


def _bounds(tree: Tree, node: Node) -> tuple[Range, ...]:
    found = []
    for part in operands(node):
        if part.type == "extent_specifier":
            found.append(extent(tree, part))
        elif part.type == "assumed_size":
            found.append(Range(None, Text("*")))
        else:
            found.append(Range(None, expression(tree, part)))
    return tuple(found)


def structure(tree: Tree, node: Node, unit: Unit) -> None:
    """Add a derived type to those of the unit. Raises Declined."""
    members: list[Declared] = []
    bindings: list[tuple[str, str]] = []
    name = ""
    for child in operands(node):
        if child.type == "derived_type_statement":
            if any(part.type not in ("type_name", "access_specifier", "language_binding") for part in operands(child)):
                raise Declined("type extension")
            name = next(tree.text(part).lower() for part in operands(child) if part.type == "type_name")
        elif child.type == "variable_declaration":
            members += declared(tree, child)
        elif child.type == "derived_type_procedures":
            bindings += [pair for part in operands(child) for pair in _bound(tree, part)]
        elif child.type not in ("end_type_statement", "comment", "sequence_statement", "private_statement"):
            raise Declined(f"type with {child.type}")
    unit.structures.append(Structure(name, tuple(members), tuple(bindings)))


def _bound(tree: Tree, node: Node) -> list[tuple[str, str]]:
    """The procedures that one line binds to a type, by their names in calls."""
    if node.type in ("contains_statement", "comment", "private_statement"):
        return []
    attributes = {tree.text(child).lower() for child in operands(node) if child.type == "procedure_attribute"}
    if node.type != "procedure_statement" or attributes - {"public", "private", "pass"}:
        raise Declined("type with procedures of another kind")
    found = []
    for child in operands(node):
        if child.type == "method_name":
            found.append((tree.text(child).lower(), tree.text(child).lower()))
        elif child.type == "binding":
            name, target = operands(child)
            found.append((tree.text(name).lower(), tree.text(target).lower()))
        elif child.type not in ("procedure_kind", "procedure_attribute", "comment") or "(" in tree.text(child):
            raise Declined("type with procedures of another kind")
    return found
