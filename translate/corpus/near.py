"""Near copies: functions that are the same but for names, found by the pieces of code that they share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

SHINGLE = 5
"""Tokens in a piece."""
WORDS = re.compile(r"[A-Za-z_]\w*|\d[\w.]*|\S")
KEPT = frozenset("for if else while do return int float double char long unsigned const void bool short size_t".split())


def shingles(text: str) -> frozenset[int]:
    """Hashes of all runs of five tokens of `text`, every name that is not a keyword being the same token."""
    tokens = [token if token in KEPT or not (token[0].isalpha() or token[0] == "_") else "_" for token in WORDS.findall(text)]
    return frozenset(hash(tuple(tokens[i : i + SHINGLE])) for i in range(max(1, len(tokens) - SHINGLE + 1)))


def near_copies(texts: Sequence[str], suite: Iterable[str], threshold: float = 0.8) -> set[int]:
    """Indices of the `texts` whose shingles overlap with those of a text of `suite` by `threshold` or more (Jaccard)."""
    known = [shingles(text) for text in suite]
    by_shingle: dict[int, list[int]] = {}
    for number, pieces in enumerate(known):
        for piece in pieces:
            by_shingle.setdefault(piece, []).append(number)
    found: set[int] = set()
    for index, text in enumerate(texts):
        own = shingles(text)
        shared: dict[int, int] = {}
        for piece in own:
            for number in by_shingle.get(piece, ()):
                shared[number] = shared.get(number, 0) + 1
        if any(count >= threshold * (len(own) + len(known[number]) - count) for number, count in shared.items()):
            found.add(index)
    return found
