"""Whole programs are compared by what they print, and numbers by what they are."""

from __future__ import annotations

import pytest

from translate.languages import language
from translate.verify.equivalence import Equivalence, Word
from translate.verify.printed import mismatch
from translate.verify.programs import ProgramPair, compare_many_programs
from translate.verify.sandbox import open_sandbox

PRINTS = """
module squares
  implicit none
contains
  real(8) function square(x)
    real(8), intent(in) :: x
    square = x * x
  end function
end module
program main
  use squares
  integer :: i
  logical :: even
  do i = 1, 4
    even = mod(i, 2) == 0
    print *, 'square', i, square(i / 3d0), even
  end do
end program
"""
CPP_PRINTS = """
#include <iostream>
int main() {
    for (int i = 1; i <= 4; i++) std::cout << "square " << i << " " << i / 3.0 * (i / 3.0) << " " << (i % 2 == 0) << "\\n";
}
"""
KERNEL_PRINTS = """
#include <cstdio>
__global__ void square(double *x) { x[threadIdx.x] = (threadIdx.x + 1) / 3.0 * ((threadIdx.x + 1) / 3.0); }
int main() {
    double *d, x[4];
    cudaMalloc(&d, sizeof x);
    square<<<1, 4>>>(d);
    cudaMemcpy(x, d, sizeof x, cudaMemcpyDeviceToHost);
    for (int i = 1; i <= 4; i++) printf("square %d %.10g %s\\n", i, x[i - 1], i % 2 ? "F" : "T");
    cudaFree(d);
}
"""
FIXED = "      PROGRAM P\n      INTEGER I\n      DO 10 I=1,3\n   10 PRINT *,I*\n     +  I\n      END\n"
READS = "integer n\nread *, n\nprint *, n + 1\nend\n"
CPP_READS = "#include <cstdio>\nint main() { int n; if (scanf(\"%d\", &n) == 1) printf(\"%d\\n\", n + 1); }\n"
PLAIN = "print *, 1\nend\n"
CPP_PLAIN = "#include <cstdio>\nint main() { puts(\"1\"); }\n"

ROWS = [
    ("modules, numbers and logicals", Word.EQUIVALENT, PRINTS, CPP_PRINTS),
    ("a kernel and its host", Word.EQUIVALENT, PRINTS, KERNEL_PRINTS),
    ("to Fortran", Word.EQUIVALENT, CPP_PRINTS, PRINTS),
    ("fixed form", Word.EQUIVALENT, FIXED, "#include <cstdio>\nint main() { for (int i = 1; i < 4; i++) printf(\"%d\\n\", i * i); }\n"),
    ("what is read", Word.EQUIVALENT, READS, CPP_READS),
    ("another number", Word.DIFFERENT, PRINTS, CPP_PRINTS.replace("i / 3.0 *", "i / 3 *")),
    ("one line less", Word.DIFFERENT, PRINTS, CPP_PRINTS.replace("i <= 4", "i < 4")),
    ("another word", Word.DIFFERENT, PRINTS, CPP_PRINTS.replace("square ", "cube ")),
    ("an exit with a status", Word.CRASHED, PLAIN, CPP_PLAIN.replace("; }", "; return 3; }")),
    ("an end that never comes", Word.TIMED_OUT, PLAIN, CPP_PLAIN.replace("; }", "; for (volatile int i = 0;; i = 1) { } }")),
    ("no main program", Word.NOT_COMPILED, PLAIN, "int f() { return 1; }"),
    ("prints what nobody has set", Word.UNTESTABLE, "integer n\nprint *, n\nend\n", CPP_PLAIN),
    ("the original fails", Word.UNTESTABLE, "print *, 1\nstop 3\nend\n", CPP_PLAIN),
    ("prints nothing", Word.UNTESTABLE, "end\n", "int main() { }"),
    ("not deterministic", Word.UNTESTABLE, "real x\ncall random_number(x)\nprint *, x\nend\n", CPP_PLAIN),
]  # fmt: skip


def spoken(text: str) -> str:
    if "__global__" in text:
        return "cuda"
    return "cpp" if "{" in text else "fortran"


@pytest.fixture(scope="module")
def verdicts() -> dict[str, Equivalence]:
    pairs = [ProgramPair(first, language(spoken(first)), second, language(spoken(second)), b"41\n") for _, _, first, second in ROWS]
    return dict(zip([row[0] for row in ROWS], compare_many_programs(pairs, sandbox=open_sandbox()), strict=True))


@pytest.mark.parametrize(("name", "word"), [row[:2] for row in ROWS])
def test_programs_are_judged_by_what_they_print(verdicts: dict[str, Equivalence], name: str, word: Word) -> None:
    assert verdicts[name].word is word, verdicts[name].reason
    assert word is not Word.UNTESTABLE or name in verdicts[name].reason


def test_the_first_line_that_differs_is_shown(verdicts: dict[str, Equivalence]) -> None:
    example = verdicts["another number"].counterexample
    assert example is not None and example.place.startswith("line 1") and "0.1111" in example.expected


@pytest.mark.parametrize(
    ("expected", "found", "same"),
    [
        ("  1.00000000  T", "1 1", True),
        ("0.33333333333333331", "0.333333", True),
        ("1.0D+03 NaN Infinity", "1000 nan inf", True),
        ("x=   2.5000", "x= 2.5", True),
        ("1.23 4.57", "1.2345678 4.5678901", True),  # Always two digits.
        ("a b\nc", "a b c", True),
        ("3", "3.7", False),
        ("1000000", "1000001", False),
        ("1.5", "1.54", False),  # Six digits would have shown more.
        ("0.5", "-0.5", False),
        ("word", "words", False),
        ("1 2", "1", False),
        ("1e-20", "0", True),
        ("NaN", "1", False),
    ],
)
def test_numbers_agree_when_their_digits_do(expected: str, found: str, same: bool) -> None:
    assert (mismatch(expected, found) is None) is same
    assert (mismatch(found, expected) is None) is same
