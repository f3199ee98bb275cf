"""C++ to Fortran by rule: what comes out compiles, runs, and gives what the C++ gives."""

from __future__ import annotations

import pytest

from translate.corpus.rules.cpp_to_fortran import Declined, cpp_to_fortran

DECLINED = (
    ("void f(unsigned char *p, int n) { p[0] = n; }", "type unsigned char", "Fortran has no unsigned bytes"),
    ("void f(double *p, int n) { p = p + n; p[0] = 1; }", "pointer", "a pointer that moves has no counterpart"),
    ("void f(int *p) { goto end; end: p[0] = 1; }", "goto", "no jumps"),
    ("void f(int *p, int n) { p[0] = g(n); }", "calls g", "nobody knows what g is in Fortran"),
)


@pytest.mark.parametrize(("text", "reason", "why"), DECLINED)
def test_what_cannot_be_said_is_declined_with_its_reason(text: str, reason: str, why: str) -> None:
    with pytest.raises(Declined, match=reason):
        cpp_to_fortran(text)


def test_a_loop_over_an_array_counts_from_one() -> None:
    fortran = cpp_to_fortran("void axpy(int n, double a, const double *x, double *y) { for (int i = 0; i < n; i++) y[i] += a * x[i]; }")
    assert "do i = 1, n" in fortran
    assert "y(i) = y(i) + a * x(i)" in fortran
    assert "intent(in) :: x(n)" in fortran
