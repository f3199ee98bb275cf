"""A kernel's guard and its body belong to the same loop."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from tests.source.forms import form
from translate.corpus.pairs import made_up, pairs_of
from translate.corpus.tried import Tried
from translate.languages import language
from translate.source.answer import answer_text
from translate.source.guards import with_body
from translate.source.references import refer
from translate.units import Candidate, NormalisedFunction

CUDA = language("cuda")
ROWS = """void f(float *a, const float *b, int n, int m) {
for (int i = 0; i < n; i++) { float s = 0; for (int j = 0; j < m; j++) { s += b[i * m + j]; s *= 2; } a[i] = s; } }"""
GRID = "void f(float *a, int n, int m) { for (int i = 0; i < n; i++) { for (int j = 0; j < m; j++) { a[i * m + j] = 1; a[0] = 2; } } }"
X, Y = (f"blockIdx . {axis} * blockDim . {axis} + threadIdx . {axis}" for axis in "xy")


def conditions(reads: NormalisedFunction) -> list[str]:
    texts = {one.label: " ".join(reads.tokens[one.start : one.end]) for one in reads.segments if one.label[1] == "e"}
    return [label for label, text in texts.items() if " < " in text]


def kernel_of_two_axes(reads: NormalisedFunction, body: str) -> str:
    """The text of an answer that guards both loops of `reads` and names `body`."""
    outer, inner = conditions(reads)
    tokens = f"__global__ void f0 <l0> {{ int i1 = {X} ; int i0 = {Y} ; if ( {outer} && {inner} ) {body} }}".split()
    return " ".join(answer_text(Candidate(tuple(tokens), None, "model"), reads, CUDA).split())


@pytest.mark.parametrize("seed", range(40))
def test_right_kernels_stay_as_they_are(seed: int) -> None:
    for pair in pairs_of(made_up(1, seed), Tried(Counter(), ""), random.Random(seed)):
        if pair.get("source") == "cpp":
            reads = form(pair["cpp"], "cpp")
            tokens = refer(form(pair["cuda"], "cuda", reads), reads)
            assert with_body(tokens, reads) == tokens


@pytest.mark.parametrize("body", ["<b0>", "<b1>", "<b2>"])
def test_loops_that_are_not_nested_perfectly_are_one_axis(body: str) -> None:
    reads = form(ROWS, "cpp")
    text = kernel_of_two_axes(reads, body)
    assert "int i = blockIdx.x * blockDim.x + threadIdx.x; if (i < n) {" in text and "int j = blockIdx" not in text
    assert "float s = 0;" in text and "a[i] = s;" in text


@pytest.mark.parametrize("body", ["<b0>", "<b1>", "<b2>"])
def test_loops_that_are_have_the_inner_body(body: str) -> None:
    reads = form(GRID, "cpp")
    text = kernel_of_two_axes(reads, body)
    assert "if (i < n && j < m) { a[i * m + j] = 1; a[0] = 2; }" in text and "for" not in text
