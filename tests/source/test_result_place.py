"""A function that returns a number, and one that leaves it at a place, called by one that returns it: all do the same."""

from __future__ import annotations

import pytest

from translate.languages import language
from translate.source.result_place import calling, with_result_place
from translate.verify.equivalence import Pair, compare_many
from translate.verify.sandbox import open_sandbox

TEXTS = {
    "double dot(const double *a, const double *b, int n) { double s = 0; for (int i = 0; i < n; i++) s += a[i] * b[i]; return s; }": (
        "a",
        "b",
        "n",
    ),
    "static inline int last(const int *result, int n) { int k = 0; for (int i = 0; i < n; i++) k = result[i]; return k * 2; }": (
        "result",
        "n",
    ),
    "unsigned int bits(unsigned int x) { x ^= x >> 3; return x; }": ("x",),
}


def test_what_is_left_at_the_place_is_what_was_returned() -> None:
    made = []
    for text, given in TEXTS.items():
        placed = with_result_place(text, "into_place")
        assert placed is not None and "void into_place(" in placed and "return" not in placed
        made.append(f"{placed}\n{calling(text, 'into_place', given)}")
    pairs = [Pair(text, language("cpp"), candidate, language("cpp")) for text, candidate in zip(TEXTS, made, strict=True)]
    assert [verdict.reason for verdict in compare_many(pairs, sandbox=open_sandbox()) if not verdict.agrees] == []


@pytest.mark.parametrize(
    "text",
    [
        "void f(float *a) { a[0] = 1; }",
        "float *f(float *a) { return a; }",
        "int f(int n) { if (n < 0) return 0; return n; }",
        "std::string f(int n) { return g(n); }",
        "int f(int n) { for (;;) { } }",
    ],
)
def test_other_functions_have_no_such_place(text: str) -> None:
    assert with_result_place(text) is None
