"""Vectors made pointers: kernels of functions that are given vectors do what these do, and other uses of a vector are declined."""

from __future__ import annotations

import pytest

from translate.corpus.rules.kernels import kernel_of
from translate.languages import language
from translate.source.plain_arrays import NotPlain, plain_arrays
from translate.verify.equivalence import Pair, compare_many
from translate.verify.sandbox import open_sandbox

HEADER = "#include <vector>\n"
SAME = {
    "elements": "void f(std::vector<float> &m, int n) { for (int i = 0; i < n; ++i) m[i] *= 2; }",
    "its length": "void f(const std::vector<double> &x, std::vector<double>& y) { for (size_t i = 0; i < x.size(); ++i) y[i] += x[i]; }",
    "a loop over elements": "void f(std::vector<int>& v) { for (auto &x : v) x += 3; }",
    "a value of all": "double f(const std::vector<double>& v) { double s = 0; for (double x : v) s += x; return s; }",
    "its data": "void f(std::vector<float> &v, int n) { float *p = v.data(); for (int i = 0; i < n; i++) p[i] = i; }",
}
DECLINED = {
    "it grows": "void f(std::vector<int> &v) { v.push_back(1); }",
    "it is handed on": "void f(std::vector<int> &v) { g(v); }",
    "a copy": "void f(std::vector<int> v) { v[0] = 1; }",
    "of texts": "void f(std::vector<std::string> &v) { v[0] = 1; }",
    "a copied element that changes": "void f(std::vector<int> &v, int *t) { for (int x : v) { x += 1; t[x] = 1; } }",
}


def test_kernels_of_vectors_do_the_same() -> None:
    pairs = [Pair(HEADER + text, language("cpp"), kernel_of(text), language("cuda")) for text in SAME.values()]
    verdicts = compare_many(pairs, sandbox=open_sandbox())
    assert [(why, verdict.reason) for why, verdict in zip(SAME, verdicts, strict=True) if not verdict.agrees] == []


@pytest.mark.parametrize("text", SAME.values(), ids=SAME)
def test_no_vector_is_left(text: str) -> None:
    assert "vector" not in plain_arrays(text)


@pytest.mark.parametrize("text", DECLINED.values(), ids=DECLINED)
def test_other_uses_are_declined(text: str) -> None:
    with pytest.raises(NotPlain):
        plain_arrays(text)


def test_text_without_vectors_stays() -> None:
    assert plain_arrays("void f(float *v) { v[0] = 1; }") == "void f(float *v) { v[0] = 1; }"
