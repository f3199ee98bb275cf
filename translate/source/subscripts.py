"""Subscripts as tokens: brackets that match, sums with a constant at their end, offsets of elements in memory."""

from __future__ import annotations

from collections.abc import Sequence

OPENS, CLOSES = ("(", "["), (")", "]")


def matching(tokens: Sequence[str], at: int) -> int:
    """The place of the bracket that closes the one at `at`; the end where none does."""
    depth = 0
    for place in range(at, len(tokens)):
        depth += (tokens[place] in OPENS) - (tokens[place] in CLOSES)
        if not depth:
            return place
    return len(tokens)


def depth_zero(tokens: Sequence[str], at: int) -> bool:
    """Whether the token at `at` stands in no bracket."""
    before = tokens[:at]
    return sum(token in OPENS for token in before) == sum(token in CLOSES for token in before)


def separated(tokens: Sequence[str]) -> list[list[str]]:
    """The parts between the commas that stand in no bracket."""
    parts: list[list[str]] = [[]]
    for at, token in enumerate(tokens):
        if token == "," and depth_zero(tokens, at):
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def counted_from(tokens: list[str], first: str, *, up: bool) -> list[str]:
    """A subscript that counts from 0 made one from `first` (`up`), or back; a constant at its end takes the change."""
    if first == "0":
        return tokens
    if not first.removeprefix("-").isdecimal():
        return [*tokens, "+" if up else "-", first]
    change = int(first) if up else -int(first)
    if len(tokens) == 1 and tokens[0].isdecimal():
        total = int(tokens[0]) + change
        return [str(total)] if total >= 0 else ["-", str(-total)]
    if len(tokens) > 2 and tokens[-1].isdecimal() and tokens[-2] in ("+", "-") and tokens[-3] not in (*OPENS, "*", "/", ","):
        change += int(tokens[-1]) if tokens[-2] == "+" else -int(tokens[-1])
        tokens = tokens[:-2]
    if not change:
        return tokens
    return [*tokens, "+" if change > 0 else "-", str(abs(change))]


def flat(places: Sequence[list[str]], extents: Sequence[Sequence[str] | None]) -> list[str] | None:
    """The offset in memory of an element, the first subscript running fastest; None where an extent is not known."""
    total: list[str] = list(places[0])
    stride: list[str] = []
    for place, extent in zip(places[1:], extents, strict=False):
        if extent is None:
            return None
        stride = [*stride, "*", *_factor(extent)] if stride else list(extent)
        if place == ["0"]:
            continue
        step = [*_factor(place), "*", *(stride if "*" in stride else _factor(stride))]
        if place == ["1"]:
            step = step[2:]
        total = step if total == ["0"] else [*total, "+", *step]
    return total


def last_operand(tokens: Sequence[str]) -> int:
    """Where the name or element at the end of `tokens` begins."""
    if not tokens or tokens[-1] not in CLOSES:
        return len(tokens) - 1
    depth = 0
    for at in range(len(tokens) - 1, -1, -1):
        depth += (tokens[at] in CLOSES) - (tokens[at] in OPENS)
        if not depth:
            return at - 1
    return -1


def _factor(tokens: Sequence[str]) -> list[str]:
    return ["(", *tokens, ")"] if _is_sum(tokens) else list(tokens)


def _is_sum(tokens: Sequence[str]) -> bool:
    return any(token in ("+", "-") and depth_zero(tokens, at) for at, token in enumerate(tokens))
