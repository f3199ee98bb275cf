"""Metrics give the numbers of those who defined them, and what is undefined is no number."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import pytest
from sacrebleu import corpus_bleu, corpus_chrf, corpus_ter

from eval.items import Item, Prediction, Task
from eval.metrics import BY_TASK, METRICS, Context, intervals, score
from eval.metrics.ptxas import Resources, architecture, occupancy
from eval.metrics.rouge_l import rouge_l
from eval.metrics.unit_tests import pass_at
from eval.metrics.words import spaced
from translate.errors import UsageError
from translate.units import Diagnostic
from translate.verify.sandbox import open_sandbox

CPP = "void scale ( float * a , float s , int n ) { for ( int i = 0 ; i < n ; i ++ ) a [ i ] *= s ; }"
CUDA = "__global__ void scale(float *a, float s, int n) { int i = blockIdx.x * blockDim.x + threadIdx.x; if (i < n) a[i] *= s; }"
FORTRAN = """subroutine scale(a, s, n)
  integer, intent(in) :: n
  real, intent(in) :: s
  real, intent(inout) :: a(n)
  a = a * s
end subroutine scale
"""
DRIVER = """#include <cstdio>
void scale(float *a, float s, int n);
int main() { float a[3] = {1, 2, 3}; scale(a, 2.0f, 3); std::printf("%g %g %g\\n", a[0], a[1], a[2]); }
"""
TESTS = {
    "cpp_inputs": ["float a[] = {1, 2};\nwrapper(scale, a, 2.0f, 2);\n", "float b[] = {1};\nwrapper(scale, b, 0.0f, 1);\n"],
    "cuda_inputs": ["float a[] = {1, 2};\nwrapper(cheat, a, 2.0f, 2);\n", "float b[] = {1};\nwrapper(cheat, b, 0.0f, 1);\n"],
    # This host function does the work by itself, so it says nothing of any kernel.
    "cuda_wrapper": "void cheat(float *a, float s, int n) { for (int i = 0; i < n; i++) a[i] *= s; }",
    "expected_outputs": ["Return value: void\nArguments after function call: ([ 2, 4 ], 2, 2)\n", "unsound"],
    "cpu_match": [True, False],
}
ITEM = Item("scale", {"cpp": CPP, "cuda": CUDA, "fortran": FORTRAN}, tests=TESTS, driver=DRIVER, expected="2 4 6\n")
WRONG = CUDA.replace("*=", "+=")


def answered(source: str, target: str, answers: Sequence[Sequence[str]]) -> tuple[list[Task], list[Prediction]]:
    tasks = [Task(ITEM, source, target) for _ in answers]
    return tasks, [Prediction(task.id, tuple(texts), 0.5, 7) for task, texts in zip(tasks, answers, strict=True)]


def several(texts: Sequence[tuple[str, str]], target: str) -> tuple[list[Task], list[Prediction]]:
    tasks = [Task(Item(str(at), {"cpp": CPP, target: truth}), "cpp", target) for at, (_, truth) in enumerate(texts)]
    return tasks, [Prediction(task.id, (text,), 0.0, 0) for task, (text, _) in zip(tasks, texts, strict=True)]


PAIRS = [(CPP, CUDA), (CUDA, CUDA), (WRONG, CUDA), ("", CUDA)]


def test_sacrebleu_s_own_numbers_to_the_last_digit() -> None:
    outputs, truths = ([spaced(pair[side], "cuda") for pair in PAIRS] for side in (0, 1))
    tasks, predictions = several(PAIRS, "cuda")
    expected = {
        "bleu": corpus_bleu(outputs, [truths], tokenize="none"),
        "chrf": corpus_chrf(outputs, [truths]),
        "ter": corpus_ter(outputs, [truths]),
    }
    for name, theirs in expected.items():
        found = score(name, tasks, predictions, Context())
        assert found.value == theirs.score and "version:" in found.signature, name
        assert len(found.per_task) == len(PAIRS)


def test_layout_and_comments_do_not_matter_to_words() -> None:
    assert spaced(CUDA.replace("{", "{ // comment\n").replace(" = ", "="), "cuda") == spaced(CUDA, "cuda")
    assert spaced(CPP, "cpp") == CPP
    assert "<nl>" in spaced(FORTRAN, "fortran")


@pytest.mark.parametrize(
    ("found", "truth", "value"), [("a b c", "a b c", 1), ("a x c", "a b c", 2 / 3), ("c b", "b c d", 0.4), ("", "a", 0), ("x", "a", 0)]
)
def test_rouge_l_by_hand(found: str, truth: str, value: float) -> None:
    assert rouge_l(found.split(), truth.split()) == pytest.approx(value)


def test_exact_match_puts_names_aside() -> None:
    renamed = CUDA.replace("scale", "go").replace("a[", "data[").replace("*a", "*data")
    tasks, predictions = answered("cpp", "cuda", [[renamed], [WRONG]])
    assert [score("exact_match", tasks[:1], [one], Context()).value for one in predictions] == [100.0, 0.0]


@pytest.mark.parametrize(("count", "passed", "k"), [(5, 2, 1), (5, 2, 3), (5, 0, 5), (5, 4, 2), (4, 4, 1)])
def test_pass_at_k_is_the_share_of_draws_with_a_passing_candidate(count: int, passed: int, k: int) -> None:
    draws = list(combinations(range(count), k))
    assert pass_at(k, count, passed) == pytest.approx(sum(min(draw) < passed for draw in draws) / len(draws))


def test_intervals() -> None:
    low, high = intervals.wilson(5, 10)
    assert (low, high) == (pytest.approx(23.66, abs=0.01), pytest.approx(76.34, abs=0.01))
    assert intervals.wilson(20, 20)[1] == 100.0 and intervals.wilson(0, 20)[0] == 0.0
    values = [1.0, 2.0, 3.0, 10.0]
    assert intervals.bootstrap(values, 3) == intervals.bootstrap(values, 3) and intervals.bootstrap([2.0, 2.0], 1) == (2.0, 2.0)
    found = intervals.share("m", {"a": 100.0, "b": None, "c": 0.0})
    assert (found.value, found.counted, found.left_out) == (50.0, 2, 1)
    nothing = intervals.mean("m", {"a": None})
    assert (nothing.value, nothing.counted, nothing.left_out) == (None, 0, 1)


def test_parts_of_a_run_put_together_are_the_whole() -> None:
    whole = {"a": 100.0, "b": 0.0, "c": None, "d": 0.0}
    parts = [intervals.share("m", {"a": 100.0, "c": None}, parts={"p": 3.0}), intervals.share("m", {"b": 0.0, "d": 0.0}, parts={"p": 6.0})]
    found = intervals.together(parts)
    assert (found.value, found.left_out, found.low) == (intervals.share("m", whole).value, 1, intervals.share("m", whole).low)
    assert found.parts["p"] == 5.0


def test_an_unknown_metric_is_named() -> None:
    with pytest.raises(UsageError, match="no metric is called 'blue'\nhelp: use some of equivalence"):
        score("blue", [], [], Context())
    assert set(METRICS) >= BY_TASK


def test_compile_counts_no_answer_and_no_translation_as_failed() -> None:
    for text, value, said in (
        (CUDA, 100.0, ""),
        (CUDA.replace("< n", "< m"), 0.0, "line 1: "),
        ("", 0.0, "no answer"),
        (CPP, 0.0, "no translation"),
    ):
        tasks, predictions = answered("cpp", "cuda", [[text] if text else []])
        found = score("compile", tasks, predictions, Context())
        assert found.value == value and said in found.evidence.get("scale:cpp-cuda", ""), text


def test_unit_tests_through_our_host_function_and_pass_at_k() -> None:
    tasks, predictions = answered("cpp", "cuda", [[WRONG, CUDA, CPP]])
    found = score("unit_tests", tasks, predictions, Context(sandbox=open_sandbox(), candidates=4))
    assert found.value == 0.0 and "differs" in found.evidence["scale:cpp-cuda"]
    assert found.parts == {"pass@1": 25.0, "pass@4": 100.0}


def test_unit_tests_that_the_original_does_not_pass_are_left_out() -> None:
    unsound = Item("scale", ITEM.texts, tests={**TESTS, "expected_outputs": ["something else", "unsound"]})
    found = score("unit_tests", [Task(unsound, "cpp", "cuda")], [Prediction("", (CUDA,), 0.0, 0)], Context(sandbox=open_sandbox()))
    assert (found.value, found.counted, found.left_out) == (None, 0, 1)


@pytest.mark.parametrize(("source", "target"), [("fortran", "cpp"), ("cpp", "cuda"), ("cuda", "fortran")])
def test_execution_with_a_driver(source: str, target: str) -> None:
    truth = ITEM.texts[target]
    # Scalars by place instead of by value are the answer's own choice.
    by_place = {"cpp": "void scale_(float *a, const float *s, const int *n) { for (int i = 0; i < *n; i++) a[i] *= *s; }"}
    for text, value in (
        (truth, 100.0),
        (truth.replace("*= s", "*= 3").replace("a * s", "a * 3"), 0.0),
        (by_place.get(target, truth), 100.0),
    ):
        tasks, predictions = answered(source, target, [[text]])
        found = score("execution", tasks, predictions, Context(sandbox=open_sandbox()))
        assert found.value == value, found.evidence


def test_execution_of_programs_and_of_what_cannot_be_run() -> None:
    fortran = "program p\n  print *, 6 * 7\nend program p\n"
    program = Item("p", {"fortran": fortran, "cpp": ""}, "program")
    right, wrong = "#include <iostream>\nint main() { std::cout << 42; }", "#include <iostream>\nint main() { std::cout << 41; }"
    tasks = [Task(program, "fortran", "cpp")]
    context = Context(sandbox=open_sandbox())
    assert [score("execution", tasks, [Prediction("", (text,), 0.0, 0)], context).value for text in (right, wrong)] == [100.0, 0.0]
    undriven = Task(Item("f", {"cpp": CPP, "cuda": CUDA}), "cpp", "cuda")
    assert score("execution", [undriven], [Prediction("", (CUDA,), 0.0, 0)], context).value is None


def test_programs_are_equivalent_by_what_they_print() -> None:
    fortran = "program answer\n  print *, 6 * 7\nend program answer\n"
    right, wrong = (f"#include <iostream>\nint main() {{ std::cout << {n} << std::endl; return 0; }}\n" for n in (42, 43))
    item = Item("answer", {"fortran": fortran, "cpp": right}, kind="program")
    for text, value in ((right, 100.0), (wrong, 0.0)):
        answer = Prediction("", (text,), 0.0, 0)
        assert score("equivalence", [Task(item, "fortran", "cpp")], [answer], Context(sandbox=open_sandbox())).value == value


def test_equivalence_leaves_out_what_its_own_reference_cannot_show() -> None:
    context = Context(sandbox=open_sandbox())
    for text, value in (
        (CUDA, 100.0),
        (WRONG, 0.0),
        (CPP, 0.0),
        ("__global__ void scale(float *a, float s, int n, char *b) { a[0] = b[n]; }", 0.0),
    ):
        tasks, predictions = answered("cpp", "cuda", [[text]])
        assert score("equivalence", tasks, predictions, context).value == value, text
    deep = Item("deep", {"cpp": "void f(float **a) { a[0][0] = 1; }", "cuda": "__global__ void f(float **a) { a[0][0] = 1; }"})
    found = score("equivalence", [Task(deep, "cpp", "cuda")], [Prediction("", (deep.texts["cuda"],), 0.0, 0)], context)
    assert (found.value, found.left_out) == (None, 1)


class Fixing:
    """Repairs what the compiler named."""

    def repair(self, task: Task, text: str, diagnostics: Sequence[Diagnostic]) -> str | None:
        assert "undefined" in diagnostics[0].message
        return CUDA


def test_debugging_success_counts_rounds() -> None:
    tasks, predictions = answered("cpp", "cuda", [[CUDA.replace("*= s", "*= t")]])
    found = score("debugging_success", tasks, predictions, Context(repairer=Fixing()))
    assert (found.value, found.parts["@0"], found.parts["@1"]) == (100.0, 0.0, 100.0)
    assert score("debugging_success", tasks, predictions, Context()).value is None


def test_cost_and_what_a_gpu_gives() -> None:
    tasks, predictions = answered("cpp", "cuda", [[CUDA]])
    assert score("cost", tasks, predictions, Context()).parts["tokens"] == 7
    found = score("ptxas", tasks, predictions, Context())
    assert found.value == 100.0 and found.parts["spills"] == 0 and 4 <= (found.parts["registers"] or 0) <= 32
    assert score("ptxas", *answered("cuda", "cpp", [[CPP]]), Context()).value is None
    with pytest.raises(UsageError, match="no architecture is called 'sm_1'"):
        architecture("sm_1")


@pytest.mark.parametrize(
    ("registers", "shared", "share"),
    # Of 64 warps: 65,536 / (64 registers * 32 lanes * 8 warps) = 4 blocks; 167,936 / (40,960 + 1,024) = 4; 255 -> 1 block of 8 warps.
    [(32, 0, 1.0), (64, 0, 0.5), (16, 40_960, 0.5), (255, 0, 0.125)],
)
def test_occupancy_by_hand(registers: int, shared: int, share: float) -> None:
    assert occupancy(Resources(registers, shared, 0), architecture("sm_80")) == share
