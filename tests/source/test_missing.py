"""What an answer leaves out of its source is put where it can stand, and an answer that is whole stays as it is."""

from __future__ import annotations

import pytest

from translate.languages import language
from translate.source.missing import completed

CPP, CUDA = language("cpp"), language("cuda")
SUM = "s = 0; for (j = 0; j < m; j++) s += a[j]; b[i] = s;"
ROWS = f"void f(float *a, float *b, int n, int m) {{ int i, j; float s; for (i = 0; i < n; i++) {{ {SUM} }} }}"
ROWS_ANSWER = f"__global__ void f(float *a, float *b, int n, int m) {{{{{{}} int i = threadIdx.x; if (i < n) {{{{ {SUM} }}}} }}}}"
WHOLE = "__global__ void f(float *a, int n) { int i = threadIdx.x; if (i < n) a[i] = 1; }"
KERNEL = "__global__ void f(float *a, int n) { int i = threadIdx.x; float v = a[i]; int k = n / 2; if (v < 0) return; a[i] = v * k; }"
SERIAL = "void f(float *a, int n) {{{} for (int i = 0; i < n; i++) {{{} if (v < 0) {}; a[i] = v * k; }} }}"


def test_a_declaration_that_is_used_comes_with_the_answer() -> None:
    assert completed(ROWS_ANSWER.format(""), ROWS, CPP, CUDA) == ROWS_ANSWER.format(" int j; float s;")
    whole = ROWS_ANSWER.format(" int j; float s;")
    assert completed(whole, ROWS, CPP, CUDA) == whole


def test_a_value_stands_where_what_it_needs_is_known_and_a_thread_that_ends_is_an_iteration_that_ends() -> None:
    made = completed(SERIAL.format("", "", "return"), KERNEL, CUDA, CPP)
    assert made == SERIAL.format(" int k = n / 2;", " float v = a[i];", "continue")


def test_an_iteration_that_ends_is_a_thread_that_ends() -> None:
    text = "__global__ void f(float *a, int n) { int i = threadIdx.x; if (i >= n) return; if (a[i] < 0) continue; a[i] = 1; }"
    loop = "void f(float *a, int n) { for (int i = 0; i < n; i++) { if (a[i] < 0) continue; a[i] = 1; } }"
    assert completed(text, loop, CPP, CUDA) == text.replace("continue", "return")


@pytest.mark.parametrize("text", [WHOLE, "__global__ void f(", "", "int x;"])
def test_what_lacks_nothing_or_cannot_be_read_stays(text: str) -> None:
    assert completed(text, ROWS, CPP, CUDA) == text
