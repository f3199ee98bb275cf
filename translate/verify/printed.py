"""Whether two programs print the same: words exactly, numbers by value, blanks and line breaks ignored."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

RELATIVE = 1e-5
"""What six printed digits keep, the default of C++."""
TINY = 1e-14
"""Below this a result is zero up to rounding, however each side prints it."""
ROUNDING = 0.501
FEWEST_DECIMALS = 2
TOKEN = re.compile(
    r"(?P<number>[-+]?(?:(?:\d+\.?\d*|\.\d+)(?:[eEdD][-+]?\d+)?(?![A-Za-z_])|(?:nan|inf(?:inity)?)\b))|[A-Za-z_]\w*|\d+|\S", re.IGNORECASE
)
TRUTH = {"t": True, "true": True, "1": True, "f": False, "false": False, "0": False}


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a sign or a number of an output, and the line it stands in, from 0."""

    text: str
    line: int
    value: float | None = None
    decimals: int | None = None
    """Digits behind the point; None for a whole number and one with an exponent."""


@dataclass(frozen=True, slots=True)
class Mismatch:
    """The first line that differs: its number in what was expected, from 1, and both lines."""

    line: int
    expected: str
    found: str


def tokens(output: str) -> list[Token]:
    """What `output` holds beside blanks, in order."""
    return [_token(match, number) for number, line in enumerate(output.split("\n")) for match in TOKEN.finditer(line)]


def mismatch(expected: str, found: str) -> Mismatch | None:
    """Where two outputs first differ; None where they say the same."""
    ours, theirs = tokens(expected), tokens(found)
    fixed = (_fixed_decimals(ours), _fixed_decimals(theirs))
    for one, other in zip_longest(ours, theirs):
        if one is None or other is None or not _agree(one, other, fixed):
            return Mismatch((one.line if one else expected.rstrip().count("\n") + 1) + 1, _line(expected, one), _line(found, other))
    return None


def _token(match: re.Match[str], line: int) -> Token:
    text = match[0]
    number = match["number"]
    if number is None:
        return Token(text, line)
    plain = number.lower().replace("d", "e") if number.lower().lstrip("+-")[:1] not in ("n", "i") else number
    _, point, rest = plain.partition(".")
    decimals = len(rest) if point and "e" not in plain else None
    return Token(text, line, float(plain), decimals)


def _fixed_decimals(found: Sequence[Token]) -> int | None:
    """How many digits behind the point an output always prints; None where that varies."""
    counts = [token.decimals for token in found if token.decimals is not None]
    return counts[0] if len(counts) > 1 and len(set(counts)) == 1 and counts[0] >= FEWEST_DECIMALS else None


def _agree(one: Token, other: Token, fixed: tuple[int | None, int | None]) -> bool:
    if one.text == other.text:
        return True
    truths = TRUTH.get(one.text.lower()), TRUTH.get(other.text.lower())
    if None not in truths and truths[0] == truths[1]:
        return True
    if one.value is None or other.value is None:
        return False
    return _same_number(one, other, fixed)


def _same_number(one: Token, other: Token, fixed: tuple[int | None, int | None]) -> bool:
    a, b = one.value, other.value
    assert a is not None and b is not None
    if math.isnan(a) or math.isnan(b):
        return math.isnan(a) and math.isnan(b)
    if a == b:
        return True
    if math.isinf(a) or math.isinf(b) or (_is_whole(one) and _is_whole(other)):
        return False
    apart = abs(a - b)
    printed = [10.0**-token.decimals for token, side in zip((one, other), fixed, strict=True) if side and token.decimals == side]
    return apart <= max(RELATIVE * max(abs(a), abs(b)), TINY, ROUNDING * max(printed, default=0.0))


def _is_whole(token: Token) -> bool:
    return token.text.lstrip("+-").isdecimal()


def _line(output: str, token: Token | None) -> str:
    return " ".join(output.split("\n")[token.line].split()) if token is not None else "the end"
