"""Variables of a class where they begin: containers and texts start empty, constructors say the rest."""

from __future__ import annotations

from dataclasses import replace

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.assignments import initialise
from translate.corpus.rules.cpp_to_fortran.called import Class
from translate.corpus.rules.cpp_to_fortran.constructors import made
from translate.corpus.rules.cpp_to_fortran.context import Context
from translate.corpus.rules.cpp_to_fortran.expressions import expression
from translate.corpus.rules.cpp_to_fortran.kinds import TEXT, Kind
from translate.corpus.rules.cpp_to_fortran.lists import flattened, structure_value
from translate.corpus.rules.cpp_to_fortran.scope import Symbol
from translate.corpus.rules.cpp_to_fortran.terms import Term, zero_of
from translate.corpus.rules.cpp_to_fortran.vectors import allocate, fill_container
from translate.source.parse import Node

ZEROS = ("0", "0.0", "0.0f", "0.", "false")


def begin(c: Context, symbol: Symbol) -> None:
    """Put what a variable of a derived type needs that C++ only declares. Raises Declined."""
    owner = class_of_kind(c, symbol.kind)
    if owner is None:
        return
    constructor = c.functions.get(f"{owner.name}::{owner.name.rpartition('::')[2]}")
    if constructor is not None:
        c.put(f"{symbol.name} = {c.fortran(made(c, owner, [], expression))}")
    elif symbol.rank and owner.needs:
        raise Declined("an array of objects that hold containers")
    else:
        empty(c, symbol.name, owner)


def empty(c: Context, name: str, owner: Class, but: frozenset[str] = frozenset()) -> None:
    """Put the empty containers and texts of an object."""
    for c_name, member in c.structures[owner.kind.name].items():
        whole = f"{name}%{member.name}"
        if c_name in but:
            continue
        if member.made_by is not None:
            _set_member(c, replace(member, name=whole), member.made_by)
            continue
        if member.vector:
            allocate(c, Symbol(whole, member.kind), ["0"] * member.rank)
        elif member.kind == TEXT and not member.rank and not member.preset:
            c.put(f'{whole} = ""')
        elif (inner := class_of_kind(c, member.kind)) is not None and not member.rank:
            begin(c, Symbol(whole, inner.kind))


def class_of_kind(c: Context, kind: Kind) -> Class | None:
    """The class that a derived type stands for."""
    return next((one for one in c.classes.values() if one.kind == kind), None) if kind.family == "derived" else None


def initialised(c: Context, function: Node) -> None:
    """Put what stands between a constructor's head and its body. Raises Declined."""
    assert c.owner is not None
    lists = [child for child in function.children if child.type == "field_initializer_list"]
    parts = [one.named_children for some in lists for one in some.named_children if one.named_child_count == 2]
    given = {c.text(part[0]): part[1] for part in parts}
    members = c.structures[c.owner.kind.name]
    base = c.owner.base
    if base is not None:
        _begin_base(c, base, given.pop(base.name, None))
    if not set(given) <= set(members):
        raise Declined("a constructor that hands on to another")
    inherited = frozenset(c.structures[base.kind.name]) if base is not None else frozenset()
    empty(c, c.self_name, c.owner, frozenset(given) | inherited)
    for c_name, value in given.items():
        _set_member(c, replace(members[c_name], name=f"{c.self_name}%{members[c_name].name}"), value)


def _begin_base(c: Context, base: Class, value: Node | None) -> None:
    """Put what the constructor of the class that is inherited from does."""
    part = Symbol(f"{c.self_name}%{base.kind.name}", base.kind)
    if value is None or not value.named_children:
        begin(c, part)
    else:
        c.put(f"{part.name} = {c.fortran(made(c, base, value.named_children, expression))}")


def _set_member(c: Context, symbol: Symbol, value: Node) -> None:
    inner = value.named_children if value.type in ("argument_list", "initializer_list") else [value]
    if symbol.rank and not symbol.vector:
        lengths = [c.constants.get(extent, extent) for extent in reversed(symbol.shape)]
        if value.named_children and (not all(length.isdigit() for length in lengths) or symbol.kind.family == "derived"):
            raise Declined("a member with several values")
        if inner and c.text(value).strip("{ }") not in ZEROS:
            flat = Term("array", symbol.kind, tuple(flattened(c, inner, symbol.kind, [int(length) for length in lengths])))
            shown = c.fortran(flat) if len(lengths) == 1 else f"reshape({c.fortran(flat)}, [{', '.join(symbol.shape)}])"
            c.put(f"{symbol.name} = {shown}")
        else:
            c.put(f"{symbol.name} = {c.fortran(zero_of(symbol.kind))}")
    elif symbol.rank:
        symbol.vector = True
        fill_container(c, symbol, value)
    elif symbol.kind.family == "derived":
        owner = class_of_kind(c, symbol.kind)
        term = structure_value(c, inner[0] if len(inner) == 1 else value, symbol.kind) if owner is None or inner else None
        if term is not None:
            c.put(f"{symbol.name} = {c.fortran(term)}")
        else:
            begin(c, symbol)
    elif len(inner) == 1:
        initialise(c, symbol, inner[0])
    else:
        raise Declined("a member with several values")
