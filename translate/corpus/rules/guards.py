"""What bounds the indices of a CUDA kernel: a guard, an early return, a loop over the grid."""

from __future__ import annotations

from dataclasses import dataclass, field

from translate.corpus.rules import Declined
from translate.corpus.rules.wording import words_of
from translate.source.kernels import index_axis, stride_axis
from translate.source.loops import comparison, declarations, names_in, squeezed, statements, terms
from translate.source.parse import Node, Tree

BARRIER = "barrier_of_block"
"""Stands for `__syncthreads` where a barrier is no reason to decline."""


@dataclass(slots=True)
class Kernel:
    """A kernel as it is read: its index variables and what bounds them."""

    tree: Tree
    function: Node
    body: Node
    axes: dict[str, str] = field(default_factory=dict)
    """Index variable -> axis."""
    types: dict[str, str] = field(default_factory=dict)
    strides: set[str] = field(default_factory=set)
    bounds: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Index variable -> comparison and bound."""
    starts: dict[str, str] = field(default_factory=dict)
    """Where an index variable starts, unless at 0."""
    tests: dict[str, str] = field(default_factory=dict)
    """Index variable -> the whole condition under which it goes on, where that says more than its bound."""


def bounded(kernel: Kernel, rest: list[Node]) -> tuple[list[Node], list[Node]]:
    """Statements before the guard, and statements under it; fills the kernel's bounds."""
    for position, node in enumerate(rest):
        last = position == len(rest) - 1
        if node.type == "if_statement" and guards(kernel, node):
            body = node.child_by_field_name("consequence")
            if body is None or node.child_by_field_name("alternative") is not None:
                raise Declined("guard with else")
            if _only_returns(body):
                _take_bounds(kernel, node, "||", (">=", ">"))
                return rest[:position], rest[position + 1 :]
            if not last:
                raise Declined("statements after the guarded ones")
            _take_bounds(kernel, node, "&&", ("<", "<="))
            return rest[:position], statements(body)
        if last and node.type == "for_statement" and (inner := _grid_stride_for(kernel, node)) is not None:
            return rest[:position], statements(inner)
        if last and node.type == "while_statement" and (inside := _grid_stride_while(kernel, node)) is not None:
            return rest[:position], inside
    raise Declined("no guard")


def guards(kernel: Kernel, node: Node) -> bool:
    """Whether an `if` compares an index itself with something."""
    condition = node.child_by_field_name("condition")
    if condition is None:
        return False
    parts = [part for term in terms(condition, "||") for part in terms(term, "&&")]
    return any((found := comparison(kernel.tree, part)) is not None and found[0] in kernel.axes for part in parts)


def _take_bounds(kernel: Kernel, guard: Node, joint: str, operators: tuple[str, str]) -> None:
    condition = guard.child_by_field_name("condition")
    assert condition is not None
    for term in terms(condition, joint):
        found = comparison(kernel.tree, term)
        if found is None or found[1] not in operators or found[0] not in kernel.axes or found[0] in kernel.bounds:
            raise Declined("a guard that is more than bounds")
        name, operator, bound = found
        less = {"<": "<", "<=": "<=", ">=": "<", ">": "<="}[operator]
        kernel.bounds[name] = (less, bound)
    if set(kernel.bounds) != set(kernel.axes):
        raise Declined("an index without bound")
    words = {word for _, bound in kernel.bounds.values() for word in words_of(bound)}
    if words & set(kernel.axes):
        raise Declined("a bound that depends on an index")


def _only_returns(body: Node) -> bool:
    inside = statements(body)
    return len(inside) == 1 and inside[0].type == "return_statement"


def _grid_stride_for(kernel: Kernel, node: Node) -> Node | None:
    tree = kernel.tree
    first, condition, update, body = (node.child_by_field_name(n) for n in ("initializer", "condition", "update", "body"))
    if first is None or condition is None or update is None or body is None or len(kernel.axes) > 1:
        return None
    names = declarations(tree, first) if first.type == "declaration" else []
    if len(names) != 1 or names[0].value is None:
        return None
    starts = index_axis(tree, names[0].value) or kernel.axes.get(tree.text(names[0].value))
    bound = comparison(tree, condition)
    step = update.child_by_field_name("right") if update.type == "assignment_expression" else None
    if starts is None or bound is None or bound[0] != names[0].name or bound[1] not in ("<", "<=") or step is None:
        return None
    if "+=" not in tree.text(update) or not (stride_axis(tree, step) or tree.text(step) in kernel.strides):
        return None
    if set(names_in(tree, body)) & set(kernel.axes):
        raise Declined("start index used in a grid-stride loop")
    kernel.axes = {names[0].name: "x"}
    kernel.types = {names[0].name: names[0].type}
    kernel.bounds = {names[0].name: (bound[1], bound[2])}
    return body


def _grid_stride_while(kernel: Kernel, node: Node) -> list[Node] | None:
    condition, body = node.child_by_field_name("condition"), node.child_by_field_name("body")
    if condition is None or body is None or len(kernel.axes) != 1:
        return None
    bound = comparison(kernel.tree, condition)
    inside = statements(body)
    if bound is None or bound[0] not in kernel.axes or bound[1] not in ("<", "<=") or not inside:
        return None
    step = squeezed(kernel.tree.text(inside[-1])).rstrip(";")
    left, _, right = step.partition("+=")
    strides = {*kernel.strides, "blockDim.x*gridDim.x", "gridDim.x*blockDim.x", "blockDim.x"}
    if left != bound[0] or right not in strides:
        return None
    kernel.bounds = {bound[0]: (bound[1], bound[2])}
    return inside[:-1]
