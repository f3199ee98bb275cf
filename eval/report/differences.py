"""Two texts side by side, line by line, with the words that differ marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache
from html import escape

from translate.languages import language
from translate.source.layout import formatted

WIDTH = 110
PIECES = re.compile(r"\w+|\s+|[^\w\s]")
ALIKE = 0.4
"""Lines less alike than this are shown apart."""


@cache
def laid_out(text: str, spoken: str) -> str:
    """`text` as a reader can take it in: code on one long line is broken up."""
    of = language(spoken)
    long = any(len(line) > WIDTH for line in text.splitlines())
    return formatted(text, of).strip("\n") if long and not of.line_ends else text.strip("\n")


def side_by_side(left: str, right: str) -> str:
    """Rows of a table: number and line of `left`, number and line of `right`."""
    first, second = left.splitlines(), right.splitlines()
    rows = []
    numbers = [0, 0]
    for pair in _paired(first, second):
        cells = []
        for side, line in enumerate(pair):
            numbers[side] += line is not None
            cells.append(_cell(numbers[side], line, pair[1 - side], "del" if side == 0 else "ins"))
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return "".join(rows)


def _paired(first: Sequence[str], second: Sequence[str]) -> Iterator[tuple[str | None, str | None]]:
    bare = [["".join(line.split()) for line in lines] for lines in (first, second)]
    for tag, a, b, c, d in SequenceMatcher(None, bare[0], bare[1], autojunk=False).get_opcodes():
        if tag == "equal":
            yield from zip(first[a:b], second[c:d], strict=True)
            continue
        both = min(b - a, d - c)
        for i in range(both):
            yield from _close(first[a + i], second[c + i])
        yield from ((line, None) for line in first[a + both : b])
        yield from ((None, line) for line in second[c + both : d])


def _close(left: str, right: str) -> Iterator[tuple[str | None, str | None]]:
    if SequenceMatcher(None, left.split(), right.split(), autojunk=False).ratio() >= ALIKE or not left.strip() or not right.strip():
        yield left, right
    else:
        yield left, None
        yield None, right


def _cell(number: int, line: str | None, other: str | None, tag: str) -> str:
    if line is None:
        return '<td class="n"></td><td class="gap"></td>'
    if other is not None and "".join(line.split()) == "".join(other.split()):
        return f'<td class="n">{number}</td><td>{escape(line)}</td>'
    marked = f"<{tag}>{escape(line)}</{tag}>" if other is None else _marked(line, other, tag)
    return f'<td class="n">{number}</td><td class="{tag}">{marked}</td>'


def _marked(line: str, other: str, tag: str) -> str:
    """`line` with what `other` has not marked by `tag`."""
    own, theirs = PIECES.findall(line), PIECES.findall(other)
    pieces = []
    for kind, a, b, _, _ in SequenceMatcher(None, own, theirs, autojunk=False).get_opcodes():
        text = escape("".join(own[a:b]))
        pieces.append(text if kind == "equal" or not text.strip() else f"<{tag}>{text}</{tag}>")
    return "".join(pieces)
