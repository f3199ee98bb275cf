"""What a function is called with: sizes that meet each other's edges, strides, indices in range, and seeded arrays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import cycle, islice
from math import prod

from translate.source.signatures import Parameter, Signature
from translate.source.usage import Usage, integer_value

MIXED, POSITIVE, SPECIAL, SMALL = range(4)
STYLES = (MIXED, MIXED, POSITIVE, MIXED, SPECIAL, MIXED, SMALL, POSITIVE, MIXED)
ONE_SIZE = {1: (1_300, 0, 1, 2, 37, 64, 7, 257, 130), 2: (67, 0, 1, 2, 5, 16, 33), 3: (19, 0, 1, 2, 5, 9, 16)}
"""By the depth of the loops; the first is more than any block and a multiple of none."""
LARGE = {1: 257, 2: 67, 3: 19}
PRIMES = (3, 5, 2, 7, 4, 6, 9, 8)
PLAIN = (2, -3, 1, 5, 0, 7, -1, 4, 3)
NOT_ZERO = (2, 3, 1, 5, 4, 7, 6, 4, 3)
STRIDES = (1, 2, 3, 1, 2, 5, 1, 4, 1)
PITCHES = (0, 1, 0, 3, 2)
USUAL_COUNT = 4_096
"""Elements of a container whose length nobody states."""
LARGEST_ELEMENT = 8
REALS = (0.5, -1.25, 2.0, 0.75, -3.0, 1.0, 0.125, 1.5, -0.5)
ROUNDS_WITHOUT_SIZES = 3


@dataclass(frozen=True, slots=True)
class ArrayValue:
    """An array by what its values follow from; it has no end."""

    seed: int
    bound: int = 0
    """Above 0: the values are indices below it."""
    ascending: bool = False
    first: int | None = None
    """What stands in the first element, where that is a size."""
    lowest: int = 0
    """The smallest index, where the values are indices."""
    count: int = 0
    """How many elements a container of them holds, and its rows, the first index of Fortran."""
    rows: int = 0
    is_many: bool = True
    """Whether it is more than the place of one number."""
    unsigned: bool = False
    """Whether its elements have no sign on one of the sides: neither side then holds a negative one."""


Value = int | float | ArrayValue


@dataclass(frozen=True, slots=True)
class Case:
    """One call: a value for each parameter of the original, and the numbers among them by name."""

    number: int
    style: int
    values: tuple[Value, ...]
    sizes: tuple[int, ...]
    names: Mapping[str, int]


def cases(signature: Signature, used: Usage, seed: int, lowest: int = 0, unsigned: frozenset[str] = frozenset()) -> list[Case]:
    """The calls to compare on, the largest first; arrays begin at index `lowest`, and `unsigned` ones hold nothing below 0."""
    sized = [name for name in _sized(signature, used)]
    rows = list(_sizes(len(sized), used.depth))
    return [_case(number, signature, used, dict(zip(sized, row, strict=True)), seed, lowest, unsigned) for number, row in enumerate(rows)]


def _sized(signature: Signature, used: Usage) -> Iterator[str]:
    for parameter in signature.parameters:
        if parameter.is_array:
            if f"{parameter.name}[]" in used.bounds and parameter.name in used.read_at_zero_only and not parameter.is_real:
                yield parameter.name
        elif parameter.implied or (not parameter.is_real and parameter.name in used.bounds):
            yield parameter.name


def _sizes(count: int, depth: int) -> Iterator[tuple[int, ...]]:
    level = min(max(depth, 1), 3)
    if count == 0:
        yield from [()] * ROUNDS_WITHOUT_SIZES
    elif count == 1:
        yield from ((size,) for size in ONE_SIZE[level])
    else:
        for large in range(min(count, 4)):
            row = list(islice(cycle(PRIMES[large:]), count))
            row[large] = LARGE[level] if count == 2 else LARGE[min(level + 1, 3)]
            yield tuple(row)
        yield (1,) * count
        yield (4,) * count
        yield (35 if count == 2 else 9,) * count
        yield tuple(islice(cycle(PRIMES[2:]), count))
        yield tuple(sorted(islice(cycle((11, 2, 3, 5)), count)))
        yield (0, *islice(cycle(PRIMES), count - 1))
        yield (*islice(cycle(PRIMES), count - 1), 0)


def _case(
    number: int, signature: Signature, used: Usage, sizes: Mapping[str, int], seed: int, lowest: int, unsigned: frozenset[str]
) -> Case:
    values = [_value(number, slot, parameter, used, sizes, seed) for slot, parameter in enumerate(signature.parameters)]
    named = list(zip(signature.parameters, values, strict=True))
    numbers = {parameter.name: value for parameter, value in named if isinstance(value, int)} | dict(sizes)
    finished = tuple(_finished(parameter, value, used, numbers, lowest, parameter.name in unsigned) for parameter, value in named)
    return Case(number, STYLES[number % len(STYLES)], finished, tuple(sizes.values()), numbers)


def _finished(parameter: Parameter, value: Value, used: Usage, numbers: Mapping[str, int], lowest: int, unsigned: bool) -> Value:
    """The array with what follows from the case's numbers."""
    if not isinstance(value, ArrayValue):
        return value
    extents = dict(used.shapes).get(parameter.name, parameter.extents)
    sizes = [integer_value(text, numbers) if text else None for text in extents]
    known = [size for size in sizes if size is not None]
    count = prod(max(size, 0) for size in known) if known and len(known) == len(sizes) else USUAL_COUNT
    rows = known[0] if known and sizes[0] is not None else 1
    start = lowest if value.bound else 0
    return replace(value, lowest=start, count=count, rows=max(rows, 0), is_many=not parameter.is_place, unsigned=unsigned)


def _value(number: int, slot: int, parameter: Parameter, used: Usage, sizes: Mapping[str, int], seed: int) -> Value:
    if parameter.is_array:
        return _array(number, slot, parameter, used, sizes, seed)
    turn = number + slot
    if parameter.is_real:
        return REALS[turn % len(REALS)]
    if parameter.name in sizes:
        return sizes[parameter.name]
    if parameter.name in used.pitches:
        return max(sizes.values(), default=1) + PITCHES[turn % len(PITCHES)]
    if parameter.name in used.subscripts:
        # Rows that overlap would make the threads of a kernel write to the same place.
        room = max(sizes.values(), default=0) if used.depth > 1 else 0
        unit = LARGEST_ELEMENT if parameter.name in used.byte_distances else 1
        return unit * (room + STRIDES[turn % len(STRIDES)])
    return (NOT_ZERO if parameter.name in used.divisors else PLAIN)[turn % len(PLAIN)]


def _array(number: int, slot: int, parameter: Parameter, used: Usage, sizes: Mapping[str, int], seed: int) -> ArrayValue:
    elements = f"{parameter.name}[]"
    own = (seed * 1_000_003 + number * 1_009 + slot * 7 + 1) & 0x7FFFFFFFFFFFFFFF
    if parameter.name in sizes:
        return ArrayValue(own, first=sizes[parameter.name])
    if elements in used.bounds and elements not in used.subscripts and not parameter.is_real:
        return ArrayValue(own, bound=1, ascending=True) if used.depth > 1 else ArrayValue(own)
    if elements in used.subscripts:
        return ArrayValue(own, bound=max(2, *sizes.values()) if sizes else 11, ascending=elements in used.bounds and used.depth > 1)
    return ArrayValue(own)
