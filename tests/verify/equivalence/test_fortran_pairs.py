"""Fortran procedures against C++, CUDA and each other: what does the same is found to, and what does not is seen."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from translate.languages import language
from translate.verify.equivalence import Equivalence, Pair, Word, compare_many
from translate.verify.sandbox import open_sandbox

SAXPY = """
subroutine saxpy(n, a, x, y)
  integer, intent(in) :: n
  real, intent(in) :: a, x(n)
  real, intent(inout) :: y(n)
  integer :: i
  do i = 1, n
    y(i) = a * x(i) + y(i)
  end do
end subroutine
"""
C_SAXPY = "void saxpy(int n, float a, const float *x, float *y) { for (int i = 0; i < n; i++) y[i] = a * x[i] + y[i]; }"
SAXPY_KERNEL = (
    "__global__ void saxpy(int n, float a, const float *x, float *y) "
    "{ int i = blockIdx.x * blockDim.x + threadIdx.x; if (i < n) y[i] = a * x[i] + y[i]; }"
)
MATVEC = """
subroutine matvec(m, n, a, x, y)
  implicit none
  integer, intent(in) :: m, n
  double precision, intent(in) :: a(m, n), x(n)
  double precision, intent(out) :: y(m)
  integer :: i, j
  y = 0
  do j = 1, n
    do i = 1, m
      y(i) = y(i) + a(i, j) * x(j)
    end do
  end do
end subroutine
"""
C_MATVEC = """
void matvec(int m, int n, const double *a, const double *x, double *y) {
    for (int i = 0; i < m; i++) y[i] = 0;
    for (int j = 0; j < n; j++) for (int i = 0; i < m; i++) y[i] += a[i + j * m] * x[j];
}
"""
DOT = """
      DOUBLE PRECISION FUNCTION DDOT(N,DX,INCX,DY,INCY)
C     Dot product with strides, as BLAS has it.
      INTEGER INCX,INCY,N
      DOUBLE PRECISION DX(*),DY(*)
      DOUBLE PRECISION DTEMP
      INTEGER I,IX,IY
      DDOT = 0.0D0
      DTEMP = 0.0D0
      IF (N.LE.0) RETURN
      IX = 1
      IY = 1
      DO 10 I = 1,N
          DTEMP = DTEMP +
     +            DX(IX)*DY(IY)
          IX = IX + INCX
          IY = IY + INCY
   10 CONTINUE
      DDOT = DTEMP
      RETURN
      END
"""
C_DOT = """
double ddot(int n, const double *dx, int incx, const double *dy, int incy) {
    double sum = 0;
    for (int i = 0; i < n; i++) sum += dx[i * incx] * dy[i * incy];
    return sum;
}
"""
MODULE = """
module shapes
  use, intrinsic :: iso_fortran_env, only: dp => real64
  implicit none
  integer, parameter :: width = 3
contains
  subroutine smooth(old, new)
    real(dp), intent(in) :: old(:)
    real(dp), intent(inout) :: new(:)
    integer :: i
    do i = 2, size(old) - 1
      new(i) = (old(i - 1) + old(i) + old(i + 1)) / width
    end do
  end subroutine
  function product(a, b) result(c)
    real(dp), intent(in) :: a(:, :), b(:, :)
    real(dp) :: c(size(a, 1), size(b, 2))
    c = matmul(a, b)
  end function
end module
"""
SMOOTH = MODULE.replace("function product(a, b) result(c)", "subroutine other()").split("  subroutine other()")[0] + "end module\n"
SCALE = "subroutine scale(x, n, f)\n integer :: n\n real(8) :: x(n), f\n x = x * f\nend subroutine"
GATHER = "subroutine gather(n, at, x, y)\n integer n, at(n), i\n real x(*), y(n)\n do i = 1, n\n y(i) = x(at(i))\n end do\nend"
SWAP = "subroutine swap(a, b)\n integer, intent(inout) :: a, b\n integer t\n t = a\n a = b\n b = t\nend subroutine"
CLIP = "subroutine clip(n, x, keep)\n integer n, i\n real x(n)\n logical keep(n)\n do i = 1, n\n if (.not. keep(i)) x(i) = 0\n end do\nend"
ROOTS = "complex function turn(z)\n complex, intent(in) :: z\n turn = z * (0.0, 1.0)\nend function"
SUM_OF = "real(8) function total(n, x)\n integer, intent(in) :: n\n real(8), intent(in) :: x(n)\n total = sum(x)\nend function"
LEADING = """
subroutine fill(n, lda, a)
  integer, intent(in) :: n, lda
  real(8), intent(inout) :: a(lda, *)
  integer i, j
  do j = 1, n
    do i = 1, n
      a(i, j) = a(i, j) + 10 * i + j
    end do
  end do
end subroutine
"""
MEAN = "pure elemental real(8) function mean(a, b)\n real(8), value :: a, b\n mean = (a + b) / 2\nend function"
IMPLICIT = "      SUBROUTINE NORM(X,N,R)\n      IMPLICIT REAL*8 (A-H,O-Z)\n      DIMENSION X(N)\n      S=0\n      DO 5 I=1,N\n    5 S=S+X(I)**2\n      R=SQRT(S)\n      END\n"
COUNTED = "integer function counted(n, x)\n integer n, x(n)\n counted = count(x > 3)\nend function"

EQUIVALENT = [
    ("one loop", SAXPY, C_SAXPY),
    ("a kernel", SAXPY, SAXPY_KERNEL),
    ("from C++", C_SAXPY, SAXPY),
    ("from a kernel", SAXPY_KERNEL, SAXPY),
    ("Fortran on both sides", SAXPY, "subroutine saxpy(n, a, x, y)\n integer n\n real a, x(n), y(n)\n y = a * x + y\nend subroutine"),
    ("two dimensions in memory order", MATVEC, C_MATVEC),
    ("two dimensions from C++", C_MATVEC, MATVEC),
    ("vectors of C++", SAXPY, "void saxpy(int n, float a, const std::vector<float> &x, std::vector<float> &y) { for (size_t i = 0; i < x.size(); i++) y[i] += a * x[i]; }"),
    ("vectors of C++ that know their length", "#include <vector>\nvoid scale(std::vector<double> &x, double f) { for (size_t i = 0; i < x.size(); i++) x[i] *= f; }", SCALE),
    ("fixed form, strides, another case", DOT, C_DOT),
    ("an underscore, all by place", DOT, C_DOT.replace("ddot(int n", "ddot_(const int *n").replace("int incx", "const int *incx").replace("int incy", "const int &incy").replace("i < n", "i < *n").replace("* incx", "* *incx")),
    ("assumed shape with a size on the other side", SMOOTH, "void smooth(const double *old, double *out, int n) { for (int i = 1; i < n - 1; i++) out[i] = (old[i - 1] + old[i] + old[i + 1]) / 3; }"),
    ("assumed shape of two dimensions, an array as result", MODULE.replace("new(i) =", "new(i) = 0 *"), "void product(const double *a, const double *b, double *c, int m, int k, int n) { for (int j = 0; j < n; j++) for (int i = 0; i < m; i++) { double s = 0; for (int l = 0; l < k; l++) s += a[i + l * m] * b[l + j * k]; c[i + j * m] = s; } }"),
    ("a candidate of assumed shape", "void scale(double *x, int n, double f) { for (int i = 0; i < n; i++) x[i] *= f; }", "subroutine scale(x, f)\n real(8), intent(inout) :: x(:)\n real(8), intent(in) :: f\n x = x * f\nend subroutine"),
    ("indices from 1", GATHER, "void gather(int n, const int *at, const float *x, float *y) { for (int i = 0; i < n; i++) y[i] = x[at[i] - 1]; }"),
    ("indices from 0", "void gather(int n, const int *at, const float *x, float *y) { for (int i = 0; i < n; i++) y[i] = x[at[i]]; }", GATHER.replace("x(at(i))", "x(at(i) + 1)")),
    ("scalars that change", SWAP, "void swap(int &a, int &b) { int t = a; a = b; b = t; }"),
    ("logicals", CLIP, "void clip(int n, float *x, const bool *keep) { for (int i = 0; i < n; i++) if (!keep[i]) x[i] = 0; }"),
    ("complex numbers", ROOTS, "std::complex<float> turn(std::complex<float> z) { return z * std::complex<float>(0, 1); }"),
    ("a leading dimension", LEADING, "void fill(int n, int lda, double *a) { for (int j = 0; j < n; j++) for (int i = 0; i < n; i++) a[i + j * lda] += 10 * (i + 1) + j + 1; }"),
    ("a function and an argument for its value", SUM_OF, "void total(int n, const double *x, double *result) { *result = 0; for (int i = 0; i < n; i++) *result += x[i]; }"),
    ("an argument and a returned value", "subroutine total(n, x, s)\n integer, intent(in) :: n\n real(8), intent(in) :: x(n)\n real(8), intent(out) :: s\n s = sum(x)\nend subroutine", "double total(int n, const double *x) { double s = 0; for (int i = 0; i < n; i++) s += x[i]; return s; }"),
    ("numbers by value", MEAN, "double mean(double a, double b) { return 0.5 * (a + b); }"),
    ("implicit types", IMPLICIT, "void norm(const double *x, int n, double *r) { double s = 0; for (int i = 0; i < n; i++) s += x[i] * x[i]; *r = std::sqrt(s); }"),
    ("a count", COUNTED, "int counted(int n, const int *x) { int c = 0; for (int i = 0; i < n; i++) c += x[i] > 3; return c; }"),
    ("rows of rows", MATVEC, "void matvec(int m, int n, const std::vector<std::vector<double>> &a, const std::vector<double> &x, std::vector<double> &y) { for (int i = 0; i < m; i++) { y[i] = 0; for (int j = 0; j < n; j++) y[i] += a[i][j] * x[j]; } }"),
    ("an optional argument left away", "subroutine add(n, x, by)\n integer, intent(in) :: n\n real, intent(inout) :: x(n)\n real, intent(in), optional :: by\n real b\n b = 1\n if (present(by)) b = by\n x = x + b\nend subroutine", "void add(int n, float *x) { for (int i = 0; i < n; i++) x[i] += 1; }"),
    ("a helper in the text", "subroutine f(n, x)\n integer n, i\n real x(n), g\n external g\n do i = 1, n\n x(i) = g(x(i))\n end do\nend\nreal function g(v)\n real v\n g = v * v\nend", "static float g(float v) { return v * v; }\nvoid f(int n, float *x) { for (int i = 0; i < n; i++) x[i] = g(x[i]); }"),
    ("64 bits", "subroutine f(n, x)\n integer(8) :: n, x(n)\n x = x + n\nend", "void f(long n, long long *x) { for (long i = 0; i < n; i++) x[i] += n; }"),
    ("a namespace and headers", SCALE, "#include <vector>\n#include <cmath>\nusing namespace std;\nnamespace m { void scale(double *x, int n, double f) { for (int i = 0; i < n; ++i) x[i] *= f; } }"),
    ("bounds of its own", "subroutine f(n, x)\n integer n, i\n real x(0:n)\n do i = 0, n\n x(i) = x(i) + i\n end do\nend", "void f(int n, float *x) { for (int i = 0; i <= n; i++) x[i] += i; }"),
]  # fmt: skip

DIFFERENT = [
    ("bound one short", SAXPY, C_SAXPY.replace("i < n", "i < n - 1")),
    ("bound one too far", SAXPY, C_SAXPY.replace("i < n", "i <= n")),
    ("starts at one", SAXPY, C_SAXPY.replace("int i = 0", "int i = 1")),
    ("rows taken for columns", MATVEC, C_MATVEC.replace("a[i + j * m]", "a[i * n + j]")),
    ("indices exchanged", C_MATVEC, MATVEC.replace("a(i, j)", "a(j, i)").replace("a(m, n)", "a(n, m)")),
    ("a dimension exchanged", C_MATVEC, MATVEC.replace("a(m, n)", "a(n, m)").replace("a(i, j)", "a(min(i, n), min(j, m))")),
    ("an integer division", MEAN, "double mean(double a, double b) { return 1 / 2 * (a + b); }"),
    ("a sum that is never set to zero", SUM_OF, "double total(int n, const double *x) { double s; for (int i = 0; i < n; i++) s += x[i]; return s; }"),
    ("a Fortran sum that is never set to zero", "double total(int n, const double *x) { double s = 0; for (int i = 0; i < n; i++) s += x[i]; return s; }", "real(8) function total(n, x)\n integer n, i\n real(8) x(n), s\n do i = 1, n\n s = s + x(i)\n end do\n total = s\nend"),
    ("a value where the place is meant", SWAP, "void swap(int a, int b) { int t = a; a = b; b = t; }"),
    ("the caller's number changed", SAXPY, C_SAXPY.replace("int n", "int *n").replace("i < n", "i < *n").replace("}", "*n = 0; }")),
    ("indices from 0 and from 1", GATHER, "void gather(int n, const int *at, const float *x, float *y) { for (int i = 0; i < n; i++) y[i] = x[at[i]]; }"),
    ("minus for plus in Fortran", SAXPY, SAXPY.replace("+ y(i)", "- y(i)")),
    ("a missing guard", SAXPY, SAXPY_KERNEL.replace("if (i < n) ", "")),
    ("a leading dimension forgotten", LEADING, "void fill(int n, int lda, double *a) { for (int j = 0; j < n; j++) for (int i = 0; i < n; i++) a[i + j * n] += 10 * (i + 1) + j + 1; }"),
    ("a logical turned round", CLIP, "void clip(int n, float *x, const bool *keep) { for (int i = 0; i < n; i++) if (keep[i]) x[i] = 0; }"),
    ("a conjugate", ROOTS, "std::complex<float> turn(std::complex<float> z) { return z * std::complex<float>(0, -1); }"),
    ("a number lost to a single", "subroutine third(n, x)\n integer n\n real(8) x(n)\n x = x / 3.0d0\nend", "void third(int n, double *x) { for (int i = 0; i < n; i++) x[i] = (float)(x[i] / 3); }"),
    ("wrong where a value is equal", COUNTED, "int counted(int n, const int *x) { int c = 0; for (int i = 0; i < n; i++) c += x[i] >= 3; return c; }"),
    ("a transposed product", MODULE, "void product(const double *a, const double *b, double *c, int m, int k, int n) { for (int j = 0; j < n; j++) for (int i = 0; i < m; i++) { double s = 0; for (int l = 0; l < k; l++) s += a[i * k + l] * b[l + j * k]; c[i + j * m] = s; } }"),
    ("a vector taken by value", SCALE, "void scale(std::vector<double> x, int n, double f) { for (int i = 0; i < n; i++) x[i] *= f; }"),
]  # fmt: skip

UNTESTABLE = [
    ("character", "subroutine f(s, n)\n character(len=*) s\n integer n\n n = len(s)\nend", "void f(char *s, int *n) { }"),
    ("takes a procedure", "subroutine f(g, x)\n external g\n real x\n x = g(x)\nend", "void f(float (*g)(float), float *x) { }"),
    ("of a type that is not built", "module m\n type t\n real x\n end type\ncontains\n subroutine f(p)\n type(t) :: p\n p%x = 1\n end subroutine\nend module", "void f(float *p) { *p = 1; }"),
    ("allocatable", "subroutine f(x)\n real, allocatable :: x(:)\n x = 1\nend subroutine", "void f(float *x) { }"),
    ("does not compile on its own: undefined reference", "subroutine f(n, x)\n integer n\n real x(n)\n call elsewhere(n, x)\nend", "void f(int n, float *x) { }"),
    ("nobody has set", "subroutine f(n, x)\n integer n, i\n real x(n), s\n do i = 1, n\n s = s + x(i)\n x(i) = s\n end do\nend", "void f(int n, float *x) { float s = 0; for (int i = 0; i < n; i++) { s += x[i]; x[i] = s; } }"),
    ("returns nothing", SUM_OF, "void total(int n, const double *x) { }"),
]  # fmt: skip

FAILING = [
    ("does not compile", Word.NOT_COMPILED, C_SAXPY, SAXPY.replace("y(i) =", "w(i) =").replace("integer, intent(in) :: n", "implicit none\ninteger, intent(in) :: n")),
    ("beyond its array", Word.CRASHED, C_SAXPY, SAXPY.replace("do i = 1, n", "do i = 0, n")),
    ("stops the program", Word.CRASHED, C_SAXPY, SAXPY.replace("do i", "stop\n do i")),
    ("never ends", Word.TIMED_OUT, C_SAXPY, SAXPY.replace("do i", "do while (n > -1)\n y(1) = y(1) + 1\n end do\n do i")),
    ("calls its neighbour", Word.NOT_COMPILED, C_SAXPY, "subroutine saxpy(n, a, x, y)\n integer n\n real a, x(n), y(n)\n call scale(x, n, a)\nend"),
]  # fmt: skip


def spoken(text: str) -> str:
    if "__global__" in text:
        return "cuda"
    return "cpp" if "{" in text else "fortran"


@pytest.fixture(scope="module")
def verdicts() -> dict[str, Equivalence]:
    rows: Sequence[tuple[str, str, str]] = [*EQUIVALENT, *DIFFERENT, *UNTESTABLE, *((row[0], row[2], row[3]) for row in FAILING)]
    pairs = [Pair(first, language(spoken(first)), second, language(spoken(second))) for _, first, second in rows]
    return dict(zip([row[0] for row in rows], compare_many(pairs, sandbox=open_sandbox()), strict=True))


@pytest.mark.parametrize("name", [row[0] for row in EQUIVALENT])
def test_what_does_the_same_is_found_to(verdicts: dict[str, Equivalence], name: str) -> None:
    assert verdicts[name].word is Word.EQUIVALENT, verdicts[name].reason


@pytest.mark.parametrize("name", [row[0] for row in DIFFERENT])
def test_a_fault_is_seen(verdicts: dict[str, Equivalence], name: str) -> None:
    assert verdicts[name].word is Word.DIFFERENT, verdicts[name].reason
    assert verdicts[name].counterexample is not None


@pytest.mark.parametrize("name", [row[0] for row in UNTESTABLE])
def test_what_cannot_be_tested_says_why(verdicts: dict[str, Equivalence], name: str) -> None:
    assert verdicts[name].word is Word.UNTESTABLE, verdicts[name].reason
    assert name in verdicts[name].reason


@pytest.mark.parametrize(("name", "word"), [row[:2] for row in FAILING])
def test_the_word_says_how_it_failed(verdicts: dict[str, Equivalence], name: str, word: Word) -> None:
    assert verdicts[name].word is word, verdicts[name].reason


def test_the_counterexample_is_the_smallest_call_that_differs(verdicts: dict[str, Equivalence]) -> None:
    example = verdicts["bound one short"].counterexample
    assert example is not None and dict(example.arguments)["n"] == "1" and example.place == "y[0]"
