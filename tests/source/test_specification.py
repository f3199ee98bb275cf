"""What a C source says of the names in a Fortran answer need not be spelled: taken away and put back, the declarations mean the same."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from translate.corpus.rules.cpp_to_fortran import Declined, cpp_to_fortran
from translate.languages import language
from translate.source.answer import finished_text
from translate.source.extract import extract
from translate.source.normalise import normalise
from translate.source.specification import specified, unspecified
from translate.units import Candidate, SourceUnit

CPP, FORTRAN = language("cpp"), language("fortran")
SUITE = Path(__file__).parents[2] / "eval" / "suites" / "kernels"
SAXPY = "void saxpy(int n, float a, const float *x, float *y) { float t; for (int i = 0; i < n; i++) { t = a * x[i]; y[i] += t; } }"
BODY = "do i = 0, n - 1\nt = a * x(i + 1)\ny(i + 1) = y(i + 1) + t\nend do\nend subroutine saxpy\n"


def test_what_is_put_back_compiles_and_most_of_a_suite_needs_nothing_spelled(tmp_path: Path) -> None:
    left_out, files = 0, []
    for path in sorted(SUITE.glob("*.cpp")):
        functions = extract(SourceUnit(path.read_text(encoding="utf-8"), CPP, path.name))
        if path.name.endswith(".driver.cpp") or len(functions) != 1:
            continue
        try:
            fortran = cpp_to_fortran(functions[0].text)
        except Declined:
            continue
        bare = unspecified(fortran, functions[0].text, CPP)
        if bare == fortran:
            continue
        left_out += 1
        assert "implicit none" not in bare and "::" not in bare
        files.append(tmp_path / f"{path.stem}.f90")
        files[-1].write_text(specified(bare, functions[0].text, CPP), encoding="utf-8")
    done = subprocess.run(["gfortran", "-fsyntax-only", *map(str, files)], cwd=tmp_path, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    assert left_out > 25


@pytest.mark.parametrize(
    ("head", "declared"),
    [
        ("subroutine saxpy(n, a, x, y)", ["integer, intent(in) :: n", "real, intent(in) :: a, x(*)"]),
        ("subroutine SAXPY(N, A, X, Y)", ["integer, intent(in) :: N", "real, intent(inout) :: Y(*)", "integer :: i"]),
    ],
)
def test_kinds_intents_and_shapes_come_from_the_source(head: str, declared: list[str]) -> None:
    text = specified(f"{head}\n{BODY}", SAXPY, CPP)
    assert all(f"  {line}\n" in text for line in declared), text


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (f"subroutine saxpy(n, a, x, y)\nimplicit none\n{BODY}", "it declares something itself"),
        (f"subroutine saxpy(n, a, x, y, z)\n{BODY}", "a parameter that the source has not"),
        ("subroutine saxpy(n, a, x, y)\ny(1) = q\nend subroutine saxpy\n", "a name that the source has not"),
        ("subroutine saxpy(n, a, x, y)\nn = n - 1\ny(1) = a\nend subroutine saxpy\n", "C++ passes a copy that may change"),
        ("subroutine saxpy(n, a, x, y)\nx(1) = 0\ny = a\ny(1) = a\nend subroutine saxpy\n", "a whole array has a size"),
        ("subroutine saxpy(n, a, x, y\n", "a fault of syntax"),
        ("program p\ninteger :: k = 1\ncontains\nsubroutine saxpy()\nprint *, k\nend subroutine\nend program\n", "it sees others' names"),
    ],
)
def test_what_cannot_be_told_stays_as_it_is(text: str, why: str) -> None:
    assert specified(text, SAXPY, CPP) == text, why


def test_declarations_that_say_more_than_the_source_stay() -> None:
    matrix = "void f(int n, int m, float *a) { for (int i = 0; i < n * m; i++) a[i] = 0; }"
    shaped = "subroutine f(n, m, a)\nimplicit none\ninteger, intent(in) :: n, m\nreal, intent(out) :: a(m, n)\na = 0.0\nend subroutine f\n"
    assert unspecified(shaped, matrix, CPP) == shaped


def test_an_answer_without_declarations_is_finished() -> None:
    source = normalise(extract(SourceUnit(SAXPY, CPP, "saxpy.cpp"))[0])
    answer = ["subroutine", "f0", "(", "a0", ",", "a1", ",", "a2", ",", "a3", ")", "<nl>", "a3", "(", "1", ")", "=", "a1", "<nl>"]
    text = finished_text(Candidate((*answer, "end", "subroutine", "f0"), None, "test"), source, FORTRAN)
    assert "real, intent(inout) :: y(*)" in text and text.startswith("subroutine saxpy(n, a, x, y)\n")
