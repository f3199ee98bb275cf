"""CodeBLEU: the published package's own numbers, and cases counted by hand for the corrected one."""

from __future__ import annotations

import math
from importlib import import_module
from typing import Any

import pytest

from eval.codebleu import code_bleu
from eval.codebleu.dataflow import COMES, COMPUTED, dataflow
from eval.items import Item, Prediction, Task
from eval.metrics import Context, score
from eval.metrics.words import spaced
from translate.languages import language

CPP, CUDA, FORTRAN = language("cpp"), language("cuda"), language("fortran")
AXPY = "void axpy(float a, const float *x, float *y, int n) { for (int i = 0; i < n; i++) y[i] += a * x[i]; }"
OTHER = "void axpy(float a, const float *x, float *y, int n) { int i; for (i = 0; i < n; ++i) { float t = a * x[i]; y[i] = y[i] + t; } }"
SUM = "float sum(const float *x, int n) { float s = 0; // all of it\n for (int i = 0; i < n; i++) s += x[i]; return s; }"


def scored(name: str, pairs: list[tuple[str, str]], target: str) -> Any:
    tasks = [
        Task(Item(str(at), {"cuda" if target == "cpp" else "cpp": "", target: truth}), "", target) for at, (_, truth) in enumerate(pairs)
    ]
    return score(name, tasks, [Prediction(task.id, (output,), 0.0, 0) for task, (output, _) in zip(tasks, pairs, strict=True)], Context())


@pytest.mark.parametrize("target", ["cpp", "cuda"])
def test_the_published_score_is_the_package_s_own(target: str) -> None:
    pairs = [(OTHER, AXPY), (SUM, SUM), (AXPY, SUM), ("", AXPY)]
    found = scored("codebleu_published", pairs, target)
    outputs, references = ([spaced(pair[side], target) for pair in pairs] for side in (0, 1))
    theirs = import_module("codebleu").calc_codebleu([[truth] for truth in references], outputs, lang="cpp")
    assert found.value == pytest.approx(100 * theirs["codebleu"], abs=1e-9)
    assert found.parts["dataflow"] == pytest.approx(100 * theirs["dataflow_match_score"], abs=1e-9)
    assert found.parts["syntax"] == pytest.approx(100 * theirs["syntax_match_score"], abs=1e-9)


def test_the_published_score_of_fortran_is_undefined() -> None:
    found = scored("codebleu_published", [("end\n", "end\n")], "fortran")
    assert (found.value, found.counted, found.left_out) == (None, 0, 1)


@pytest.mark.parametrize("name", ["codebleu", "codebleu_published"])
def test_the_reference_scores_100(name: str) -> None:
    assert scored(name, [(AXPY, AXPY), (SUM, SUM)], "cpp").value == pytest.approx(100)


def test_without_data_flow_in_the_reference_the_mean_has_three_parts() -> None:
    # Tokens: void f ( ) { g ( ) ; } against void f ( ) { h ( ) ; }: 9 of 10, 7 of 9, 5 of 8, 3 of 7.
    found = code_bleu([("void f() { h(); }", "void f() { g(); }")], CPP)
    ngram = math.exp(sum(math.log(part) for part in (9 / 10, 7 / 9, 5 / 8, 3 / 7)) / 4)
    # `void` alone is the language's own: 1 + 8 * 0.2 of 1 + 9 * 0.2.
    weighted = math.exp(sum(math.log(part) for part in ((1 + 8 * 0.2) / (1 + 9 * 0.2), 7 / 9, 5 / 8, 3 / 7)) / 4)
    assert found.dataflow is None and found.syntax == 1.0
    assert (found.ngram, found.weighted_ngram) == (pytest.approx(ngram), pytest.approx(weighted))
    assert found.mean == pytest.approx((ngram + weighted + 1) / 3)


def test_a_data_flow_of_which_nothing_matches_counts_as_zero() -> None:
    found = code_bleu([("void f(int a) { }", "void f(int a) { a = a + 1; }")], CPP)
    assert found.dataflow == 0.0 and found.mean == pytest.approx((found.ngram + found.weighted_ngram + found.syntax) / 4)  # type: ignore[operator]
    published = scored("codebleu_published", [("void f(int a) { }", "void f(int a) { a = a + 1; }")], "cpp")
    assert published.parts["dataflow"] == 0.0 and published.value > 25  # The package takes 0 for 1.


@pytest.mark.parametrize(
    ("spoken", "text"),
    [
        (CPP, "void f(float *y, const float *x, int n) { y[n] = x[n]; }"),
        (CUDA, "__global__ void f(float *y, const float *x, int n) { y[n] = x[n]; }"),
        (FORTRAN, "subroutine f(y, x, n)\n real :: y(*), x(*)\n integer :: n\n y(n) = x(n)\nend subroutine f\n"),
    ],
    ids=["cpp", "cuda", "fortran"],
)
def test_the_same_flow_in_every_language(spoken: Any, text: str) -> None:
    edges = dataflow(text, spoken)
    assert edges["v0", COMPUTED, ("v1", "v2")] == 1
    assert (edges["v0", COMES, ("v0",)], edges["v1", COMES, ("v1",)]) in ((1, 1), (2, 2))


def test_a_subtree_counts_no_more_often_than_it_is_there() -> None:
    once, thrice = "void f(int *a) { a[0] = 1; }", "void f(int *a) { a[0] = 1; a[0] = 1; a[0] = 1; }"
    assert code_bleu([(once, thrice)], CPP).syntax < 0.7  # type: ignore[operator]


def test_names_and_layout_do_not_matter_to_syntax_and_data_flow() -> None:
    renamed = AXPY.replace("axpy", "go").replace(" n)", " count)").replace("< n", "<\n count")
    found = code_bleu([(renamed, AXPY)], CPP)
    assert found.syntax == found.dataflow == 1.0 and found.ngram < 1.0  # type: ignore[operator]


def test_fortran_s_concatenation_is_no_comment() -> None:
    text = "subroutine s(a, b)\n character(8) :: a, b\n a = b // 'x'\n b = a\nend subroutine s\n"
    changed = text.replace("b = a", "b = 'y'")
    assert code_bleu([(text, text)], FORTRAN).mean == pytest.approx(1) and code_bleu([(changed, text)], FORTRAN).mean < 1  # type: ignore[operator]
