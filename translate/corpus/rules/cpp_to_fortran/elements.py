"""`for (x : container)` as a loop over subscripts."""

from __future__ import annotations

from collections.abc import Callable

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.context import Context, changed_names, field_of, root_name
from translate.corpus.rules.cpp_to_fortran.expressions import expression
from translate.corpus.rules.cpp_to_fortran.kinds import INT, LETTER, TEXT, spelled
from translate.corpus.rules.cpp_to_fortran.places import array_at, held, section, symbol_at
from translate.corpus.rules.cpp_to_fortran.scope import Symbol
from translate.corpus.rules.cpp_to_fortran.terms import Term, name
from translate.source.loops import bare as bare_node
from translate.source.parse import Node

PLACES = ("identifier", "field_expression", "subscript_expression", "qualified_identifier")


def range_loop(c: Context, node: Node, loop_body: Callable[..., None]) -> None:
    """Put `for (x : container)` as a loop over subscripts, the element standing where `x` stood. Raises Declined."""
    body, container = field_of(node, "body"), bare_node(field_of(node, "right"))
    declarator = field_of(node, "declarator")
    by_reference = declarator.type == "reference_declarator"
    inner = declarator.named_children[-1] if by_reference else declarator
    if inner.type != "identifier" or container.type not in PLACES:
        raise Declined("a loop over what is no container by name")
    symbol = array_at(c, container, expression) or symbol_at(c, container, expression)
    if symbol is None:
        raise Declined("a loop over what is no container by name")
    if symbol.kind == TEXT and not symbol.rank:
        _letters(c, symbol, c.text(inner), by_reference or c.text(inner) not in changed_names(c.tree, body, c.functions), loop_body, body)
        return
    if not symbol.rank or not (symbol.vector or symbol.shape):
        raise Declined("a loop over what is no container by name")
    changed = changed_names(c.tree, body, c.functions)
    if root_name(c.tree, container) in changed:
        raise Declined("a container changed while it is looped over")
    c.names.blocks.append({})
    index = c.names.local("i", spelled(INT, c.style), Symbol("", INT, role="loop"))
    subscript = name(index.name, INT)
    base = name(symbol.name, symbol.kind)
    c.used.add("size")
    extent = f"size({symbol.name})" if symbol.rank == 1 and not symbol.fixed else f"size({symbol.name}, {symbol.rank})"
    first: list[str] = []
    element = held(Term("element", symbol.kind, (base, subscript, *symbol.fixed)))
    if symbol.rank > 1:
        row = Symbol(symbol.name, symbol.kind, shape=symbol.shape[:-1], rank=symbol.rank - 1, vector=symbol.vector)
        row.fixed = (subscript, *symbol.fixed)
        if c.text(inner) in changed and not by_reference:
            own = Symbol("", symbol.kind, shape=(":",) * row.rank, rank=row.rank, vector=True)
            c.names.local(c.text(inner), f"{spelled(symbol.kind, c.style)}, allocatable", own)
            first.append(f"{own.name} = {c.fortran(section(row))}")
        else:
            c.names.bind(c.text(inner), row)
    elif c.text(inner) in changed and not by_reference:
        copy = c.names.local(c.text(inner), spelled(element.kind, c.style), Symbol("", element.kind))
        first.append(f"{copy.name} = {c.fortran(element)}")
    else:
        c.names.bind(c.text(inner), Symbol("", element.kind, element=element))

    def inside() -> None:
        for line in first:
            c.put(line)
        loop_body(c, body)

    c.within(f"do {index.name} = 1, {extent}", inside, "end do")
    c.names.blocks.pop()


def _letters(c: Context, text: Symbol, letter: str, as_place: bool, loop_body: Callable[..., None], body: Node) -> None:
    """A loop over the letters of a text."""
    if not as_place:
        raise Declined("a letter that is changed apart from its text")
    c.names.blocks.append({})
    index = name(c.names.local("i", spelled(INT, c.style), Symbol("", INT, role="loop")).name, INT)
    element = Term("element", LETTER, (name(text.name, TEXT), Term("range", INT, (index, index))))
    c.names.bind(letter, Symbol("", LETTER, element=element))
    c.used.add("len")
    c.within(f"do {index.text} = 1, len({text.name})", lambda: loop_body(c, body), "end do")
    c.names.blocks.pop()
