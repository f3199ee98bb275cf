"""The rules that make pairs: what they write compiles and is parallel only where iterations are independent."""

import random

import pytest

from translate.corpus.generate import generate
from translate.corpus.near import near_copies
from translate.corpus.nests import nest, shared_sum
from translate.corpus.rules import Declined
from translate.corpus.rules.deparallelise import deparallelise
from translate.corpus.rules.dependence import Care
from translate.corpus.rules.parallelise import GUARDS, INDEX_ORDERS, ONE_BLOCK, ONE_THREAD, KernelStyle, parallelise
from translate.languages import language
from translate.verify.equivalence import Pair, Word, compare_many
from translate.verify.sandbox import open_sandbox

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
        if line.endswith(";") and "continue" not in line and any(word in line for word in ("=", "++", "--", "(")):
            assert "".join(line.split()) in squeezed


def test_kernels_of_every_style_do_what_the_loop_does() -> None:
    styles = [KernelStyle(index=index, guard=guard) for index in (INDEX_ORDERS[0], ONE_BLOCK, ONE_THREAD) for guard in (*GUARDS, "alone")]
    cpp, cuda = language("cpp"), language("cuda")
    loops = [(nest if number % 3 else shared_sum)(random.Random(number)) for number in range(len(styles))]
    pairs = [Pair(loop, cpp, parallelise(loop, style, care=Care.LIKELY), cuda) for loop, style in zip(loops, styles, strict=True)]
    verdicts = compare_many(pairs, sandbox=open_sandbox())
    assert [verdict.reason for verdict in verdicts if verdict.word not in (Word.EQUIVALENT, Word.UNTESTABLE)] == []
    assert sum(verdict.agrees for verdict in verdicts) > 0.8 * len(verdicts)


@pytest.mark.parametrize("update", ["h[a[i]]++", "h[a[i] % 4] += 2", "*h += a[i]", "h[0] -= a[i]"])
def test_shared_sums_become_atomic_where_the_type_has_it(update: str) -> None:
    text = f"void f(const int *a, int *h, int n) {{ for (int i = 0; i < n; i++) {{ {update}; }} }}"
    assert "atomicAdd(" in parallelise(text, care=Care.LIKELY)
    with pytest.raises(Declined):
        parallelise(text)
    for other in (text.replace("int *h", "short *h"), text.replace(update, f"{update}; h[1] = h[0]")):
        try:
            assert "atomicAdd(" not in parallelise(other, care=Care.LIKELY)
        except Declined:
            pass


@pytest.mark.parametrize("text", ["__shared__ float s[2]; if (i < n) a[i] = s[0];", "if (i < n) a[i] = 1; else a[0] = 2;", "a[i] = 1;"])
def test_what_has_no_plain_serial_form_is_declined(text: str) -> None:
    with pytest.raises(Declined):
        deparallelise(f"__global__ void k(float *a, int n) {{ int i = threadIdx.x; {text} }}")


def test_near_copies_are_found_whatever_the_names() -> None:
    text = "void f(float *a, int n) { for (int i = 0; i < n; i++) { a[i] = 2 * a[i]; } }"
    other = "int g(double x) { while (x > 1) { x = x / 2; if (x < 0) return 3; } return 7; }"
    renamed = text.replace("a", "data").replace("n)", "count)").replace("< n", "< count").replace("flodatat", "float")
    assert near_copies([text, other], [renamed]) == {0}
