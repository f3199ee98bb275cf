"""What a call of a function of the same text hands over."""

from __future__ import annotations

from collections.abc import Callable

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.called import Called
from translate.corpus.rules.cpp_to_fortran.context import Context, field_of
from translate.corpus.rules.cpp_to_fortran.conversions import assigned, complex_number, converted, same_kind
from translate.corpus.rules.cpp_to_fortran.kinds import INT, TEXT, Kind, spelled
from translate.corpus.rules.cpp_to_fortran.places import place, subscripts, whole_number
from translate.corpus.rules.cpp_to_fortran.scope import Symbol
from translate.corpus.rules.cpp_to_fortran.terms import Term, added, bare, integer, name, plus
from translate.source.loops import bare as bare_node
from translate.source.parse import Node

Translate = Callable[[Context, Node], Term]


def arguments_for(c: Context, called: Called, given: list[Node], expression: Translate) -> list[Term]:
    """The arguments of a call of a function of the same text, of exactly its types, but for the object. Raises Declined."""
    given = [*given, *(one for one in called.defaults[len(given) :] if one is not None)]
    if len(given) != len(called.parameters):
        raise Declined("a call with other than all arguments")
    terms = []
    for at, node in enumerate(given):
        how, kind = called.parameters[at], called.kinds[at]
        if how in ("value", "constant"):
            terms.append(_value(c, node, kind, expression))
        elif how == "reference":
            terms.append(_reference(c, node, kind, expression))
        elif how == "pointee":
            terms.append(_pointee(c, node, kind, expression))
        elif how == "array":
            terms.append(_array(c, node, kind, called.ranks[at], expression))
        else:
            terms.append(_vector(c, node, kind, called.ranks[at], called.grows, expression))
    return terms


def _value(c: Context, node: Node, kind: Kind, expression: Translate) -> Term:
    node = bare_node(node)
    if kind.family == "derived":
        if node.type in ("call_expression", "binary_expression"):
            term = expression(c, node)
            return term if term.kind == kind else _exactly(term, kind)
        return _exactly(place(c, node, expression), kind)
    if kind.family == "complex" and node.type == "initializer_list":
        return complex_number(c, kind, [expression(c, one) for one in node.named_children])
    term = expression(c, node)
    return bare(assigned(c, converted(c, term, kind) if kind.is_number else term, kind))


def _reference(c: Context, node: Node, kind: Kind, expression: Translate) -> Term:
    term = place(c, bare_node(node), expression, whole=kind == TEXT)
    return _exactly(term, kind)


def _pointee(c: Context, node: Node, kind: Kind, expression: Translate) -> Term:
    inner = bare_node(node)
    if inner.type == "pointer_expression" and inner.children[0].type == "&":
        return _exactly(place(c, field_of(inner, "argument"), expression), kind)
    if inner.type == "identifier":
        symbol = c.names.known(c.text(inner))
        if symbol.pointee:
            return _exactly(name(symbol.name, symbol.kind), kind)
        if symbol.rank == 1 and not symbol.fixed:
            return _exactly(Term("element", symbol.kind, (name(symbol.name, symbol.kind), integer(1))), kind)
    raise Declined("a pointer of another form as an argument")


def _array(c: Context, node: Node, kind: Kind, rank: int, expression: Translate) -> Term:
    inner = _uncast(node)
    if c.text(inner) in ("nullptr", "NULL") and rank == 1:
        nothing = c.names.local("nothing", spelled(kind, c.style), Symbol("", kind, shape=("0",), rank=1))
        return name(nothing.name, kind)
    if inner.type == "call_expression":
        function = field_of(inner, "function")
        if function.type != "field_expression" or c.text(field_of(function, "field")) != "data":
            raise Declined("a pointer of another form as an argument")
        inner = field_of(function, "argument")
    if inner.type == "pointer_expression" and inner.children[0].type == "&":
        inner = bare_node(field_of(inner, "argument"))
        if inner.type != "subscript_expression" or rank > 1:
            raise Declined("a pointer to a variable as an array")
        return _exactly(place(c, inner, expression), kind)
    if inner.type == "binary_expression" and field_of(inner, "operator").type == "+" and rank == 1:
        base = bare_node(field_of(inner, "left"))
        symbol = c.names.known(c.text(base)) if base.type == "identifier" else None
        if symbol is not None and symbol.rank == 1 and not symbol.width and not symbol.fixed:
            start = whole_number(expression(c, field_of(inner, "right")))
            return _exactly(Term("element", symbol.kind, (name(symbol.name, symbol.kind), plus(start, 1))), kind)
    if inner.type == "identifier":
        symbol = c.names.known(c.text(inner))
        if symbol.alias and rank == 1:
            return _exactly(place(c, inner, expression, whole=True), kind)
        # A flat parameter takes an array of any rank, element by element.
        if symbol.rank and (rank == 1 or symbol.rank == rank) and not symbol.fixed:
            return _exactly(name(symbol.name, symbol.kind), kind)
    if inner.type == "field_expression":
        return _exactly(place(c, inner, expression, whole=True), kind)
    raise Declined("a pointer of another form as an argument")


def _no_elements(c: Context, kind: Kind) -> Term:
    return Term("raw", kind, (), f"[{spelled(kind, c.style)} ::]")


def _uncast(node: Node) -> Node:
    """The pointer within `const_cast<double*>(p)`."""
    inner = bare_node(node)
    function = inner.child_by_field_name("function") if inner.type == "call_expression" else None
    if function is not None and function.type == "template_function" and (function.text or b"").startswith((b"const_cast", b"static_cast")):
        given = field_of(inner, "arguments").named_children
        return bare_node(given[0]) if len(given) == 1 else inner
    return inner


def _vector(c: Context, node: Node, kind: Kind, rank: int, grows: bool, expression: Translate) -> Term:
    inner = bare_node(node)
    if inner.type == "identifier":
        symbol = c.names.known(c.text(inner))
        if symbol.rank != rank or not (symbol.vector or symbol.shape) or (grows and (not symbol.vector or symbol.fixed)):
            raise Declined("a container of another form as an argument")
        return _exactly(_section(symbol, []), kind)
    if inner.type == "initializer_list" and rank == 1:
        if not inner.named_children:
            return _no_elements(c, kind)
        values = [bare(converted(c, assigned(c, expression(c, one), kind), kind)) for one in inner.named_children]
        return Term("array", kind, tuple(values))
    if inner.type == "subscript_expression":
        base, indices = subscripts(inner)
        owner = c.names.known(c.text(base)) if base.type == "identifier" else None
        if owner is not None and owner.vector and owner.rank - len(indices) == rank:
            last = [added("+", whole_number(expression(c, one)), integer(1), INT) for one in reversed(indices)]
            return _exactly(_section(owner, last), kind)
    if inner.type == "field_expression":
        return _exactly(place(c, inner, expression, whole=True), kind)
    if inner.type == "call_expression" and not grows:
        term = expression(c, inner)
        if same_kind(term.kind, kind) and term.op == "call":
            return term
    raise Declined("a container of another form as an argument")


def _section(symbol: Symbol, last: list[Term]) -> Term:
    fixed = (*last, *symbol.fixed)
    base = name(symbol.name, symbol.kind)
    if not fixed:
        return base
    return Term("element", symbol.kind, (base, *[Term("raw", INT, (), ":")] * (symbol.rank - len(last)), *fixed))


def _exactly(term: Term, kind: Kind) -> Term:
    if not same_kind(term.kind, kind) or term.op not in ("name", "element", "member"):
        raise Declined("an argument of another type")
    return term
