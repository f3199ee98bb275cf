"""Long lines of Fortran, folded."""

from __future__ import annotations

from collections.abc import Iterator

WIDTH = 120


def folded(line: str) -> Iterator[str]:
    """The line, cut at blanks outside of quotes where it is too long."""
    indent = " " * (len(line) - len(line.lstrip(" ")) + 4)
    while len(line) > WIDTH:
        cut = _last_blank(line, WIDTH - 2)
        if cut <= len(indent):
            break
        yield line[:cut] + " &"
        line = indent + line[cut:].lstrip(" ")
    yield line


def _last_blank(line: str, limit: int) -> int:
    quote, found = "", 0
    for at, letter in enumerate(line[:limit]):
        if quote:
            quote = "" if letter == quote else quote
        elif letter in "\"'":
            quote = letter
        elif letter == " ":
            found = at
    return found
