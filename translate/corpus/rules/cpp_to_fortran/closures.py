"""Lambdas with a name: one that is a single expression stands in the place of its calls."""

from __future__ import annotations

from collections.abc import Callable

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.context import Context, changed_names, field_of
from translate.corpus.rules.cpp_to_fortran.conversions import assigned, converted
from translate.corpus.rules.cpp_to_fortran.kinds import VOID
from translate.corpus.rules.cpp_to_fortran.scope import Symbol
from translate.corpus.rules.cpp_to_fortran.terms import Term, bare
from translate.source.loops import declarations
from translate.source.parse import Node, walk

Translate = Callable[[Context, Node], Term]


def remember_lambda(c: Context, c_name: str, value: Node) -> None:
    """Let the name stand for the lambda. Raises Declined."""
    if _only_expression(value) is None:
        raise Declined("a lambda of more than one expression")
    taken = _taken(c, value)
    if taken & c.changed and not _by_reference(c, value):
        raise Declined("a lambda that keeps a value that changes")
    c.names.bind(c_name, Symbol("", VOID, role="lambda", made_by=value))


def lambda_call(c: Context, c_name: str, given: list[Node], expression: Translate) -> Term | None:
    """What a call of a named lambda comes to; None where the name is none."""
    symbol = c.names.find(c_name)
    if symbol is None or symbol.made_by is None:
        return None
    value = symbol.made_by
    returned = _only_expression(value)
    parameters = [one for one in walk(field_of(value, "declarator")) if one.type == "parameter_declaration"]
    found = [one for parameter in parameters for one in declarations(c.tree, parameter)]
    if returned is None or len(found) != len(given):
        raise Declined("a lambda called in another way")
    args = [bare(expression(c, node)) for node in given]
    bound = {}
    for one, arg in zip(found, args, strict=True):
        if one.shape not in ("", "&") or not (arg.kind.is_number or arg.kind.family == "character"):
            raise Declined("a lambda of more than values")
        kind = arg.kind if "auto" in one.type else c.kind(one.type)
        bound[one.name] = Symbol("", kind, element=Term("paren", kind, (converted(c, arg, kind) if kind.is_number else arg,)))
    c.names.blocks.append(bound)
    term = expression(c, returned)
    c.names.blocks.pop()
    result = next((one for one in walk(field_of(value, "declarator")) if one.type == "trailing_return_type"), None)
    return assigned(c, term, c.kind(c.text(result.named_children[0]))) if result is not None else term


def _only_expression(value: Node) -> Node | None:
    body = field_of(value, "body")
    inside = [child for child in body.named_children if child.type != "comment"]
    if len(inside) != 1 or inside[0].type != "return_statement" or not inside[0].named_children:
        return None
    return inside[0].named_children[0]


def _taken(c: Context, value: Node) -> set[str]:
    return {c.text(leaf) for leaf in walk(field_of(value, "body")) if leaf.type == "identifier"} | changed_names(c.tree, value)


def _by_reference(c: Context, value: Node) -> bool:
    captures = value.child_by_field_name("captures")
    return captures is not None and "&" in c.text(captures) and "=" not in c.text(captures)
