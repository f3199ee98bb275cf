"""How each array of a program is kept: on the stack, in a vector, or in vectors of vectors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from translate.corpus.rules import Declined
from translate.corpus.rules.fortran_to_cpp.integers import evaluated, times
from translate.corpus.rules.fortran_to_cpp.scope import Procedure, changed
from translate.corpus.rules.fortran_to_cpp.style import CppStyle
from translate.corpus.rules.fortran_to_cpp.symbols import IN_ONE_PIECE, Symbol, constants_of, extent
from translate.corpus.rules.fortran_to_cpp.syntax import (
    Allocate,
    Apply,
    Assign,
    Call,
    Deallocate,
    Expression,
    Integer,
    Keyword,
    Member,
    Name,
    Range,
    Sequence,
)
from translate.corpus.rules.fortran_to_cpp.visiting import mentions, nodes


def settle_arrays(
    procedures: Mapping[str, Procedure],
    program: Procedure,
    shared: Mapping[str, Mapping[str, Symbol]],
    components: Mapping[str, Mapping[str, Symbol]],
    style: CppStyle,
) -> None:
    """Give every array that has none yet its storage."""
    every = [*procedures.values(), program]
    for procedure in every:
        settle_result(procedure)
        _bounds_of_allocated(procedure, components)
    for procedure in every:
        handed = {id(actual) for actual, storage in _whole_arguments(procedure, procedures) if storage == "pointer"}
        for symbol in procedure.symbols.values():
            if symbol.rank > 2 or symbol.rank == 2 and id(symbol) in handed:
                _settle_in_one_piece(symbol, procedure, procedures)
    for procedure in every:
        for symbol in procedure.symbols.values():
            if symbol.bounds is not None and "allocatable" in symbol.attributes and not symbol.storage:
                symbol.storage = _vectors(symbol)
    for procedure in every:
        for actual, parameter in _whole_arguments(procedure, procedures):
            if parameter in ("vector", "nested") and not actual.dummy:
                actual.storage = actual.storage or parameter
    for procedure in every:
        handed = {id(actual) for actual, _ in _whole_arguments(procedure, procedures)} | set(_parts(procedure, procedures))
        for symbol in procedure.symbols.values():
            if symbol.bounds is not None and not symbol.storage:
                symbol.storage = _local(symbol, procedure, id(symbol) in handed or bool(symbol.owner), style)


def _settle_in_one_piece(symbol: Symbol, procedure: Procedure, procedures: Mapping[str, Procedure]) -> None:
    """An array that is allocated with the same bounds each time, which hold as long as it is there, is one vector, and has these bounds."""
    body, name = procedure.unit.body, Name(symbol.name)
    if symbol.dummy or symbol.owner or "allocatable" not in symbol.attributes:
        return
    found = [(node, bounds) for node in nodes(body) if isinstance(node, Allocate) for place, bounds in node.arrays if place == name]
    if len({bounds for _, bounds in found}) != 1 or any(node not in body for node, _ in found):
        return
    bounds = found[0][1]
    needed = set(mentions(bounds))
    held = {name for name in needed if procedure.symbols.get(name) is not None and procedure.symbols[name].bounds is None}
    whole = [inner.value for inner in nodes(body) if isinstance(inner, Assign) and inner.target == name]
    arrays = {name for name, other in procedure.symbols.items() if other.bounds is not None or other.attributes & {"function", "external"}}
    reshaped = any(arrays & set(mentions(value)) or any(isinstance(one, Apply | Sequence) for one in nodes(value)) for value in whole)
    there = False
    for statement in body:
        there = there or any(statement is node for node, _ in found)
        if there and needed & changed((statement,), procedure.symbols, procedures):
            return
        there = there and not (isinstance(statement, Deallocate) and name in statement.arrays)
    if held != needed or reshaped or len(bounds) != symbol.rank:
        return
    if all(bound.last is not None and bound.step is None for bound in bounds):
        symbol.bounds, symbol.storage = tuple(bounds), "vector"
        symbol.attributes.add(IN_ONE_PIECE)


def _vectors(symbol: Symbol) -> str:
    if symbol.rank > 2:
        raise Declined("vectors of three dimensions")
    return "vector" if symbol.rank == 1 else "nested"


def settle_result(procedure: Procedure) -> None:
    """An array that a function returns is a vector."""
    if procedure.unit.kind == "function" and procedure.result.bounds is not None:
        procedure.result.storage = _vectors(procedure.result)


def _local(symbol: Symbol, procedure: Procedure, handed: bool, style: CppStyle) -> str:
    size: Expression = Integer(1)
    for bound in symbol.bounds or ():
        part = extent(bound)
        if part is None:
            raise Declined("array of unknown size")
        size = times(size, part)
    number = evaluated(size, constants_of(procedure.symbols))
    plain = not symbol.constant and symbol.type != "bool"
    if number is not None and number <= 100_000 and not (style.vectors and plain and not symbol.value):
        return "table" if symbol.rank == 2 and not handed and symbol.value is None else "array"
    if symbol.rank == 2 and not handed:
        return "nested"
    return "vector"


def _bounds_of_allocated(procedure: Procedure, components: Mapping[str, Mapping[str, Symbol]]) -> None:
    """Lower bounds that `allocate` gives belong to the array, when it is the same each time."""
    found: dict[int, tuple[Symbol, set[tuple[Range, ...]]]] = {}
    for node in nodes(procedure.unit.body):
        if isinstance(node, Allocate):
            for place, bounds in node.arrays:
                if isinstance(place, Name) and place.name in procedure.symbols:
                    symbol = procedure.symbols[place.name]
                    lows = tuple(Range(bound.first, None) for bound in bounds)
                    found.setdefault(id(symbol), (symbol, set()))[1].add(lows)
    for symbol, seen in found.values():
        if len(seen) == 1 and symbol.bounds is not None and not symbol.dummy:
            symbol.bounds = next(iter(seen))


def _whole_arguments(procedure: Procedure, procedures: Mapping[str, Procedure]) -> Iterator[tuple[Symbol, str]]:
    """Arrays that are handed over as a whole or given an array that a function returns, and what is wanted of them."""
    for node in nodes(procedure.unit.body):
        if (
            isinstance(node, Assign)
            and isinstance(node.target, Name)
            and isinstance(node.value, Apply)
            and isinstance(node.value.base, Name)
        ):
            known = procedures.get(node.value.base.name)
            symbol = procedure.symbols.get(node.target.name)
            if (
                known is not None
                and symbol is not None
                and symbol.bounds is not None
                and known.unit.kind == "function"
                and known.result.bounds
            ):
                yield symbol, known.result.storage
        for argument, parameter in _arguments(node, procedures):
            if isinstance(argument, Name) and (symbol := procedure.symbols.get(argument.name)) and symbol.bounds is not None:
                yield symbol, parameter.storage


def _parts(procedure: Procedure, procedures: Mapping[str, Procedure]) -> Iterator[int]:
    """Arrays of which a part is handed over."""
    for node in nodes(procedure.unit.body):
        for argument, parameter in _arguments(node, procedures):
            if isinstance(argument, Apply) and parameter.bounds is not None and isinstance(argument.base, Name | Member):
                symbol = procedure.symbols.get(getattr(argument.base, "name", ""))
                if symbol is not None:
                    yield id(symbol)


def _arguments(node: object, procedures: Mapping[str, Procedure]) -> Iterator[tuple[Expression, Symbol]]:
    name = node.name if isinstance(node, Call) else node.base.name if isinstance(node, Apply) and isinstance(node.base, Name) else ""
    known = procedures.get(name)
    if known is None or not isinstance(node, Call | Apply):
        return
    for position, argument in enumerate(node.arguments):
        if isinstance(argument, Keyword):
            if argument.name in known.unit.parameters:
                yield argument.value, known.symbols[argument.name]
        elif position < len(known.unit.parameters):
            yield argument, known.symbols[known.unit.parameters[position]]
