"""Which parts of an expression must not be evaluated unless others allow it."""

from __future__ import annotations

from translate.corpus.rules.cpp_to_fortran.context import Context, field_of, needing_names, testing_names
from translate.source.parse import Node, walk


def guards(c: Context, node: Node) -> bool:
    """Whether `node` is an `&&` or `||` whose right side must not be looked at unless the left side allows it."""
    left, right = field_of(node, "left"), field_of(node, "right")
    tested = testing_names(c.tree, left)
    return bool(tested & needing_names(c.tree, right)) or _calls_ours(c, right) or (_asks_flag(c, tested) and _looks_up(c, left, [right]))


def one_sided(c: Context, node: Node) -> bool:
    """Whether only the chosen side of a `? :` may be evaluated."""
    tested = testing_names(c.tree, field_of(node, "condition"))
    sides = [field_of(node, "consequence"), field_of(node, "alternative")]
    if _asks_flag(c, tested) and _looks_up(c, field_of(node, "condition"), sides):
        return True
    return any(tested & needing_names(c.tree, side) or _calls_ours(c, side) for side in sides)


def _asks_flag(c: Context, names: set[str]) -> bool:
    """Whether one of the names is a truth value: who knows what it stands for."""
    return any((symbol := c.names.find(name)) is not None and symbol.kind.family == "logical" and not symbol.rank for name in names)


def _looks_up(c: Context, test: Node, sides: list[Node]) -> bool:
    """Whether a side looks up an element that the test does not."""
    known = {c.text(one) for one in walk(test) if one.type == "subscript_expression"}
    return any(one.type == "subscript_expression" and c.text(one) not in known for side in sides for one in walk(side))


def _calls_ours(c: Context, node: Node) -> bool:
    if node.type == "call_expression":
        function = node.child_by_field_name("function")
        if function is not None and (c.called(c.text(function)) or _is_method(c, function)):
            return True
    return node.type in ("update_expression", "assignment_expression") or any(_calls_ours(c, child) for child in node.named_children)


def _is_method(c: Context, function: Node) -> bool:
    name = function.child_by_field_name("field") if function.type == "field_expression" else None
    return name is not None and any(key.endswith(f"::{c.text(name)}") for key in c.functions)
