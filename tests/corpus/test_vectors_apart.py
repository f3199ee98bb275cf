"""CUDA's small vectors made one variable for each component: the Fortran of such kernels gives the same numbers."""

from __future__ import annotations

import pytest

from translate.corpus.rules.cpp_to_fortran import cpp_to_fortran
from translate.corpus.rules.serial import function_of
from translate.corpus.rules.vectors_apart import vectors_apart
from translate.languages import language
from translate.verify.equivalence import Pair, compare_many
from translate.verify.sandbox import open_sandbox

HEAD = "__global__ void f(const float *p, float *q, int n) { int i = blockIdx.x * blockDim.x + threadIdx.x; if (i >= n) return; "
KERNELS = {
    "components": "float3 a = make_float3(p[3 * i], p[3 * i + 1], 0.f); a.y += 2 * a.x; q[3 * i] = a.x * a.y; q[3 * i + 1] = a.z; }",
    "copies and differences": "float2 a = make_float2(p[3 * i], p[3 * i + 1]); float2 b = a; b.x = 1.f;"
    " float2 d = make_float2(a.x - b.x, a.y + b.y); q[3 * i] = d.x; q[3 * i + 2] = d.y; }",
    "set as a whole": "float2 a; a = make_float2(p[3 * i], 2.f); float2 b = make_float2(0.f, 0.f); b = a; q[3 * i] = b.x + b.y; }",
}


def test_each_component_keeps_its_value() -> None:
    texts = [HEAD + body for body in KERNELS.values()]
    fortran = [cpp_to_fortran(vectors_apart(function_of(text))) for text in texts]
    pairs = [Pair(text, language("cuda"), made, language("fortran")) for text, made in zip(texts, fortran, strict=True)]
    verdicts = compare_many(pairs, sandbox=open_sandbox())
    assert [(why, verdict.reason) for why, verdict in zip(KERNELS, verdicts, strict=True) if not verdict.agrees] == []


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("float2 a = make_float2(p[i], 1.f); a = make_float2(a.y, a.x); q[i] = a.x; }", "it is set from itself"),
        ("float a_x = 1.f; float2 a = make_float2(p[i], 1.f); q[i] = a.x + a_x; }", "the name is taken"),
        ("float2 w[2]; w[0] = make_float2(p[i], 1.f); q[i] = w[0].x; }", "an array of vectors"),
    ],
)
def test_a_vector_that_is_used_as_a_whole_stays(body: str, why: str) -> None:
    plain = function_of(HEAD + body)
    assert vectors_apart(plain) == plain, why


def test_text_without_vectors_stays() -> None:
    assert vectors_apart("void f(float *a) { a[0] = 1; }") == "void f(float *a) { a[0] = 1; }"
