"""How each array of a program is kept: on the stack, in a vector, or in vectors of vectors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from translate.corpus.rules import Declined
from translate.corpus.rules.fortran_to_cpp.integers import evaluated, times
from translate.corpus.rules.fortran_to_cpp.scope import Procedure
from translate.corpus.rules.fortran_to_cpp.style import CppStyle
from translate.corpus.rules.fortran_to_cpp.symbols import Symbol, constants_of, extent
from translate.corpus.rules.fortran_to_cpp.syntax import Allocate, Apply, Assign, Call, Expression, Integer, Keyword, Member, Name, Range
from translate.corpus.rules.fortran_to_cpp.visiting import nodes


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
        for symbol in procedure.symbols.values():
            if symbol.bounds is not None and "allocatable" in symbol.attributes:
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
