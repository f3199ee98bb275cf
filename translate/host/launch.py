"""How many threads a kernel needs: from its guards and strides, and where it has none from the loops of the original."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TypeVar

from translate.host.arguments import Pair
from translate.host.bounds import Bound, extreme, highest, limits_of, names_of, plus, text_of, variables
from translate.host.counting import counted_through
from translate.host.places import Access
from translate.host.polynomial import Polynomial, number, quantity
from translate.host.walk import Walk

T = TypeVar("T")
AXES = "xyz"
ONE_BLOCK = 256
"""Threads of a block whose size the kernel does not care about."""
LARGEST_BLOCK = 1024
BLOCKS = {1: (256,), 2: (16, 16), 3: (8, 8, 4)}


@dataclass(frozen=True, slots=True)
class Launch:
    """The threads that a kernel needs on x, y and z, as C expressions in the original's parameters, and how blocks are cut."""

    extents: tuple[str, str, str]
    """`1` where the axis is not used, `0` where the number is missing."""
    block: tuple[int, int, int]
    lanes: tuple[str, str, str] = ("", "", "")
    """The size of a block on the axis where only an expression says it, in place of `block`; else empty."""
    missing: tuple[str, ...] = ()
    """What could not be derived: `threads.x`, or `block`."""


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis of a launch; `threads` None where it could not be derived."""

    threads: Bound | None
    block: int | None
    """None where any size serves."""
    rows: Bound | None = None
    """Blocks, where the kernel counts them apart."""
    lanes: Bound | None = None
    """Threads of a block, where the kernel counts them apart."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A launch, and what it says about the kernel's coordinates: each of `limits` is at most 0."""

    launch: Launch
    threads: tuple[Bound, ...]
    limits: tuple[Polynomial, ...]


def planned(pair: Pair, original: Walk, kernel: Walk, stated: Mapping[str, str]) -> Plan:
    """The launch of the kernel of `pair`."""
    axes = [
        _stated_axis(stated[f"threads.{axis}"]) if f"threads.{axis}" in stated else _axis(pair, original, kernel, axis) for axis in AXES
    ]
    missing = [f"threads.{name}" for name, axis in zip(AXES, axes, strict=True) if axis.threads is None or _lost(axis.threads)]
    exact = not _guarded(kernel)
    free = [axis for axis in axes if axis.block is None and axis.lanes is None and axis.threads != number(1)]
    sizes = iter(BLOCKS[max(len(free), 1)])
    block = [axis.block or (next(sizes) if axis in free and not exact else 1) for axis in axes]
    extents = [_text(axis.threads) for axis in axes]
    result = Launch(_three(extents), _three(block), _three([_lanes(axis) for axis in axes]), tuple(missing))
    limits = [limit for name, axis in zip(AXES, axes, strict=True) for limit in _limits(name, axis, exact)]
    return Plan(result, tuple(axis.threads for axis in axes if axis.threads is not None), tuple(limits))


def _limits(name: str, axis: Axis, exact: bool) -> list[Polynomial]:
    """What the launch says about the coordinates of one axis."""
    found = []
    if axis.rows is not None:
        found.append((f"blockIdx.{name}", axis.rows))
    if axis.lanes is not None:
        found.append((f"threadIdx.{name}", axis.lanes))
    if exact and axis.threads is not None:
        found.append((f"thread.{name}", axis.threads))
    return [quantity(coordinate) - most + number(1) for coordinate, most in found if isinstance(most, Polynomial)]


def _stated_axis(text: str) -> Axis:
    return Axis(quantity(f"({text})"), None)


def _axis(pair: Pair, original: Walk, kernel: Walk, axis: str) -> Axis:
    used = _names(kernel.found)
    whole, block, lane = f"thread.{axis}", f"blockIdx.{axis}", f"threadIdx.{axis}"
    if whole in used:
        return Axis(number(1) if _sweeping(kernel, whole) else _threads(pair, original, kernel, whole), None)
    strided = any({f"blockDim.{axis}"} & step.names for step in kernel.strides)
    if block in used and lane in used:
        rows = _threads(pair, original, kernel, block)
        lanes = number(ONE_BLOCK) if strided else _threads(pair, original, kernel, lane)
        size = lanes.value if isinstance(lanes, Polynomial) else None
        if rows is None or lanes is None:
            return Axis(None, None)
        return Axis(_times(rows, lanes), size, rows=rows, lanes=lanes)
    if block in used:
        rows = _threads(pair, original, kernel, block)
        return Axis(rows, 1, rows=rows)
    if lane in used and strided:
        return Axis(number(ONE_BLOCK), ONE_BLOCK, lanes=number(ONE_BLOCK))
    if lane in used:
        lanes = _threads(pair, original, kernel, lane)
        return Axis(lanes, None, lanes=lanes)
    return Axis(number(1), None)


def _threads(pair: Pair, original: Walk, kernel: Walk, coordinate: str) -> Bound | None:
    """How many values `coordinate` takes where something is written, or read if nothing is; None where it is not bounded."""
    deciding = [access for access in kernel.found if access.writes] or kernel.found
    deciding = [access for access in deciding if coordinate in _names([access])]
    found = [highest(quantity(coordinate), access.facts) for access in deciding]
    known = extreme("max", [bound for bound in found if bound is not None])
    if known is not None:
        return plus(known, 1)
    likely = [_as_in_original(pair, original, access, coordinate) for access in deciding]
    return extreme("max", [plus(bound, 1) for bound in likely if bound is not None])


def _as_in_original(pair: Pair, original: Walk, access: Access, coordinate: str) -> Bound | None:
    """The highest value of `coordinate` that touches no element but those of the loop in the original that does the same."""
    array = pair.taken.get(access.array)
    if access.subscript is None or array is None:
        return None
    whole = _all_elements(original, access, array.name, coordinate)
    if whole is not None:
        return whole
    alike = [
        other for other in original.found if other.array == array.name and other.writes == access.writes and other.subscript is not None
    ]
    found = [bound for other in alike for bound in _ends(access.subscript, coordinate, other)]
    return found[0] if found else None


def _ends(subscript: Polynomial, coordinate: str, other: Access) -> list[Bound]:
    """The highest value of `coordinate`, if the subscript is that of `other` but for names and for what loops start at."""
    loops = _counterparts(subscript, other.subscript) if other.subscript is not None else None
    if loops is None or coordinate not in loops or other.subscript is None:
        return []
    ahead = _without_variables(subscript) - _without_variables(other.subscript)
    starts = [[number(0), *limits_of(loop, other.facts, upper=False)] for loop, _ in loops.values()]
    for offsets in product(*starts):
        moved = [factor * offset for (_, factor), offset in zip(loops.values(), offsets, strict=True)]
        if sum(moved, number(0)) == ahead:
            offset = dict(zip(loops, offsets, strict=True))[coordinate]
            found = highest(quantity(loops[coordinate][0]) - offset, other.facts)
            return [found] if found is not None else []
    return []


def _counterparts(subscript: Polynomial, other: Polynomial) -> dict[str, tuple[str, Polynomial]] | None:
    """For each variable of a subscript the one of `other` that has the same factor, and the factor; None where one has none."""
    found: dict[str, tuple[str, Polynomial]] = {}
    left = variables(other)
    for name in variables(subscript):
        mine = subscript.split(name)
        same = [loop for loop in left if mine is not None and (theirs := other.split(loop)) is not None and theirs[0] == mine[0]]
        if mine is None or not same:
            return None
        found[name] = same[0], mine[0]
        left.remove(same[0])
    return None if left else found


def _all_elements(original: Walk, access: Access, array: str, coordinate: str) -> Bound | None:
    """The last element, where each thread has its own and the original counts through all of them."""
    if access.subscript != quantity(coordinate):
        return None
    counts = [count for other in original.found if other.array == array and (count := counted_through(other)) is not None]
    return extreme("max", [count - number(1) for count in counts])


def _without_variables(polynomial: Polynomial) -> Polynomial:
    return polynomial.replaced({name: Polynomial() for name in variables(polynomial)})


def _sweeping(kernel: Walk, coordinate: str) -> bool:
    """Whether each thread goes on over the work of all later ones, so that one thread does what the original does."""
    writes = [access.subscript for access in kernel.found if access.writes and access.subscript is not None]
    sweeps = {name for name, start in kernel.sweeps.items() if start == quantity(coordinate)}
    return bool(writes) and all(coordinate not in place.names and sweeps & place.names for place in writes)


def _guarded(kernel: Walk) -> bool:
    """Whether no access depends on how many threads there are."""
    return all(
        highest(quantity(name), access.facts) is not None
        for access in kernel.found
        for name in _coordinates(kernel.found)
        if access.writes or name in (access.subscript.names if access.subscript else ())
    )


def _coordinates(found: Sequence[Access]) -> list[str]:
    return sorted(name for name in _names(found) if name.startswith("thread."))


def _names(found: Sequence[Access]) -> set[str]:
    """The quantities that decide where something is touched."""
    used = set().union(*(access.subscript.names for access in found if access.subscript is not None))
    return used.union(*(limit.names for access in found for limit in access.facts.limits))


def _times(rows: Bound, lanes: Bound) -> Bound:
    if isinstance(rows, Polynomial) and isinstance(lanes, Polynomial):
        return rows * lanes
    return quantity(f"({text_of(rows)})") * quantity(f"({text_of(lanes)})")


def _lanes(axis: Axis) -> str:
    return text_of(axis.lanes) if axis.lanes is not None and axis.block is None and not _lost(axis.lanes) else ""


def _lost(threads: Bound) -> bool:
    return any("#" in name for name in names_of(threads))


def _text(threads: Bound | None) -> str:
    return "0" if threads is None or _lost(threads) else text_of(threads)


def _three(values: Sequence[T]) -> tuple[T, T, T]:
    return values[0], values[1], values[2]
