"""Whether two observations of the same call agree, number by number, and where they first do not."""

from __future__ import annotations

import math
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from translate.verify.equivalence.running import ELEMENT_BYTES, RETURNED, Change, Observation
from translate.verify.inputs import SPECIAL

RELATIVE = {4: 512 * 2.0**-23, 8: 32_768 * 2.0**-52}
"""A few hundred units in the last place; doubles may be summed in another order as well."""
OF_THE_SCALE = 0.5
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
    ours, theirs = dict(_elements(left)), dict(_elements(right))
    before = {**{place: old for place, (old, _) in ours.items()}, **{place: old for place, (old, _) in theirs.items()}}
    numbers = {place: _number(shape, (ours.get(place) or (old, old))[1]) for place, old in before.items()}
    scale = _scale(numbers, special=style == SPECIAL)
    for place in sorted(before, key=lambda place: (place < 0, abs(place))):
        got = _number(shape, (theirs.get(place) or (before[place], before[place]))[1])
        if not _agree(numbers[place], got, either, scale):
            return Difference(slot, place, str(numbers[place]), str(got))
    return None


def _elements(change: Change | None) -> Iterator[tuple[int, tuple[bytes, bytes]]]:
    content = change.content if change is not None else b""
    for at in range(0, len(content), ELEMENT_BYTES):
        place = struct.unpack_from("<q", content, at)[0]
        yield place, (content[at + 8 : at + 16], content[at + 16 : at + 24])


def _number(shape: struct.Struct, bits: bytes) -> Any:
    return shape.unpack_from(bits)[0]


def _scale(numbers: Mapping[int, Any], *, special: bool) -> float:
    """How large a usual number of the array is: what sums lose is measured by it, not by a result that happens to be near zero."""
    finite = [abs(float(number)) for number in numbers.values() if math.isfinite(number)]
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
