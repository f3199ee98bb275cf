"""Fortran and CUDA by way of C++, and several backends in turn."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import pytest

from translate.languages import Language, language
from translate.model import backend
from translate.model.chain import Chain
from translate.model.pivot import Pivot
from translate.pipeline import Translator
from translate.source.extract import extract
from translate.source.normalise import normalise
from translate.units import Candidate, Level, NormalisedFunction, SourceUnit, Translation
from translate.verify.sandbox import open_sandbox

SCALED = """subroutine scaled(n, m, a, x, y)
  integer, intent(in) :: n, m
  real, intent(in) :: a, x(n, m)
  real, intent(inout) :: y(n, m)
  integer :: i, j
  do j = 1, m
    do i = 1, n
      y(i, j) = y(i, j) + a * x(i, j)
    end do
  end do
end subroutine scaled
"""
KERNEL = """__global__ void scaled(float *y, const float *x, int n) {
  int i = blockIdx.x * blockDim.x + threadIdx.x;
  if (i >= n) return;
  y[i] = 2.0f * x[i];
}
"""
DECLINED = "subroutine f(a)\n  common /c/ b\n  real :: a, b\n  a = b\nend subroutine f\n"
ALONE = "void last(int n, const float *x, float *y) { float s = 0; for (int i = 0; i < n; i++) { s = 0.5f * s + x[i]; y[i] = s; } }"


def translated(text: str, source: str, target: str, model: str) -> Translation:
    made = Translator(backend(model), language(target), Level.EQUIVALENT, candidates=3, sandbox=open_sandbox())
    return made.translate(SourceUnit(text, language(source), "test"))[1][0]


def test_a_fortran_procedure_becomes_a_kernel_of_many_threads_that_is_proved() -> None:
    answer = translated(SCALED, "fortran", "cuda", "pivot")
    assert answer.verdict.level is Level.EQUIVALENT
    assert "by way of C++" in answer.verdict.evidence
    assert answer.text is not None and "threadIdx" in answer.text


def test_a_kernel_becomes_a_fortran_procedure_that_is_proved() -> None:
    answer = translated(KERNEL, "cuda", "fortran", "pivot")
    assert answer.verdict.level is Level.EQUIVALENT
    assert answer.text is not None and answer.text.startswith("subroutine scaled")


def test_where_the_rule_declines_there_is_no_candidate() -> None:
    answer = translated(DECLINED, "fortran", "cuda", "pivot")
    assert answer.text is None and not answer.candidates


def test_only_fortran_and_cuda_go_by_way_of_another_language() -> None:
    names = ("cpp", "cuda", "fortran")
    ways = [pair for pair in itertools.permutations(names, 2) if Pivot().supports(*map(language, pair))]
    assert sorted(ways) == [("cuda", "fortran"), ("fortran", "cuda")]


def test_what_one_thread_must_do_is_still_answered() -> None:
    answer = translated(ALONE, "cpp", "cuda", "embedded,rules")
    assert answer.verdict.level is Level.EQUIVALENT
    assert any(note.startswith("one thread does all the work") for note in answer.notes)


class Numbered:
    """Proposes so many different candidates."""

    declines = ""

    def __init__(self, name: str, most: int) -> None:
        self.name, self.most = name, most

    def supports(self, source: Language, target: Language) -> bool:
        return True

    def propose(self, inputs: Sequence[NormalisedFunction], target: Language, count: int) -> list[list[Candidate]]:
        return [[Candidate((str(n),), None, self.name) for n in range(min(count, self.most))] for _ in inputs]


@pytest.mark.parametrize(
    ("count", "most", "shares"), [(8, (8, 1, 8), (6, 1, 1)), (1, (8, 1), (1, 0)), (8, (0, 1, 8), (0, 1, 7)), (3, (0, 0, 0), (0, 0, 0))]
)
def test_a_chain_shares_its_places(count: int, most: tuple[int, ...], shares: tuple[int, ...]) -> None:

    source = normalise(extract(SourceUnit(KERNEL, language("cuda"), "test"))[0])
    chain = Chain([Numbered(str(at), number) for at, number in enumerate(most)])
    found = chain.propose([source], language("cpp"), count)[0]
    assert tuple(sum(one.proposer == str(at) for one in found) for at in range(len(most))) == shares
    assert [one.proposer for one in found] == sorted(one.proposer for one in found)
