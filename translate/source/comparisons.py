"""Comparisons that the grammar takes for the arguments of a template, `a < b && c >= 0`, in parentheses."""

from __future__ import annotations

from translate.languages import Language
from translate.source.parse import Node, Tree, parse, walk

LOGICAL = ("&&", "||")
MOST = 64


def comparisons_apart(text: str, spoken: Language) -> str:
    """C++ or CUDA that means the same and is read as what it means: `(a < b) && c >= 0`."""
    for _ in range(MOST):
        if "<" not in text or ">" not in text:
            break
        tree = parse(text, spoken)
        found = next((pieces for node in walk(tree.root) if node.type == "template_function" and (pieces := _pieces(tree, node))), None)
        if found is None:
            break
        text = found
    return text


def _pieces(tree: Tree, node: Node) -> str | None:
    """The whole text with the first comparison of `node` in parentheses; None where it is a template after all."""
    name, arguments = node.child_by_field_name("name"), node.child_by_field_name("arguments")
    listed = arguments.named_children if arguments is not None else []
    if name is None or arguments is None or len(listed) != 1 or not _is_logical(listed[0]):
        return None
    first = listed[0]
    while _is_logical(first):
        left = first.child_by_field_name("left")
        if left is None:
            return None
        first = left
    source = tree.source
    before, compared, after = source[: node.start_byte], source[node.start_byte : first.end_byte], source[first.end_byte :]
    return (before + b"(" + compared + b")" + after).decode("utf-8")


def _is_logical(node: Node) -> bool:
    operator = node.child_by_field_name("operator") if node.type == "binary_expression" else None
    return operator is not None and operator.type in LOGICAL
