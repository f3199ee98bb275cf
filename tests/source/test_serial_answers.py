"""Answers to kernels: what is right stays, and what a loop or a run of statements lacks is taken from the kernel."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from tests.source.forms import form
from translate.corpus.pairs import made_up, pairs_of
from translate.corpus.tried import Tried
from translate.languages import language
from translate.source.answer import answer_text
from translate.source.loop_heads import with_heads
from translate.source.missing import completed
from translate.source.references import refer
from translate.source.runs import whole_runs
from translate.units import Candidate

CPP, CUDA = language("cpp"), language("cuda")
TWO = """__global__ void f(float *a, int w, int h) {
int x = blockIdx.x * blockDim.x + threadIdx.x; int y = blockIdx.y * blockDim.y + threadIdx.y;
if (x < w && y < h) a[y * w + x] = 1; }"""
STRIDED = """__global__ void f(float *a, int n) {
int start = blockIdx.x * blockDim.x + threadIdx.x; int step = blockDim.x * gridDim.x;
for (int i = start; i < n; i += step) { a[i] = 2; } }"""
EARLY = """__global__ void f(float *a, float *b, int n, int m) {
int t = blockIdx.x * blockDim.x + threadIdx.x;
if (t >= n) return;
a[t] = 0;
for (int k = 0; k < m; k++) { a[t] += b[k]; b[k + n] = a[t]; }
a[t] = a[t] / m;
}"""


@pytest.mark.parametrize("seed", range(40))
def test_right_answers_stay_as_they_are(seed: int) -> None:
    for pair in pairs_of(made_up(1, seed), Tried(Counter(), ""), random.Random(seed)):
        if pair.get("source") == "cuda":
            reads = form(pair["cuda"], "cuda")
            tokens = refer(form(pair["cpp"], "cpp", reads), reads)
            assert whole_runs(tokens, reads) == tokens
            text = answer_text(Candidate(tuple(tokens), None, "rule"), reads, CPP)
            assert completed(text, pair["cuda"], CUDA, CPP) == text


def test_loops_get_the_bounds_of_their_own_variables() -> None:
    swapped = "void f(float *a, int w, int h) { for (int y = 0; x < w; y++) { for (int x = 0; y < h; x++) a[y * w + x] = 1; } }"
    right = "void f(float *a, int w, int h) { for (int y = 0; y < h; y++) { for (int x = 0; x < w; x++) a[y * w + x] = 1; } }"
    assert with_heads(swapped, TWO, CUDA, CPP) == right
    assert with_heads(right, TWO, CUDA, CPP) == right


def test_a_loop_counts_what_its_body_uses_and_steps_by_one() -> None:
    text = "void f(float *a, int n) {{ for (int {0} = 0; {1}; {0}++) {{ a[i] = 2;{2} }} }}"
    assert with_heads(text.format("start", "start < n", " i += step;"), STRIDED, CUDA, CPP) == text.format("i", "i < n", " ")


@pytest.mark.parametrize("run", ["<s2>", "<s2> <s3>", "<s2> <s3> <s5>", "<s2> <s3> <s6>", "<s2> <s3> <s5> <s7>"])
def test_what_follows_the_guard_belongs_to_the_iteration(run: str) -> None:
    reads = form(EARLY, "cuda")
    labels = [segment.label for segment in reads.segments if segment.label[1] == "s"]
    assert {"<s2>", "<s3>", "<s7>"} <= set(labels)
    head = "void f0 <l0> { for ( int i0 = 0 ; i0 < a2 ; i0 ++ ) {".split()
    made = whole_runs([*head, *run.split(), "}", "}"], reads)
    text = " ".join(answer_text(Candidate(tuple(made), None, "model"), reads, CPP).split())
    assert text.count("a[t] = 0;") == text.count("a[t] += b[k];") == text.count("a[t] = a[t] / m;") == 1 and "return" not in text
