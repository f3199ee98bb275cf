"""Pairs of this folder's tables, compared many at a time in one sandbox."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from translate.languages import language
from translate.verify.equivalence import Equivalence, Pair, compare_many
from translate.verify.sandbox import open_sandbox

Row = tuple[str, str, str]
Judge = Callable[[Sequence[Row]], list[Equivalence]]


def in_language(text: str) -> str:
    """`cuda` where something runs on a device, else `cpp`."""
    return "cuda" if "__global__" in text or "__device__" in text else "cpp"


@pytest.fixture(scope="session")
def judge() -> Judge:
    """`judge(rows)` compares the second text of each row with the third."""
    sandbox = open_sandbox()

    def verdicts(rows: Sequence[Row]) -> list[Equivalence]:
        pairs = [Pair(first, language(in_language(first)), second, language(in_language(second))) for _, first, second in rows]
        return compare_many(pairs, sandbox=sandbox)

    return verdicts
