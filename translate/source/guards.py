"""Kernels whose guard and body are pieces of loops: the body is that of the innermost loop that the guard bounds."""

from __future__ import annotations

from collections.abc import Sequence

from translate.source.references import is_label
from translate.units import NormalisedFunction, Segment

INDEX = "blockIdx . x * blockDim . x + threadIdx . x".split()


def with_body(tokens: Sequence[str], source: NormalisedFunction) -> list[str]:
    """`tokens`, a plain kernel for loops, with the body that its guard belongs to; of loops not nested perfectly, the outer one's."""
    found = list(tokens)
    at = next((at for at in range(len(found) - 3) if found[at : at + 2] == ["if", "("] and is_label(found[at + 2])), None)
    if at is None or ")" not in found[at:]:
        return found
    close = found.index(")", at)
    conditions = [word for word in found[at + 2 : close] if word != "&&"]
    loops = [_loop_of(label, source) for label in conditions]
    outer = _body(loops[0], source) if loops and loops[0] is not None else None
    if outer is None or close + 1 >= len(found) or not is_label(found[close + 1]):
        return found
    if len(loops) == 2 and not _holds_only(outer, loops[1], source):
        return _of_one_axis(found, at, conditions[0], outer.label, source)
    body = _body(loops[-1], source) if loops[-1] is not None else None
    return [*found[: close + 1], body.label, *found[close + 2 :]] if body is not None else found


def _loop_of(label: str, source: NormalisedFunction) -> Segment | None:
    """The loop whose condition is the piece called `label`."""
    named = next((segment for segment in source.segments if segment.label == label), None)
    if named is None or named.label[1] != "e":
        return None
    around = [one for one in source.segments if one.label[1] == "s" and one.start <= named.start and named.end <= one.end]
    loop = max(around, key=lambda one: one.start, default=None)
    if loop is None or source.tokens[loop.start] != "for" or source.tokens[named.end] != ";":
        return None
    return loop


def _body(loop: Segment, source: NormalisedFunction) -> Segment | None:
    inside = [one for one in source.segments if loop.start < one.start and one.end == loop.end and one.label[1] in "sb"]
    return min(inside, key=lambda one: one.start, default=None)


def _holds_only(body: Segment, loop: Segment | None, source: NormalisedFunction) -> bool:
    """Whether a loop's body is another loop, alone or in braces."""
    if loop is None:
        return False
    braces = source.tokens[body.start] == "{"
    return (body.start + braces, body.end - braces) == (loop.start, loop.end)


def _of_one_axis(found: list[str], guard: int, condition: str, body: str, source: NormalisedFunction) -> list[str]:
    """The kernel with the outer loop's index alone, where it declares both in the plain way."""
    name = _variable(condition, source)
    opening = found.index("{") if "{" in found[:guard] else None
    if opening is None or name is None:
        return found
    lines = " ".join(found[opening + 1 : guard]).split(" ; ")
    kept = [line.rstrip(" ;") for line in lines if line.strip(" ;") and "threadIdx" not in line]
    kinds = [line.split(f" {name} = ")[0] for line in lines if f" {name} = " in line and "threadIdx" in line]
    if len(kinds) != 1:
        return found
    start = [*kinds[0].split(), name, "=", *INDEX, ";"]
    before = [word for line in kept for word in [*line.split(), ";"]]
    return [*found[: opening + 1], *before, *start, "if", "(", condition, ")", body, "}"]


def _variable(condition: str, source: NormalisedFunction) -> str | None:
    named = next(segment for segment in source.segments if segment.label == condition)
    words = source.tokens[named.start : named.end]
    return next((word for word in words if word[:1] == "i" and word[1:].isdecimal()), None)
