"""Syntax trees of output statements as values."""

from __future__ import annotations

from translate.corpus.rules import Declined
from translate.corpus.rules.fortran_to_cpp.reading import expression, keyword, operands, text_of
from translate.corpus.rules.fortran_to_cpp.syntax import NAMED, Expression, Integer, Keyword, Print, Statement, Text
from translate.source.parse import Node, Tree

SCREEN = ("*", "6", "0", "output_unit", "error_unit")


def output(tree: Tree, node: Node) -> list[Statement]:
    """What `write` or `print` puts on the screen or into a string. Raises Declined."""
    unit, layout, advance = "*", None, True
    items: tuple[Expression, ...] = ()
    for child in operands(node):
        if child.type == "unit_identifier":
            unit = tree.text(child).lower().replace(" ", "").removeprefix("unit=")
        elif child.type == "format_identifier":
            layout = child
        elif child.type == "output_item_list":
            items = tuple(expression(tree, item) for item in operands(child))
        elif child.type == "keyword_argument":
            found = keyword(tree, child)
            if found.name == "advance" and isinstance(found.value, Text):
                advance = found.value.value.lower() != "no"
            elif found.name == "unit":
                unit = _word(found)
            elif found.name == "fmt":
                layout = child.child_by_field_name("value")
            else:
                raise Declined(f"write with {found.name}")
    if unit.isidentifier() and unit not in SCREEN and layout is not None:
        return [Print(_layout(tree, layout), items, False, into=unit)]
    if unit not in SCREEN or layout is None:
        raise Declined("output elsewhere than to the screen")
    return [Print(_layout(tree, layout), items, advance, unit in ("0", "error_unit"))]


def _word(found: Keyword) -> str:
    value = found.value
    return value.value if isinstance(value, Text) else str(value.value) if isinstance(value, Integer) else getattr(value, "name", "")


def _layout(tree: Tree, node: Node) -> str | None:
    inner = operands(node)[0] if node.type == "format_identifier" and operands(node) else node
    if inner.type in ("*", "assumed_size") or tree.text(inner).strip() == "*":
        return None
    if inner.type == "string_literal":
        return text_of(tree, inner)
    if tree.text(inner).strip().isdigit():
        return tree.text(inner).strip()
    if inner.type == "identifier":
        return f"{NAMED}{tree.text(inner).lower()}"
    raise Declined("format in a variable")
