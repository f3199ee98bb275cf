"""Fortran made C++ by rule: the C++ says the same, and what has no rule is declined."""

import pytest

from translate.corpus.rules import Declined
from translate.corpus.rules.fortran_to_cpp import CppStyle, fortran_to_cpp

SAXPY = """
subroutine saxpy(n, a, x, y)
  integer, intent(in) :: n
  real, intent(in) :: a, x(n)
  real, intent(inout) :: y(n)
  integer :: i
  do i = 1, n
    y(i) = y(i) + a * x(i)
  end do
end subroutine
"""


def test_a_loop_over_subscripts_counts_from_0() -> None:
    text = fortran_to_cpp(SAXPY)
    assert "void saxpy(int n, float a, const float* x, float* y)" in text
    assert "for (int i = 0; i < n; i++)" in text
    assert "y[i] += a * x[i];" in text


def test_the_style_may_keep_the_counts_of_fortran() -> None:
    text = fortran_to_cpp(SAXPY, CppStyle(zero_based=False, post_increment=False))
    assert "for (int i = 1; i <= n; ++i)" in text
    assert "y[i - 1] += a * x[i - 1];" in text


DECLINED = {
    "input": "read(*,*) x",
    "pointers": "p => x",
    "a type from elsewhere": "x%a = 1",
}


@pytest.mark.parametrize("text", DECLINED.values(), ids=DECLINED)
def test_what_has_no_rule_is_declined(text: str) -> None:
    with pytest.raises(Declined):
        fortran_to_cpp(f"subroutine f(x)\n real :: x\n {text}\nend subroutine")
