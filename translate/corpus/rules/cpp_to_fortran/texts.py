"""Characters of C++ literals and how Fortran quotes them."""

from __future__ import annotations

from translate.corpus.rules import Declined


def unescaped(text: str) -> str:
    """The characters of a C++ literal in quotes. Raises Declined."""
    if text[0] not in "\"'":
        raise Declined("a literal with a prefix")
    inner = text[1:-1]
    pieces, at = [], 0
    known = {"n": "\n", "t": "\t", "\\": "\\", '"': '"', "'": "'"}
    while at < len(inner):
        if inner[at] == "\\":
            if inner[at + 1] not in known:
                raise Declined("an escape in a text")
            pieces.append(known[inner[at + 1]])
            at += 1
        else:
            pieces.append(inner[at])
        at += 1
    return "".join(pieces)


def quoted(text: str) -> str:
    """The text as a Fortran literal."""
    if not text.isprintable() or not text.isascii():
        raise Declined("a character without a sign")
    return "'" + text.replace("'", "''") + "'" if '"' in text else f'"{text}"'
