"""Methods that only say where something is, `double& at(int i, int j)`, in the place of their calls."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.called import Called
from translate.corpus.rules.cpp_to_fortran.context import Context, field_of
from translate.corpus.rules.cpp_to_fortran.scope import Symbol
from translate.corpus.rules.cpp_to_fortran.terms import Term, bare
from translate.source.loops import bare as bare_node
from translate.source.loops import declarations
from translate.source.parse import Node

Place = Callable[..., Term]
Translate = Callable[[Context, Node], Term]


def place_of_call(c: Context, node: Node, place: Place, expression: Translate) -> Term | None:
    """The place that a call returns a reference to; None where it returns a value of its own. Raises Declined."""
    found = _method(c, node, place, expression)
    if found is None:
        return None
    called, subject, given = found
    assert called.node is not None
    returned = _only_return(called.node)
    names = [one.name for child in _parameters(called.node) for one in declarations(c.tree, child)]
    if returned is None or len(names) != len(given):
        raise Declined("a reference that is computed")
    args = [bare(expression(c, one)) for one in given]
    members = {
        c_name: replace(symbol, name=c.fortran(Term("member", symbol.kind, (subject,), symbol.name)), role="member")
        for c_name, symbol in c.structures[subject.kind.name].items()
    }
    parameters = {name: Symbol("", arg.kind, element=arg) for name, arg in zip(names, args, strict=True)}
    kept, c.names.blocks = c.names.blocks, [c.names.blocks[0], members, parameters]
    try:
        return place(c, returned, expression)
    finally:
        c.names.blocks = kept


def _method(c: Context, node: Node, place: Place, expression: Translate) -> tuple[Called, Term, list[Node]] | None:
    if node.type == "subscript_expression":
        subject_node, given, word = field_of(node, "argument"), field_of(node, "indices").named_children, "operator[]"
    else:
        function = field_of(node, "function")
        given = field_of(node, "arguments").named_children
        member = function.type == "field_expression"
        subject_node = field_of(function, "argument") if member else function
        word = c.text(field_of(function, "field")) if member else "operator()"
    if subject_node.type not in ("identifier", "field_expression") or not any(key.endswith(f"::{word}") for key in c.functions):
        return None
    if subject_node.type == "identifier" and c.names.find(c.text(subject_node)) is None:
        return None
    subject = place(c, subject_node, expression, whole=True)
    owner = next((one for one in c.classes.values() if one.kind == subject.kind), None)
    called = c.functions.get(f"{owner.name}::{word}") if owner is not None else None
    fitting = [one for one in called.all() if one.node is not None and _returns_reference(one.node)] if called is not None else []
    return (fitting[0], subject, given) if fitting else None


def _returns_reference(function: Node) -> bool:
    return field_of(function, "declarator").type == "reference_declarator"


def _only_return(function: Node) -> Node | None:
    inside = [child for child in field_of(function, "body").named_children if child.type != "comment"]
    if len(inside) != 1 or inside[0].type != "return_statement" or not inside[0].named_children:
        return None
    return bare_node(inside[0].named_children[0])


def _parameters(function: Node) -> list[Node]:
    head = field_of(function, "declarator").named_children[-1]
    return [one for one in field_of(head, "parameters").named_children if one.type == "parameter_declaration"]
