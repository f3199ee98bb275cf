"""Methods of containers, texts and complex numbers as intrinsic functions."""

from __future__ import annotations

from collections.abc import Callable

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.calls import library_call
from translate.corpus.rules.cpp_to_fortran.context import Context, field_of
from translate.corpus.rules.cpp_to_fortran.conversions import as_number, same_kind
from translate.corpus.rules.cpp_to_fortran.kinds import BOOL, INT, TEXT, TEXTS
from translate.corpus.rules.cpp_to_fortran.places import array_at, held, place, section, subscripts, symbol_at
from translate.corpus.rules.cpp_to_fortran.strings import text_method
from translate.corpus.rules.cpp_to_fortran.supplied import supplied, supplied_equal
from translate.corpus.rules.cpp_to_fortran.terms import Term, added, call, integer, name
from translate.source.parse import Node

Translate = Callable[[Context, Node], Term]


def method_value(c: Context, function: Node, given: list[Node], expression: Translate) -> Term:
    """The value of a method of a container, a text or a complex number. Raises Declined."""
    subject, name = field_of(function, "argument"), c.text(field_of(function, "field"))
    term = _subject(c, subject, expression)
    symbol = symbol_at(c, subject, expression)
    if symbol is not None and (name, symbol.role) in (("what", "exception"), ("str", "stream")) and not given:
        return term
    if term.kind == TEXT and not (symbol is not None and symbol.rank):
        return text_method(c, term, name, [expression(c, child) for child in given])
    if name in ("size", "length") and not given:
        if symbol is not None and symbol.rank:
            return call("size", INT, term, *([integer(symbol.rank)] if symbol.rank > 1 or symbol.fixed else []))
        if term.op == "section":
            return call("size", INT, *term.args)
    if name in ("real", "imag") and term.kind.family == "complex" and not given:
        found = library_call(c, name, [term], True)
        if found is not None:
            return found
    if name == "empty" and symbol is not None and symbol.vector:
        return Term("==", BOOL, (call("size", INT, term), integer(0)))
    if name == "at" and len(given) == 1 and symbol is not None and symbol.rank == 1 and term.kind.family != "character":
        return held(Term("element", term.kind, (term, added("+", as_number(expression(c, given[0])), integer(1), INT))))
    if name in ("front", "back") and symbol is not None and symbol.rank == 1 and symbol.vector:
        return held(Term("element", term.kind, (term, integer(1) if name == "front" else call("size", INT, term))))
    raise Declined(f"method {name}")


def _subject(c: Context, node: Node, expression: Translate) -> Term:
    """What a method is called on; for `a[i]` of an array of rows, the array and the dimension that is asked for."""
    if node.type == "subscript_expression":
        base, indices = subscripts(node)
        owner = c.names.find(c.text(base)) if base.type == "identifier" else None
        if owner is not None and owner.rank > len(indices) and owner.vector and not owner.fixed:
            return Term("section", owner.kind, (name(owner.name, owner.kind), integer(owner.rank - len(indices))))
    if node.type == "call_expression" and (term := expression(c, node)).kind == TEXT:
        return term
    return place(c, node, expression, whole=True)


def arrays_equal(c: Context, node: Node, expression: Translate) -> Term | None:
    """Whether two containers hold the same; None where the operands are none."""
    sides = [array_at(c, field_of(node, side), expression) for side in ("left", "right")]
    left, right = sides
    if left is None or right is None:
        return None
    if left.kind == right.kind == TEXTS and left.rank == right.rank == 1 and not left.fixed and not right.fixed:
        return supplied(c, "same_texts", BOOL, section(left), section(right))
    if left.rank != right.rank or not same_kind(left.kind, right.kind) or not left.kind.is_number:
        raise Declined("containers of two types compared")
    if left.vector or right.vector:
        if left.rank > 1 or left.fixed or right.fixed or left.kind.family == "complex":
            raise Declined("containers of two lengths compared")
        return supplied_equal(c, section(left), section(right))
    equal = ".eqv." if left.kind.family == "logical" else "=="
    return call("all", BOOL, Term(equal, BOOL, (section(left), section(right))))
