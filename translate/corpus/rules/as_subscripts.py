"""Elements that are reached by adding to a pointer, `*(p + i)`, as subscripts: `p[i]`."""

from __future__ import annotations

from translate.languages import language
from translate.source.edits import Edits
from translate.source.loops import all_declared, bare
from translate.source.parse import Node, Tree, parse, walk


def as_subscripts(function: str) -> str:
    """The function with `*(p + i)` spelled `p[i]` wherever `p` is one of its pointers or arrays."""
    tree = parse(function, language("cpp"))
    pointers = {one.name for one in all_declared(tree, tree.root) if one.shape.startswith(("*", "["))}
    return _spelled(tree, tree.root, pointers)


def _spelled(tree: Tree, node: Node, pointers: set[str]) -> str:
    if node.type == "pointer_expression" and (parts := _parts(tree, node, pointers)):
        array, terms = parts
        return f"{array}[{''.join(terms)}]" if not any(_holds(one, pointers, tree) for one in _operands(node)) else tree.text(node)
    edits = Edits(tree)
    for child in node.children:
        edits.replace(child, _spelled(tree, child, pointers))
    return edits.text(node) if node.children else tree.text(node)


def _operands(node: Node) -> list[Node]:
    """The operands of a chain of sums and differences, the first one left out."""
    found: list[Node] = []
    inner = bare(node.named_children[-1])
    while inner.type == "binary_expression":
        left, right = inner.child_by_field_name("left"), inner.child_by_field_name("right")
        if left is None or right is None:
            return []
        found.insert(0, right)
        inner = left
    return found


def _holds(node: Node, pointers: set[str], tree: Tree) -> bool:
    """Whether an element of a pointer is read here in the way that would be respelled too."""
    return any(inner.type == "pointer_expression" and _parts(tree, inner, pointers) is not None for inner in walk(node))


def _parts(tree: Tree, node: Node, pointers: set[str]) -> tuple[str, list[str]] | None:
    """The pointer, and what is added to it."""
    if not tree.text(node).startswith("*"):
        return None
    inner, terms = bare(node.named_children[-1]), list[str]()
    while inner.type == "binary_expression":
        left, right, operator = (inner.child_by_field_name(name) for name in ("left", "right", "operator"))
        if left is None or right is None or operator is None or operator.type not in ("+", "-"):
            return None
        terms[:0] = [f" {operator.type} ", tree.text(right)]
        inner = left
    if inner.type != "identifier" or tree.text(inner) not in pointers or terms[:1] != [" + "]:
        return None
    return tree.text(inner), terms[1:]
