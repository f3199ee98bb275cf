"""Near copies: functions that are the same but for names, found by the pieces of code that they share."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Sequence

SHINGLE = 5
"""Tokens in a piece."""
WORDS = re.compile(r"[A-Za-z_]\w*|\d[\w.]*|\S")
KEPT = frozenset("for if else while do return int float double char long unsigned const void bool short size_t".split())


class Texts:
    """Texts that others may resemble; also those that no parser reads."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._sizes: list[int] = []
        self._by_piece: dict[int, list[int]] = {}
        for number, pieces in enumerate(map(shingles, texts)):
            self._sizes.append(len(pieces))
            for piece in pieces:
                self._by_piece.setdefault(piece, []).append(number)

    def resemble(self, text: str, threshold: float = 0.8) -> bool:
        """Whether the shingles of `text` overlap with those of one of them by `threshold` or more (Jaccard)."""
        own = shingles(text)
        shared: dict[int, int] = {}
        for piece in own:
            for number in self._by_piece.get(piece, ()):
                shared[number] = shared.get(number, 0) + 1
        return any(count >= threshold * (len(own) + self._sizes[number] - count) for number, count in shared.items())


def shingles(text: str) -> frozenset[int]:
    """Hashes of all runs of five tokens of `text`, every name that is not a keyword being the same token."""
    tokens = [token if token in KEPT or not (token[0].isalpha() or token[0] == "_") else "_" for token in WORDS.findall(text)]
    # The built-in hash of a text is another one in every process.
    return frozenset(zlib.crc32(" ".join(tokens[i : i + SHINGLE]).encode()) for i in range(max(1, len(tokens) - SHINGLE + 1)))


def near_copies(texts: Sequence[str], suite: Iterable[str], threshold: float = 0.8) -> set[int]:
    """Indices of the `texts` that resemble a text of `suite`."""
    known = Texts(suite)
    return {index for index, text in enumerate(texts) if known.resemble(text, threshold)}
