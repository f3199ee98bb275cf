"""The rules that make pairs: what they write compiles and is parallel only where iterations are independent."""

import pytest

from translate.corpus.generate import generate
from translate.corpus.near import near_copies
from translate.corpus.rules import Declined
from translate.corpus.rules.deparallelise import deparallelise
from translate.corpus.rules.parallelise import GUARDS, KernelStyle, parallelise

CARRIED = {
    "recurrence": "void f(float *a, int n) { for (int i = 0; i < n; i++) { a[i] = a[i - 1]; } }",
    "one place": "void f(float *a, int n) { for (int i = 0; i < n; i++) { a[0] = i; } }",
    "scatter": "void f(float *a, int *m, int n) { for (int i = 0; i < n; i++) { a[m[i]] = i; } }",
    "scalar": "void f(float *a, int n) { float s; for (int i = 0; i < n; i++) { s += a[i]; a[i] = s; } }",
    "folded": "void f(float *a, int n) { for (int i = 0; i < n; i++) { a[i % 3] = i; } }",
    "wrong stride": "void f(float *a, int n, int m) { for (int i = 0; i < n; i++) for (int j = 0; j < m; j++) a[i * n + j] = 1; }",
    "call": "void f(float *a, int n) { for (int i = 0; i < n; i++) { a[i] = next(); } }",
    "break": "void f(float *a, int n) { for (int i = 0; i < n; i++) { if (a[i] > 0) break; a[i] = 1; } }",
    "through a pointer": "void f(float *a, int n) { for (int i = 0; i < n; i++) { *a = i; } }",
}


@pytest.mark.parametrize("text", CARRIED.values(), ids=CARRIED)
def test_a_loop_that_carries_a_dependence_is_declined(text: str) -> None:
    with pytest.raises(Declined):
        parallelise(text)


@pytest.mark.parametrize("guard", GUARDS)
@pytest.mark.parametrize("seed", range(0, 30))
def test_serial_parallel_serial_keeps_the_body(seed: int, guard: str) -> None:
    text = generate(seed)
    try:
        kernel = parallelise(text, KernelStyle(guard=guard))
        back = deparallelise(kernel)
    except Declined:
        return
    squeezed = "".join(back.split())
    for line in text.splitlines():
        if line.endswith(";") and "continue" not in line:
            assert "".join(line.split()) in squeezed


@pytest.mark.parametrize("text", ["__shared__ float s[2]; if (i < n) a[i] = s[0];", "if (i < n) a[i] = 1; else a[0] = 2;", "a[i] = 1;"])
def test_what_has_no_plain_serial_form_is_declined(text: str) -> None:
    with pytest.raises(Declined):
        deparallelise(f"__global__ void k(float *a, int n) {{ int i = threadIdx.x; {text} }}")


def test_near_copies_are_found_whatever_the_names() -> None:
    text = "void f(float *a, int n) { for (int i = 0; i < n; i++) { a[i] = 2 * a[i]; } }"
    other = "int g(double x) { while (x > 1) { x = x / 2; if (x < 0) return 3; } return 7; }"
    renamed = text.replace("a", "data").replace("n)", "count)").replace("< n", "< count").replace("flodatat", "float")
    assert near_copies([text, other], [renamed]) == {0}
