"""`std::vector` and its kin as allocatable arrays, and loops over their elements."""

from __future__ import annotations

from collections.abc import Callable

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.calling import callee_of
from translate.corpus.rules.cpp_to_fortran.constructors import made
from translate.corpus.rules.cpp_to_fortran.context import Context, changed_names, field_of
from translate.corpus.rules.cpp_to_fortran.conversions import as_number, assigned, converted
from translate.corpus.rules.cpp_to_fortran.declared import Typed, allocatable, settled_extent
from translate.corpus.rules.cpp_to_fortran.expressions import complex_number, expression
from translate.corpus.rules.cpp_to_fortran.kinds import INT, TEXT, TEXTS, Kind, spelled
from translate.corpus.rules.cpp_to_fortran.places import array_at, held, place, section
from translate.corpus.rules.cpp_to_fortran.ranges import range_of
from translate.corpus.rules.cpp_to_fortran.scope import Symbol
from translate.corpus.rules.cpp_to_fortran.terms import Term, bare, call, integer, name, zero_of
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


def listed(c: Context, node: Node, kind: Kind, rank: int) -> Term:
    """`{a, b}` as an array. Raises Declined."""
    values = [child for child in node.named_children if child.type != "comment"]
    if len(values) == 1 and values[0].type == "initializer_list" and kind.is_number and kind.family != "complex" and rank == 1:
        return listed(c, values[0], kind, rank)
    if rank == 1 and values:
        return Term("array", kind, tuple(exact(c, value, kind) for value in values))
    if rank == 2 and values and all(value.type == "initializer_list" for value in values):
        rows = [[exact(c, inner, kind) for inner in value.named_children] for value in values]
        if len({len(row) for row in rows}) == 1:
            flat = Term("array", kind, tuple(term for row in rows for term in row))
            return call("reshape", kind, flat, Term("array", INT, (integer(len(rows[0])), integer(len(rows)))))
    raise Declined("a list of another form")


def range_loop(c: Context, node: Node, loop_body: Callable[..., None]) -> None:
    """Put `for (x : container)` as a loop over subscripts, the element standing where `x` stood. Raises Declined."""
    body, container = field_of(node, "body"), bare_node(field_of(node, "right"))
    declarator = field_of(node, "declarator")
    by_reference = declarator.type == "reference_declarator"
    inner = declarator.named_children[-1] if by_reference else declarator
    if container.type != "identifier" or inner.type != "identifier":
        raise Declined("a loop over what is no container by name")
    symbol = c.names.known(c.text(container))
    if not symbol.rank or not (symbol.vector or symbol.shape):
        raise Declined("a loop over what is no container by name")
    changed = changed_names(c.tree, body, c.functions)
    if c.text(container) in changed:
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


def exact(c: Context, node: Node, kind: Kind) -> Term:
    """An element of exactly this kind."""
    if kind == TEXTS:
        return call(TEXTS.name, TEXTS, assigned(c, expression(c, node), TEXT))
    if kind.family == "derived":
        return bare(structure_value(c, node, kind))
    if kind.family == "complex" and node.type == "initializer_list":
        return complex_number(c, kind, [expression(c, part) for part in node.named_children])
    return bare(converted(c, assigned(c, expression(c, node), kind), kind))


def object_value(c: Context, given: list[Node], kind: Kind) -> Term:
    """An element made of what `emplace_back(a, b)` is given. Raises Declined."""
    owner = next((one for one in c.classes.values() if one.kind == kind), None)
    if owner is not None and f"{owner.name}::{owner.name}" in c.functions:
        return made(c, owner, given, expression)
    if len(given) == 1:
        return exact(c, given[0], kind)
    if owner is None or owner.needs or given:
        raise Declined("an element made in another way")
    preset = all(member.preset for member in c.structures[kind.name].values())
    terms = [] if preset else [zero_of(member.kind) for member in c.structures[kind.name].values()]
    if any(member.rank or member.kind.family == "derived" for member in c.structures[kind.name].values()):
        raise Declined("an element made in another way")
    return Term("call", kind, tuple(terms), kind.name)


def structure_value(c: Context, node: Node, kind: Kind) -> Term:
    """A value of a derived type: a variable, or one built of its members."""
    node = bare_node(node)
    if node.type in ("compound_literal_expression",):
        node = field_of(node, "value")
    owner = next((one for one in c.classes.values() if one.kind == kind), None)
    if owner is not None and node.type in ("initializer_list", "argument_list") and f"{owner.name}::{owner.name}" in c.functions:
        return made(c, owner, [child for child in node.named_children if child.type != "comment"], expression)
    if node.type == "argument_list" and node.named_child_count == 1:
        node = node.named_children[0]
    if node.type != "initializer_list":
        term = place(c, node, expression) if node.type not in ("call_expression", "binary_expression") else expression(c, node)
        if term.kind != kind:
            raise Declined("structures of two types")
        return term
    members = list(c.structures[kind.name].values())
    values = [child for child in node.named_children if child.type != "comment"]
    rest = members[len(values) :]
    if len(values) > len(members) or any(member.rank for member in rest) or any(one.kind.family == "derived" for one in rest):
        raise Declined("a structure with fewer values than members")
    terms = []
    for value, member in zip(values, members, strict=False):
        if member.rank:
            terms.append(listed(c, value, member.kind, member.rank))
        else:
            terms.append(exact(c, value, member.kind))
    terms += [zero_of(member.kind) for member in rest if not member.preset]
    if any(member.preset for member in rest) and any(not member.preset for member in rest):
        raise Declined("a structure with fewer values than members")
    return Term("call", kind, tuple(terms), kind.name)


def _is_type(function: Node) -> bool:
    return function.type == "template_function" or (function.type == "qualified_identifier" and "<" in (function.text or b"").decode())
