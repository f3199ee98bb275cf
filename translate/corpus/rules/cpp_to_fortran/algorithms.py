"""Algorithms of the C++ library that change a range."""

from __future__ import annotations

from collections.abc import Callable

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.context import Context, field_of
from translate.corpus.rules.cpp_to_fortran.conversions import as_number, assigned, converted, same_kind
from translate.corpus.rules.cpp_to_fortran.expressions import expression
from translate.corpus.rules.cpp_to_fortran.kinds import INT, spelled
from translate.corpus.rules.cpp_to_fortran.places import whole_number
from translate.corpus.rules.cpp_to_fortran.ranges import Range, applied, length, range_of, starting_at
from translate.corpus.rules.cpp_to_fortran.scope import Symbol
from translate.corpus.rules.cpp_to_fortran.terms import Term, added, bare, integer, name, plus
from translate.source.loops import bare as bare_node
from translate.source.parse import Node


def range_statement(c: Context, function: str, given: list[Node]) -> bool:
    """Put an algorithm that changes a range; False where it is none. Raises Declined."""
    known = STATEMENTS.get(function)
    if known is None or len(given) < 2:
        return False
    known(c, given)
    return True


def _fill(c: Context, given: list[Node]) -> None:
    _set(c, range_of(c, given[0], given[1], expression), given[2])


def _fill_so_many(c: Context, given: list[Node]) -> None:
    _set(c, starting_at(c, given[0], whole_number(expression(c, given[1])), expression), given[2])


def _set(c: Context, found: Range, value: Node) -> None:
    c.put(f"{c.fortran(found.term())} = {c.fortran(assigned(c, expression(c, value), found.symbol.kind))}")


def _copy(c: Context, given: list[Node]) -> None:
    source = range_of(c, given[0], given[1], expression)
    _store(c, starting_at(c, given[2], length(c, source), expression), source.term())


def _copy_so_many(c: Context, given: list[Node]) -> None:
    count = whole_number(expression(c, given[1]))
    _store(c, starting_at(c, given[2], count, expression), starting_at(c, given[0], count, expression).term())


def _copy_bytes(c: Context, given: list[Node]) -> None:
    """`memcpy(to, from, n * sizeof(T))`."""
    count = _elements(c, given[2])
    _store(c, starting_at(c, given[0], count, expression), starting_at(c, given[1], count, expression).term())


def _set_bytes(c: Context, given: list[Node]) -> None:
    if c.text(given[1]) not in ("0", "0.0"):
        raise Declined("memset to anything but zero")
    found = starting_at(c, given[0], _elements(c, given[2]), expression)
    zero = assigned(c, integer(0), found.symbol.kind)
    c.put(f"{c.fortran(found.term())} = {c.fortran(zero)}")


def _elements(c: Context, node: Node) -> Term:
    """The factor of `sizeof` in a number of bytes."""
    node = bare_node(node)
    if node.type == "binary_expression" and field_of(node, "operator").type == "*":
        left, right = field_of(node, "left"), field_of(node, "right")
        if bare_node(left).type == "sizeof_expression":
            left, right = right, left
        if bare_node(right).type == "sizeof_expression":
            return whole_number(expression(c, left))
    raise Declined("a number of bytes")


def _store(c: Context, target: Range, value: Term) -> None:
    if not same_kind(value.kind, target.symbol.kind) and not (value.kind.is_number and target.symbol.kind.is_number):
        raise Declined("ranges of two types")
    c.put(f"{c.fortran(target.term())} = {c.fortran(assigned(c, value, target.symbol.kind))}")


def _transform(c: Context, given: list[Node]) -> None:
    source = range_of(c, given[0], given[1], expression)
    args = [source.term()]
    if len(given) == 5:
        args.append(starting_at(c, given[2], length(c, source), expression).term())
    _store(c, starting_at(c, given[-2], length(c, source), expression), bare(applied(c, given[-1], args, expression)))


def _iota(c: Context, given: list[Node]) -> None:
    found = range_of(c, given[0], given[1], expression)
    first = bare(converted(c, as_number(expression(c, given[2])), found.symbol.kind))
    index = c.names.local("i", spelled(INT, c.style), Symbol("", INT, role="loop"))
    base = name(found.symbol.name, found.symbol.kind)
    at = plus(added("+", found.first, name(index.name, INT), INT) if found.first.text != "0" else name(index.name, INT), 0)
    element = Term("element", found.symbol.kind, (base, at, *found.symbol.fixed))
    value = Term("+", found.symbol.kind, (first, plus(name(index.name, INT), -1)))
    c.within(
        f"do {index.name} = 1, {c.fortran(length(c, found))}",
        lambda: c.put(f"{c.fortran(element)} = {c.fortran(assigned(c, value, found.symbol.kind))}"),
        "end do",
    )


def _reverse(c: Context, given: list[Node]) -> None:
    found = range_of(c, given[0], given[1], expression)
    base = name(found.symbol.name, found.symbol.kind)
    last = found.last or Term("call", INT, (base,), "size")
    back = Term("range", INT, (last, plus(found.first, 1), integer(-1)))
    c.put(f"{c.fortran(found.term())} = {c.fortran(Term('element', found.symbol.kind, (base, back, *found.symbol.fixed)))}")


def _sort(c: Context, given: list[Node]) -> None:
    """An insertion sort, in place."""
    found = range_of(c, given[0], given[1], expression)
    kind, base = found.symbol.kind, name(found.symbol.name, found.symbol.kind)
    if kind.family not in ("integer", "real") or len(given) > 3 or found.symbol.fixed:
        raise Declined("a sort of what has no order")
    down = len(given) == 3 and c.text(given[2]).removeprefix("std::").startswith("greater<")
    if len(given) == 3 and not down:
        raise Declined("a sort by a function")
    i, j = (c.names.local(letter, spelled(INT, c.style), Symbol("", INT, role="loop")).name for letter in "ij")
    kept = c.names.local("kept", spelled(kind, c.style), Symbol("", kind)).name
    array, first = c.fortran(base), c.fortran(plus(found.first, 1))
    last = c.fortran(found.last) if found.last is not None else f"size({array})"
    c.used.add("size")

    def outer() -> None:
        c.put(f"{kept} = {array}({i})")
        c.put(f"{j} = {i} - 1")
        c.within(f"do while ({j} >= {first})", inner, "end do")
        c.put(f"{array}({j} + 1) = {kept}")

    def inner() -> None:
        c.put(f"if ({array}({j}) {'>=' if down else '<='} {kept}) exit")
        c.put(f"{array}({j} + 1) = {array}({j})")
        c.put(f"{j} = {j} - 1")

    c.within(f"do {i} = {first} + 1, {last}", outer, "end do")




STATEMENTS: dict[str, Callable[[Context, list[Node]], None]] = {
    "fill": _fill, "fill_n": _fill_so_many, "copy": _copy, "copy_n": _copy_so_many, "memcpy": _copy_bytes, "memmove": _copy_bytes,
    "memset": _set_bytes, "transform": _transform, "iota": _iota, "reverse": _reverse, "sort": _sort, "stable_sort": _sort,
}  # fmt: skip
