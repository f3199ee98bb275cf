"""`std::vector` and its kin as allocatable arrays."""

from __future__ import annotations

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.calling import callee_of
from translate.corpus.rules.cpp_to_fortran.constructors import made
from translate.corpus.rules.cpp_to_fortran.context import Context, field_of
from translate.corpus.rules.cpp_to_fortran.conversions import as_number
from translate.corpus.rules.cpp_to_fortran.declared import Typed, allocatable, settled_extent
from translate.corpus.rules.cpp_to_fortran.expressions import expression
from translate.corpus.rules.cpp_to_fortran.kinds import TEXTS, spelled
from translate.corpus.rules.cpp_to_fortran.lists import exact, listed
from translate.corpus.rules.cpp_to_fortran.places import array_at, section
from translate.corpus.rules.cpp_to_fortran.ranges import range_of
from translate.corpus.rules.cpp_to_fortran.scope import Symbol
from translate.corpus.rules.cpp_to_fortran.terms import Term, bare, zero_of
from translate.source.loops import Declared
from translate.source.loops import bare as bare_node
from translate.source.parse import Node


def declare_container(c: Context, one: Declared, found: Typed) -> None:
    """Declare a container and put its first elements. Raises Declined."""
    if found.extents:
        _fixed(c, one, found)
        return
    symbol = Symbol("", found.kind, shape=(":",) * found.rank, rank=found.rank, vector=True)
    c.names.local(one.name, allocatable(c, found.kind, found.rank), symbol)
    fill_container(c, symbol, bare_node(one.value) if one.value is not None else None)


def fill_container(c: Context, symbol: Symbol, value: Node | None, *, again: bool = False) -> None:
    """Put the first elements of a container of any length; `again`: it may have some already. Raises Declined."""
    if value is None or (value.type in ("argument_list", "initializer_list") and not value.named_children):
        allocate(c, symbol, ["0"] * symbol.rank, again=again)
    elif value.type == "argument_list":
        _sized(c, symbol, value.named_children, again=again)
    elif value.type == "initializer_list":
        c.put(f"{symbol.name} = {c.fortran(listed(c, value, symbol.kind, symbol.rank))}")
    elif value.type == "call_expression" and _is_type(field_of(value, "function")):
        _sized(c, symbol, field_of(value, "arguments").named_children, again=again)
    else:
        c.put(f"{symbol.name} = {c.fortran(whole(c, value, symbol))}")


def whole(c: Context, node: Node, like: Symbol) -> Term:
    """A container as the right side of an assignment. Raises Declined."""
    node = bare_node(node)
    if node.type == "initializer_list":
        return listed(c, node, like.kind, like.rank)
    other = array_at(c, node, expression)
    if other is not None:
        if other.rank != like.rank or other.kind != like.kind:
            raise Declined("containers of two types")
        return section(other)
    if node.type == "call_expression":
        callee = callee_of(c, field_of(node, "function"), expression)
        called = callee.called if callee is not None else None
        if called is not None and called.rank == like.rank and called.kind == like.kind:
            return expression(c, node)
    raise Declined("a container with a value of another form")


def _sized(c: Context, symbol: Symbol, given: list[Node], *, again: bool) -> None:
    if len(given) == 1 and given[0].type == "initializer_list":
        fill_container(c, symbol, given[0], again=again)
        return
    if given and "begin(" in c.text(given[0]) and len(given) == 2:
        c.put(f"{symbol.name} = {c.fortran(range_of(c, given[0], given[1], expression).term())}")
        return
    if len(given) == 1 and (other := array_at(c, given[0], expression)) is not None:
        c.put(f"{symbol.name} = {c.fortran(section(other))}")
        return
    extents: list[str] = []
    rank = symbol.rank
    value: Node | None = None
    while rank:
        if not 1 <= len(given) <= 2:
            raise Declined("a container made in another way")
        extents.insert(0, c.fortran(bare(as_number(expression(c, given[0])))))
        value = given[1] if len(given) == 2 else None
        rank -= 1
        if rank and value is not None:
            inner = bare_node(value)
            if inner.type != "call_expression" or not _is_type(field_of(inner, "function")):
                raise Declined("a container made in another way")
            given = field_of(inner, "arguments").named_children
        elif rank:
            raise Declined("rows without a length")
    allocate(c, symbol, extents, again=again)
    if value is None:
        _put_zero(c, symbol)
    else:
        c.put(f"{symbol.name} = {c.fortran(exact(c, value, symbol.kind))}")


def _put_zero(c: Context, symbol: Symbol) -> None:
    if symbol.kind.family == "derived" and symbol.kind != TEXTS:
        owner = next((one for one in c.classes.values() if one.kind == symbol.kind), None)
        if owner is not None and f"{owner.name}::{owner.name}" in c.functions:
            c.put(f"{symbol.name} = {c.fortran(made(c, owner, [], expression))}")
        elif owner is not None and owner.needs:
            raise Declined("a container of objects that hold containers")
        return
    c.put(f"{symbol.name} = {c.fortran(zero_of(symbol.kind))}")


def allocate(c: Context, symbol: Symbol, extents: list[str], *, again: bool = False) -> None:
    """Put an allocation; where it is reached again, the array is freed first."""
    if c.loops or again:
        c.used.add("allocated")
        c.put(f"if (allocated({symbol.name})) deallocate({symbol.name})")
    c.put(f"allocate({symbol.name}({', '.join(extents)}))")


def _fixed(c: Context, one: Declared, found: Typed) -> None:
    if len(found.extents) != found.rank:
        raise Declined("a container of another kind of container")
    shape = [settled_extent(c, extent, expression) for extent in reversed(found.extents)]
    made = Symbol("", found.kind, shape=tuple(shape), rank=found.rank)
    c.names.local(one.name, spelled(found.kind, c.style), made)
    value = bare_node(one.value) if one.value is not None else None
    if value is None:
        return
    if value.type != "initializer_list":
        c.put(f"{made.name} = {c.fortran(whole(c, value, made))}")
        return
    while len(value.named_children) == 1 and value.named_children[0].type == "initializer_list":
        value = value.named_children[0]
    if not value.named_children:
        if found.kind.family == "derived":
            raise Declined("an array of structures made of nothing")
        c.put(f"{made.name} = {c.fortran(zero_of(found.kind))}")
        return
    length, given = c.constants.get(shape[0], shape[0]), len(value.named_children)
    if found.rank == 1 and str(given) != length:
        if not length.isdigit() or given > int(length) or found.kind.family == "derived":
            raise Declined("an array with fewer values than elements")
        c.put(f"{made.name} = {c.fortran(zero_of(found.kind))}")
        c.put(f"{made.name}(1:{given}) = {c.fortran(listed(c, value, found.kind, 1))}")
        return
    c.put(f"{made.name} = {c.fortran(listed(c, value, found.kind, found.rank))}")


def _is_type(function: Node) -> bool:
    return function.type == "template_function" or (function.type == "qualified_identifier" and "<" in (function.text or b"").decode())
