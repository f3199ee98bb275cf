"""Syntax trees of Fortran expressions as values."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from translate.corpus.rules import Declined
from translate.corpus.rules.fortran_to_cpp.syntax import (
    Apply,
    Binary,
    Expression,
    ImpliedDo,
    Integer,
    Keyword,
    Logical,
    Member,
    Name,
    Pair,
    Range,
    Real,
    Sequence,
    Text,
    Unary,
)
from translate.source.parse import Node, Tree

OPERATORS = {
    ".eq.": "==", ".ne.": "!=", ".lt.": "<", ".le.": "<=", ".gt.": ">", ".ge.": ">=", "/=": "!=",
    ".and.": "&&", ".or.": "||", ".eqv.": "eqv", ".neqv.": "neqv", ".not.": "!",
}  # fmt: skip


def expression(tree: Tree, node: Node) -> Expression:
    """What `node` says. Raises Declined for what has no value here."""
    reader = _READERS.get(node.type)
    if reader is None:
        raise Declined(f"expression {node.type}")
    return reader(tree, node)


def operands(node: Node) -> list[Node]:
    """The named children that are not comments."""
    return [child for child in node.children if child.is_named and child.type not in ("comment", "&")]


def arguments(tree: Tree, node: Node) -> tuple[Expression, ...]:
    """What stands between the parentheses of a call, an element or a section."""
    found: list[Expression] = []
    for child in operands(node):
        if child.type == "keyword_argument":
            found.append(keyword(tree, child))
        elif child.type == "extent_specifier":
            found.append(extent(tree, child))
        else:
            found.append(expression(tree, child))
    return tuple(found)


def keyword(tree: Tree, node: Node) -> Keyword:
    """`name = value`."""
    name, value = node.child_by_field_name("name"), node.child_by_field_name("value")
    if name is None or value is None:
        raise Declined("keyword argument")
    return Keyword(tree.text(name).lower(), Text("*") if value.type == "assumed_size" else expression(tree, value))


def extent(tree: Tree, node: Node) -> Range:
    """`first:last:step`, each of which may be missing."""
    parts: list[Expression | None] = [None]
    for child in node.children:
        if child.type == ":":
            parts.append(None)
        elif child.type == "::":
            parts += [None, None]
        elif child.is_named and child.type != "comment":
            if child.type == "assumed_size":
                return Range(parts[0], Text("*"))
            parts[-1] = expression(tree, child)
    parts += [None] * (3 - len(parts))
    return Range(*parts[:3])


def text_of(tree: Tree, node: Node) -> str:
    """The characters of a string literal."""
    text = tree.text(node)
    if text[:1] not in "'\"" or "\n" in text:
        raise Declined("string literal of another kind")
    return text[1:-1].replace(text[0] * 2, text[0])


def _name(tree: Tree, node: Node) -> Expression:
    return Name(tree.text(node).lower())


def _number(tree: Tree, node: Node) -> Expression:
    text, _, kind = tree.text(node).replace(" ", "").lower().partition("_")
    if text.isdigit():
        return Integer(int(text), kind)
    if "d" in text:
        return Real(text.replace("d", "e"), "d")
    if not all(c.isdigit() or c in ".e+-" for c in text):
        raise Declined("number literal")
    return Real(text, kind)


def _application(tree: Tree, node: Node) -> Expression:
    base, *lists = operands(node)
    result = expression(tree, base)
    if isinstance(result, Name) and base.child_count:
        result = Name(tree.text(base).lower())
    for inner in lists:
        if inner.type != "argument_list":
            raise Declined("call")
        result = Apply(result, arguments(tree, inner))
    if not lists:
        raise Declined("call")
    return result


def _binary(tree: Tree, node: Node) -> Expression:
    sides = [node.child_by_field_name(name) for name in ("left", "right", "operator", "argument")]
    left, right, operator, argument = sides
    if operator is None or right is None and argument is None:
        raise Declined("operator")
    sign = tree.text(operator).replace(" ", "").lower()
    sign = OPERATORS.get(sign, sign)
    if sign.startswith("."):
        raise Declined("operator of its own")
    if argument is not None:
        return Unary(sign, expression(tree, argument))
    assert left is not None and right is not None
    if sign == "**" and right.type == "unary_expression" and operands(right)[-1].type == "math_expression":
        # The grammar takes more into the exponent than compilers do.
        raise Declined("a signed exponent without parentheses")
    if sign == "**" and left.type == "math_expression":
        return _power(expression(tree, left), expression(tree, right))
    return Binary(sign, expression(tree, left), expression(tree, right))


def _power(left: Expression, right: Expression) -> Expression:
    """Powers group from the right, and the grammar groups them from the left."""
    if isinstance(left, Binary) and left.operator == "**":
        return Binary("**", left.left, _power(left.right, right))
    return Binary("**", left, right)


def _unary(tree: Tree, node: Node) -> Expression:
    # In data statements the sign and the number have no field names.
    operator, argument = node.children[0], operands(node)[-1]
    if node.child_count != 2:
        raise Declined("operator")
    inner = expression(tree, argument)
    if tree.text(operator) == "+":
        return inner
    if isinstance(inner, Binary) and inner.operator in "+-" and argument.type == "math_expression":
        return Binary(inner.operator, Unary("-", inner.left), inner.right)
    return Unary("-", inner)


def _parenthesised(tree: Tree, node: Node) -> Expression:
    (inner,) = operands(node)
    return expression(tree, inner)


def _member(tree: Tree, node: Node) -> Expression:
    base, member = operands(node)
    return Member(expression(tree, base), tree.text(member).lower())


def _complex(tree: Tree, node: Node) -> Expression:
    real, imaginary = operands(node)
    return Pair(expression(tree, real), expression(tree, imaginary))


def _sequence(tree: Tree, node: Node) -> Expression:
    if any(child.type in ("intrinsic_type", "derived_type") for child in operands(node)):
        raise Declined("array constructor with a type")
    return Sequence(tuple(expression(tree, child) for child in operands(node)))


def _implied(tree: Tree, node: Node) -> Expression:
    *items, control = operands(node)
    if control.type != "loop_control_expression":
        raise Declined("implied do")
    variable, first, last, *step = (expression(tree, child) for child in operands(control))
    if not isinstance(variable, Name):
        raise Declined("implied do")
    return ImpliedDo(tuple(expression(tree, item) for item in items), variable.name, first, last, step[0] if step else None)


def _logical(tree: Tree, node: Node) -> Expression:
    return Logical("true" in tree.text(node).lower())


def _string(tree: Tree, node: Node) -> Expression:
    return Text(text_of(tree, node))


def children_of(tree: Tree, node: Node) -> Iterator[Expression]:
    """Each operand of `node` in order."""
    return (expression(tree, child) for child in operands(node))


_READERS: dict[str, Callable[[Tree, Node], Expression]] = {
    "identifier": _name,
    "name": _name,
    "number_literal": _number,
    "string_literal": _string,
    "boolean_literal": _logical,
    "complex_literal": _complex,
    "call_expression": _application,
    "math_expression": _binary,
    "relational_expression": _binary,
    "logical_expression": _binary,
    "concatenation_expression": _binary,
    "unary_expression": _unary,
    "parenthesized_expression": _parenthesised,
    "derived_type_member_expression": _member,
    "array_literal": _sequence,
    "implied_do_loop_expression": _implied,
    "extent_specifier": extent,
}
