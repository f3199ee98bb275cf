"""Translated functions back into their file; the inverse of extract."""

from __future__ import annotations

from collections.abc import Iterable

from translate.units import Function, SourceUnit


def splice(unit: SourceUnit, replacements: Iterable[tuple[Function, str]]) -> str:
    """The unit's text with each function replaced; all other bytes as they were, line ends those of the file."""
    content = unit.text.encode("utf-8")
    newline = "\r\n" if "\r\n" in unit.text else "\n"
    # Back to front, so that earlier byte offsets stay true.
    for function, text in sorted(replacements, key=lambda item: -item[0].span.start):
        lines = text.rstrip("\n").replace("\r\n", "\n").replace("\n", newline)
        content = content[: function.span.start] + lines.encode("utf-8") + content[function.span.end :]
    return content.decode("utf-8")
