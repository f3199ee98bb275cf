"""Whether a function has any effect that its caller could see."""

from __future__ import annotations

from translate.source.loops import declarations, written
from translate.source.parse import Node, Tree, captures, walk

FORTRAN_ACTS = frozenset(
    {"assignment_statement", "subroutine_call", "print_statement", "write_statement", "read_statement", "pointer_association_statement"}
    | {"allocate_statement", "deallocate_statement", "open_statement", "close_statement", "stop_statement"}
)


def bodies(tree: Tree) -> list[Node]:
    """The function definitions of a text."""
    return captures(tree, "functions").get("function", [])


def acts(tree: Tree, function: Node) -> bool:
    """Whether it writes to anything but its own scalars, calls something, or returns a value."""
    if tree.language.line_ends:
        return any(node.type in FORTRAN_ACTS for node in walk(function))
    body = function.child_by_field_name("body")
    if body is None:
        return False
    return _calls_or_returns(tree, body) or any(_reaches_out(tree, place, _own(tree, function)) for place, _ in written(body))


def _calls_or_returns(tree: Tree, body: Node) -> bool:
    for node in walk(body):
        # A barrier alone changes nothing.
        if node.type == "call_expression" and not tree.text(node).startswith("__sync"):
            return True
        if node.type == "return_statement" and node.named_children:
            return True
        if node.type == "expression_statement" and _prints(node):
            return True
    return False


def _prints(statement: Node) -> bool:
    """Whether it is `stream << value` or `stream >> place`."""
    inner = statement.named_children[0] if statement.named_children else statement
    operator = inner.child_by_field_name("operator") if inner.type == "binary_expression" else None
    return operator is not None and operator.type in ("<<", ">>")


def _reaches_out(tree: Tree, place: Node, own: set[str]) -> bool:
    return place.type != "identifier" or tree.text(place) not in own


def _own(tree: Tree, function: Node) -> set[str]:
    """Scalars of the function itself: locals, and parameters by value."""
    kinds = ("declaration", "parameter_declaration")
    found = [one for node in walk(function) if node.type in kinds for one in declarations(tree, node)]
    return {one.name for one in found if not any(mark in one.shape for mark in "&[")}
