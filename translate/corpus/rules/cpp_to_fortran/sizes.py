"""`sizeof`: of types and variables in bytes, of an array by its element as its length."""

from __future__ import annotations

from collections.abc import Callable

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.context import Context, field_of
from translate.corpus.rules.cpp_to_fortran.kinds import INT, LETTER, Kind
from translate.corpus.rules.cpp_to_fortran.places import symbol_at
from translate.corpus.rules.cpp_to_fortran.terms import Term, call, integer, name
from translate.source.loops import bare as bare_node
from translate.source.parse import Node

Translate = Callable[[Context, Node], Term]
SIZE = Kind("integer", 8, True)


def element_count(c: Context, node: Node, expression: Translate) -> Term | None:
    """`sizeof(a) / sizeof(a[0])`; None where it is something else."""
    left, right = (bare_node(field_of(node, side)) for side in ("left", "right"))
    if left.type != "sizeof_expression" or right.type != "sizeof_expression":
        return None
    value = left.child_by_field_name("value")
    symbol = symbol_at(c, value, expression) if value is not None else None
    if symbol is None or symbol.rank != 1 or symbol.vector or symbol.role == "dummy":
        raise Declined("sizeof a container")
    return call("size", INT, name(symbol.name, symbol.kind))


def size_of(c: Context, node: Node, expression: Translate) -> Term:
    """`sizeof`, in bytes. Raises Declined."""
    kind = node.child_by_field_name("type")
    if kind is not None:
        return integer(_bytes(c.kind(c.text(kind))), SIZE)
    value = bare_node(field_of(node, "value"))
    symbol = symbol_at(c, value, expression)
    if symbol is not None and symbol.rank:
        if symbol.vector or symbol.role == "dummy":
            raise Declined("sizeof a container")
        return Term("*", SIZE, (call("size", INT, name(symbol.name, symbol.kind)), integer(_bytes(symbol.kind))))
    if symbol is None and c.text(value) in c.types:
        return integer(_bytes(c.types[c.text(value)]), SIZE)
    return integer(_bytes(expression(c, value).kind), SIZE)


def limit_of(c: Context, text: str) -> Term:
    """`numeric_limits<T>::max()` and its kin. Raises Declined."""
    kind_text, _, word = text.removeprefix("numeric_limits<").rpartition(">::")
    kind = c.kind(kind_text)
    if kind.family not in ("integer", "real") or kind.unsigned or kind.size < 4:
        raise Declined("a limit of another type")
    sample = Term("number", kind, (), "0" if kind.family == "integer" else "1.0")
    if word == "max":
        return call("huge", kind, sample)
    if word in ("lowest", "min") and kind.family == "integer":
        lowest = Term("neg", kind, (call("huge", kind, sample),))
        return Term("-", kind, (lowest, integer(1, kind)))
    if word == "lowest":
        return Term("neg", kind, (call("huge", kind, sample),))
    if word in ("min", "epsilon") and kind.family == "real":
        return call("tiny" if word == "min" else "epsilon", kind, sample)
    raise Declined(f"the limit {word}")


def _bytes(kind: Kind) -> int:
    if kind.family not in ("integer", "real", "complex", "logical") and kind != LETTER:
        raise Declined("sizeof what has another size in Fortran")
    return {"logical": 1, "complex": 2 * kind.size}.get(kind.family, kind.size)
