"""C++ to Fortran by rule: what comes out compiles, runs, and gives what the C++ gives."""

from __future__ import annotations

import pytest

from translate.corpus.generate import generate
from translate.corpus.rules.cpp_to_fortran import Declined, FortranStyle, cpp_to_fortran
from translate.languages import language
from translate.source.parse import parse
from translate.verify.equivalence import Pair, compare_many
from translate.verify.programs import ProgramPair, compare_many_programs
from translate.verify.sandbox import open_sandbox

AXPY = "void axpy(int n, double a, const double *x, double *y) { for (int i = 0; i < n; i++) y[i] += a * x[i]; }"
ROWS = """void rows(int n, int m, const float *a, float *s) {
    for (int i = 0; i < n; i++) for (int j = 0; j < m; j++) s[i] += a[i * m + j];
}"""

SPELLED = (
    (AXPY, FortranStyle(), "do i = 1, n", "a loop over an array counts from one"),
    (AXPY, FortranStyle(), "intent(in) :: a, x(n)", "what is only read is intent(in), and the loop says how long it is"),
    (AXPY, FortranStyle(one_based=False), "y(i + 1) = y(i + 1) + a * x(i + 1)", "or as C++ counts"),
    (AXPY, FortranStyle(array_expressions=True), "y(1:n) = y(1:n) + a * x(1:n)", "or without a loop"),
    (AXPY, FortranStyle(reals="dp"), "real(dp), intent(in) :: a", "a kind with a name"),
    (ROWS, FortranStyle(two_dimensional=True), "a(j, i)", "rows in C++ are columns here"),
    ("int f(int n) { n = n / 2; return n; }", FortranStyle(), "n_local = n", "what is passed by value and changed gets a copy"),
)

DECLINED = (
    ("void f(unsigned *p, int n) { p[0] = n; }", "an array of unsigned numbers", "Fortran's integers have a sign"),
    ("void f(double *p, double *q) { p = q; p[0] = 1; }", "pointer", "a pointer that changes its array has no counterpart"),
    ("void f(int *p) { goto end; end: p[0] = 1; }", "goto", "no jumps"),
    ("void f(int *p, int n) { p[0] = g(n); }", "calls g", "nobody knows what g is in Fortran"),
    ("void f(double *p) { p[0] = abs(p[1]); }", "abs of a real", "without std this is the abs of whole numbers"),
    ("void f(int n, int *p) { int k; k += n; p[0] = k; }", "before it has a value", "what it reads is anybody's guess"),
    ("void f(int n, int *p) { for (int i = 0; i < n; i++) p[i] = p[i - 1]; }", "before the array", "the first turn is out of bounds"),
    ("void f(int n, float *a, float *A) { a[n] = A[n]; }", "only differ in case", "nobody could call it by these names"),
)

EQUAL = (
    ("void f(int n, double *x) { for (int i = n - 1; i >= 0; i--) { if (i > 0 && x[i - 1] < 2) continue; x[i] = i % 3; } }", "a guard"),
    ("int f(int n) { int s = 0; while (n > 1) { s++; n = n % 2 ? 3 * n + 1 : n >> 1; } return s; }", "loops that do not count"),
    ("void f(int n, int *x) { int k = 0; for (int i = 0; i < n; i++) if (x[i] > 2) x[k++] = x[i]; }", "a step within a subscript"),
    ("double f(int n, const double *x) { double m = x[0]; for (int i = 1; i < n; i++) m = x[i] > m ? x[i] : m; return m; }", "a result"),
)

PROGRAM = """
#include <iostream>
#include <vector>
struct Point { double x, y; };
double dot(const Point& a, const Point& b) { return a.x * b.x + a.y * b.y; }
double mean(const std::vector<double>& v) { double s = 0.0; for (double x : v) s += x; return s / v.size(); }
int main() {
    Point p = {3.0, 4.0};
    std::vector<double> v(4, 0.5);
    v.push_back(3.0);
    int a[2][3] = {{1, 2, 3}, {4, 5, 6}};
    std::cout << "dot " << dot(p, p) << ", mean " << mean(v) << std::endl;
    for (int i = 0; i < 2; i++) {
        for (int j = 0; j < 3; j++) std::cout << a[i][j] << " ";
        std::cout << std::endl;
    }
    return 0;
}
"""


@pytest.mark.parametrize(("text", "style", "expected", "why"), SPELLED)
def test_the_style_decides_how_it_is_spelled(text: str, style: FortranStyle, expected: str, why: str) -> None:
    assert expected in cpp_to_fortran(text, style), why


@pytest.mark.parametrize(("text", "reason", "why"), DECLINED)
def test_what_cannot_be_said_is_declined_with_its_reason(text: str, reason: str, why: str) -> None:
    with pytest.raises(Declined, match=reason):
        cpp_to_fortran(text)


def test_generated_functions_are_mostly_said_and_always_read() -> None:
    said = 0
    for seed in range(200):
        try:
            fortran = cpp_to_fortran(generate(seed))
        except Declined:
            continue
        said += 1
        assert not parse(fortran, language("fortran")).root.has_error
    assert said > 140


def test_functions_do_what_the_cpp_does() -> None:
    texts = [*(text for text, _ in EQUAL), AXPY, ROWS]
    pairs = [Pair(text, language("cpp"), cpp_to_fortran(text), language("fortran")) for text in texts]
    verdicts = compare_many(pairs, sandbox=open_sandbox())
    assert [(pair.original, verdict) for pair, verdict in zip(pairs, verdicts, strict=True) if verdict.word.value != "equivalent"] == []


def test_a_program_prints_what_the_cpp_prints() -> None:
    pair = ProgramPair(PROGRAM, language("cpp"), cpp_to_fortran(PROGRAM), language("fortran"))
    assert compare_many_programs([pair], sandbox=open_sandbox())[0].word.value == "equivalent"

BYTES = (
    "void gray(const unsigned char *rgb, unsigned char *g, int n) { for (int i = 0; i < n; i++) { unsigned char r = rgb[3*i"
    "]; g[i] = (unsigned char)(0.3f*r + 0.59f*rgb[3*i+1] + 0.11f*rgb[3*i+2]); } }",
    "void thr(unsigned char *a, int n, unsigned char t) { for (int i = 0; i < n; i++) a[i] = a[i] > t ? 255 : 0; }",
    "void inc(unsigned char *a, signed char *b, short *s, unsigned short *u, int n) { for (int i = 0; i < n; i++) { a[i] +="
    " 3; b[i] = (signed char)(a[i] * 2); s[i] = a[i] * b[i] * 50; u[i]++; if (a[i]) u[i] ^= 0xff; a[i] = ~a[i]; } }",
    "void inv(const unsigned char *a, unsigned char *b, int n) { for (int i = 0; i < n; i++) b[i] = 255 - a[i]; }",
    "void mix(const unsigned char *a, const signed char *b, float *f, int *k, long *l, short *s, unsigned short *u, bool *q"
    ", int n) { for (int i = 0; i < n; i++) { f[i] = a[i]; k[i] = a[i]; l[i] = a[i]; s[i] = a[i]; u[i] = a[i]; q[i] = a[i] "
    "> 3 && b[i]; k[i] += u[i] << 2; int t = a[i] / 3; k[i] += t + a[i] % 7 + (b[i] >> 1); u[i] = b[i]; } }",
    "int most(const unsigned char *a, int n) { unsigned char m = 0; for (int i = 0; i < n; i++) if (a[i] > m) m = a[i]; ret"
    "urn m; }",
    "unsigned char lowest(const unsigned char *a, int n) { unsigned char m = 255; for (int i = 0; i < n; i++) m = a[i] < m "
    "? a[i] : m; return m; }",
    "void lut(const unsigned char *t, unsigned char *a, int n) { unsigned char w[4] = {1, 200, 3, 255}; for (int i = 0; i <"
    " n; i++) { a[i] = t[a[i] % n] ^ w[i % 4]; } }",
    "void count(const unsigned char *a, int *h, int n) { for (int i = 0; i < n; i++) h[a[i]]++; }",
)


def test_numbers_of_one_and_two_bytes_keep_their_bits() -> None:
    pairs = [Pair(text, language("cpp"), cpp_to_fortran(text), language("fortran")) for text in BYTES]
    verdicts = compare_many(pairs, sandbox=open_sandbox())
    assert [(text, verdict.reason) for text, verdict in zip(BYTES, verdicts, strict=True) if not verdict.agrees] == []
