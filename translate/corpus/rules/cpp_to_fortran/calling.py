"""Calls of the functions, methods and constructors of the same text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.arguments import arguments_for
from translate.corpus.rules.cpp_to_fortran.called import Called, Class
from translate.corpus.rules.cpp_to_fortran.context import Context, field_of
from translate.corpus.rules.cpp_to_fortran.conversions import same_kind
from translate.corpus.rules.cpp_to_fortran.inlining import place_of_call
from translate.corpus.rules.cpp_to_fortran.places import place
from translate.corpus.rules.cpp_to_fortran.templates import instance
from translate.corpus.rules.cpp_to_fortran.terms import Term, call, name
from translate.source.loops import bare as bare_node
from translate.source.parse import Node

Translate = Callable[[Context, Node], Term]


@dataclass(frozen=True, slots=True)
class Callee:
    """A function of the text, and the object that it is called on."""

    called: Called
    receiver: Term | None = None


def callee_of(c: Context, function: Node, expression: Translate) -> Callee | None:
    """What a call means if the text says it; None where it means something else."""
    if function.type == "field_expression":
        if not any(key.endswith(f"::{c.text(field_of(function, 'field'))}") for key in c.functions):
            return None
        subject = object_of(c, field_of(function, "argument"), expression)
        owner = class_of(c, subject) if subject is not None else None
        called = c.functions.get(f"{owner.name}::{c.text(field_of(function, 'field'))}") if owner is not None else None
        while called is None and owner is not None and owner.base is not None and subject is not None:
            owner = owner.base
            subject = Term("member", owner.kind, (subject,), owner.kind.name)
            called = c.functions.get(f"{owner.name}::{c.text(field_of(function, 'field'))}")
        if called is not None and called.changes_object and subject is not None and subject.op == "call":
            raise Declined("a method that changes an object without a name")
        return Callee(called, subject if called.of_object else None) if called is not None else None
    plain = function.child_by_field_name("name") if function.type == "template_function" else function
    called = c.called(c.text(plain or function))
    if called is None:
        return None
    if called.template:
        call = function.parent
        given = field_of(call, "arguments").named_children if call is not None else []
        called = instance(c, called.name, function, given, expression)
    if not called.of_object:
        return Callee(called)
    if not c.self_name or c.owner is None:
        raise Declined("a method without its object")
    subject, owner, plain_name = name(c.self_name, c.owner.kind), c.owner, c.plain(c.text(function))
    while owner.base is not None and f"{owner.name}::{plain_name}" not in c.functions and owner.name != plain_name.rpartition("::")[0]:
        owner = owner.base
        subject = Term("member", owner.kind, (subject,), owner.kind.name)
    return Callee(called, subject)


def object_of(c: Context, node: Node, expression: Translate) -> Term | None:
    """The object before the dot; None where it is no place."""
    node = bare_node(node)
    if node.type == "call_expression" and (found := place_of_call(c, node, place, expression)) is not None:
        return found
    if node.type in ("call_expression", "binary_expression"):
        term = expression(c, node)
        return term if term.kind.family == "derived" else None
    return place(c, node, expression, whole=True)


def class_of(c: Context, term: Term) -> Class | None:
    """The class of a value."""
    if term.kind.family != "derived":
        return None
    return next((one for one in c.classes.values() if one.kind == term.kind), None)


def referred(c: Context, callee: Callee, given: list[Node], expression: Translate) -> Term:
    """The function reference. Raises Declined."""
    called = chosen(c, callee.called, given, expression)
    first = [callee.receiver] if callee.receiver is not None else []
    return call(called.name, called.kind, *first, *arguments_for(c, called, given, expression))


def chosen(c: Context, called: Called, given: list[Node], expression: Translate) -> Called:
    """Which of the functions of one name the call means. Raises Declined."""
    able = called.taking(len(given))
    if len(able) == 1:
        return able[0]
    if not able:
        raise Declined("a call with other than all arguments")
    fitting = sorted(((_fit(c, one, given, expression), at) for at, one in enumerate(able)), reverse=True)
    tied = [able[at] for fit, at in fitting if fit == fitting[0][0]]
    # For constant objects and for others C++ has the same once more.
    if len({c.text(body) if (body := _body(one)) is not None else one.name for one in tied}) > 1:
        raise Declined("a call that may mean two functions")
    return tied[-1]


def _body(called: Called) -> Node | None:
    return called.node.child_by_field_name("body") if called.node is not None else None


def _fit(c: Context, called: Called, given: list[Node], expression: Translate) -> int:
    """How many arguments are of exactly the type."""
    return sum(
        _fits(c, node, called, at, expression) for at, node in enumerate(given)
    )


def _fits(c: Context, node: Node, called: Called, at: int, expression: Translate) -> bool:
    symbol = c.names.find(c.text(node)) if node.type == "identifier" else None
    rank = called.ranks[at] if called.parameters[at] in ("array", "vector", "copy") else 0
    if symbol is not None:
        return symbol.rank == rank and same_kind(symbol.kind, called.kinds[at])
    if rank:
        return False
    after, c.after = c.after, []
    try:
        return same_kind(expression(c, node).kind, called.kinds[at])
    finally:
        c.after = after
