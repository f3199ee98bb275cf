"""Whether two observations of the same call agree, number by number, and where they first do not."""

from __future__ import annotations

import math
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from translate.verify.equivalence.running import RETURNED, Change, Observation
from translate.verify.inputs import SPECIAL

RELATIVE = {4: 512 * 2.0**-23, 8: 32_768 * 2.0**-52}
"""A few hundred units in the last place; doubles may be summed in another order as well."""
OF_THE_SCALE = 0.5
SAMPLE = 4_096
ELEMENT = struct.Struct("<q8s8s")
FORMATS = {("f", 4): "<f", ("f", 8): "<d", ("b", 1): "<B", **{("i", 1 << n): f"<{'bhiq'[n]}" for n in range(4)}}
FORMATS |= {("u", 1 << n): f"<{'BHIQ'[n]}" for n in range(4)}


@dataclass(frozen=True, slots=True)
class Difference:
    """The first element that differs, and what both sides hold there."""

    slot: int
    place: int
    expected: str
    found: str


@dataclass(frozen=True, slots=True)
class UnlikeTypes:
    """An argument whose elements have another type on each side."""

    slot: int


def difference(expected: Observation, found: Observation, style: int) -> Difference | UnlikeTypes | None:
    """Where two calls that both ended well differ; None where they agree."""
    for slot in sorted({*expected.changes, *found.changes}):
        left, right = expected.changes.get(slot), found.changes.get(slot)
        if slot == RETURNED and (left is None or right is None):
            continue  # A kernel has no value to return; what it writes instead is an argument.
        if left is not None and right is not None and not _alike(left, right):
            return UnlikeTypes(slot)
        seen = _first(slot, left, right, style)
        if seen is not None:
            return seen
    return None


def _alike(left: Change, right: Change) -> bool:
    whole = left.kind in "iu" and right.kind in "iu"
    return left.width == right.width and (left.kind == right.kind or whole)


def _first(slot: int, left: Change | None, right: Change | None, style: int) -> Difference | None:
    either = left or right
    if either is None or (left is not None and right is not None and left.content == right.content):
        return None
    shape = struct.Struct(FORMATS[either.kind, either.width])
    scale = _scale(shape, left or either, special=style == SPECIAL)
    for place, ours, theirs in _side_by_side(_elements(left), _elements(right)):
        if ours != theirs:
            expected, found = _number(shape, ours), _number(shape, theirs)
            if not _agree(expected, found, either, scale):
                return Difference(slot, place, str(expected), str(found))
    return None


Element = tuple[int, bytes, bytes]
"""A place, and the bits there before and after."""


def _elements(change: Change | None) -> Iterator[Element]:
    content = change.content if change is not None else b""
    return ELEMENT.iter_unpack(content)


def _side_by_side(left: Iterator[Element], right: Iterator[Element]) -> Iterator[tuple[int, bytes, bytes]]:
    """Each place that either side changed, in order, with the bits that both hold there."""
    ours, theirs = next(left, None), next(right, None)
    while ours is not None or theirs is not None:
        if theirs is None or (ours is not None and ours[0] < theirs[0]):
            assert ours is not None
            yield ours[0], ours[2], ours[1]
            ours = next(left, None)
        elif ours is None or theirs[0] < ours[0]:
            yield theirs[0], theirs[1], theirs[2]
            theirs = next(right, None)
        else:
            yield ours[0], ours[2], theirs[2]
            ours, theirs = next(left, None), next(right, None)


def _number(shape: struct.Struct, bits: bytes) -> Any:
    return shape.unpack_from(bits)[0]


def _scale(shape: struct.Struct, change: Change, *, special: bool) -> float:
    """How large a usual number of the array is: what sums lose is measured by it, not by a result that happens to be near zero."""
    numbers = [float(_number(shape, after)) for _, _, after in islice(_elements(change), SAMPLE)]
    finite = [abs(number) for number in numbers if math.isfinite(number)]
    if not finite:
        return 0.0
    return max(finite) if special else sum(finite) / len(finite)


def _agree(expected: Any, found: Any, change: Change, scale: float) -> bool:
    if expected == found:
        return True
    if change.kind != "f":
        return False
    if math.isnan(expected) or math.isnan(found):
        return math.isnan(expected) and math.isnan(found)
    if math.isinf(expected) or math.isinf(found):
        return False
    tolerance = RELATIVE[change.width]
    return bool(abs(expected - found) <= tolerance * (max(abs(expected), abs(found)) + OF_THE_SCALE * scale))
