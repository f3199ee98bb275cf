"""C++ without the branches and loops that numbers alone decide."""

from __future__ import annotations

from translate.languages import language
from translate.source.edits import Edits
from translate.source.loops import bare, declarations, names_in, squeezed, statements
from translate.source.parse import Node, Tree, parse

ROUNDS = 8


def without_constants(text: str) -> str:
    """The text with conditions between numbers decided, loops that never run left out, and steps of 1 as `++`."""
    for _ in range(ROUNDS):
        changed = _round(text)
        if changed == text:
            break
        text = changed
    return text


def number(tree: Tree, node: Node | None) -> int | None:
    """The value of an expression of whole numbers; None where there is anything else in it."""
    if node is None:
        return None
    inner = bare(node)
    if inner.type == "number_literal":
        text = tree.text(inner).rstrip("uUlL")
        return int(text) if text.isdecimal() else None
    if inner.type != "binary_expression":
        return None
    left, right = (number(tree, inner.child_by_field_name(name)) for name in ("left", "right"))
    operator = inner.child_by_field_name("operator")
    if left is None or right is None or operator is None:
        return None
    return _applied(operator.type, left, right)


def _applied(operator: str, left: int, right: int) -> int | None:
    if operator in ("/", "%"):
        return None if right == 0 else left // right if operator == "/" else left % right
    rules = {
        "+": left + right, "-": left - right, "*": left * right, ">>": left >> right if 0 <= right < 64 else None,
        "==": int(left == right), "!=": int(left != right), "<": int(left < right), ">": int(left > right),
        "<=": int(left <= right), ">=": int(left >= right),
    }  # fmt: skip
    return rules.get(operator)


def _round(text: str) -> str:
    tree = parse(text, language("cpp"))
    edits = Edits(tree)
    open_ = [tree.root]
    while open_:
        node = open_.pop()
        instead = _instead(tree, node)
        if instead is None:
            open_ += node.children
        else:
            edits.replace(node, instead)
    return edits.text(tree.root)


def _instead(tree: Tree, node: Node) -> str | None:
    if node.type == "if_statement":
        condition, body, other = (node.child_by_field_name(name) for name in ("condition", "consequence", "alternative"))
        value = number(tree, condition)
        if value is not None and body is not None:
            return tree.text(body) if value else tree.text(other.named_children[0]) if other is not None else ""
    if node.type == "for_statement" and _never_runs(tree, node):
        return ""
    if node.type == "compound_statement" and node.parent is not None and node.parent.type == "compound_statement":
        if not any(part.type == "declaration" for part in statements(node)):
            return "\n".join(tree.text(part) for part in statements(node))
    if node.type == "assignment_expression" and node.parent is not None and node.parent.type in ("for_statement", "expression_statement"):
        left, right, operator = (node.child_by_field_name(name) for name in ("left", "right", "operator"))
        if left is not None and operator is not None and operator.type == "+=" and left.type == "identifier" and number(tree, right) == 1:
            return f"{tree.text(left)}++"
    value = number(tree, node) if node.type == "binary_expression" else None
    if value is not None and value >= 0:
        return str(value)
    return _without_zero(tree, node) if node.type == "binary_expression" else None


def _without_zero(tree: Tree, node: Node) -> str | None:
    """`0 * x + i` without what adds nothing; for whole numbers, where thread indices stood."""
    left, right, operator = (node.child_by_field_name(name) for name in ("left", "right", "operator"))
    if left is None or right is None or operator is None:
        return None
    if operator.type == "+" and squeezed(tree.text(left)) == "0":
        return tree.text(right)
    if operator.type == "+" and squeezed(tree.text(right)) == "0":
        return tree.text(left)
    return None


def _never_runs(tree: Tree, loop: Node) -> bool:
    """Whether the first value of a loop's variable fails its condition."""
    first, condition = loop.child_by_field_name("initializer"), loop.child_by_field_name("condition")
    names = declarations(tree, first) if first is not None and first.type == "declaration" else []
    if len(names) != 1 or condition is None:
        return False
    value, test = number(tree, names[0].value), bare(condition)
    left, right, operator = (test.child_by_field_name(name) for name in ("left", "right", "operator"))
    if value is None or left is None or operator is None or tree.text(left) != names[0].name or list(names_in(tree, right or left)) != []:
        return False
    bound = number(tree, right)
    return bound is not None and _applied(operator.type, value, bound) == 0
