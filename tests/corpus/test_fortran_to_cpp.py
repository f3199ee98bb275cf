"""Fortran made C++ by rule: the C++ says the same, and what has no rule is declined."""

import pytest

from translate.corpus.rules import Declined
from translate.corpus.rules.fortran_to_cpp import CppStyle, fortran_to_cpp
from translate.languages import language
from translate.source.parse import parse
from translate.verify.programs import ProgramPair, compare_many_programs
from translate.verify.sandbox import open_sandbox

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


SHOWS_MUCH = """
module shapes
  implicit none
  integer, parameter :: dp = kind(1.0d0)
  real(dp), parameter :: pi = 3.14159265358979_dp
  type :: circle
    real(dp) :: x = 0.0_dp, radius
    integer :: marks(2)
  end type circle
contains
  pure function area(c) result(a)
    type(circle), intent(in) :: c
    real(dp) :: a
    a = pi * c%radius**2
  end function area
  subroutine smooth(a, n, total)
    integer, intent(in) :: n
    real(dp), intent(inout) :: a(0:n)
    real(dp), intent(out) :: total
    integer :: i
    do i = 1, n - 1
      a(i) = (a(i - 1) + a(i) + a(i + 1)) / 3
    end do
    total = sum(a(0:n))
  end subroutine smooth
  recursive function factorial(n) result(f)
    integer, intent(in) :: n
    integer :: f
    if (n <= 1) then
      f = 1
    else
      f = n * factorial(n - 1)
    end if
  end function factorial
  function above(v, limit) result(k)
    real(dp), intent(in) :: v(:), limit
    integer :: k
    k = count(v > limit)
  end function above
end module shapes

program main
  use shapes
  implicit none
  type(circle) :: c
  real(dp) :: a(0:6), total, m(2, 3), v(3)
  real(dp), allocatable :: w(:)
  integer :: i, j, n, list(4)
  complex(dp) :: z
  logical :: found
  character(len=8) :: word
  c%radius = 2.0_dp
  c%marks = [3, 4]
  print *, 'area', area(c), c%marks(2), c%x
  do i = 0, 6
    a(i) = i**2
  end do
  call smooth(a, 6, total)
  print *, 'total = ', total, ' last = ', a(6)
  do j = 1, 3
    do i = 1, 2
      m(i, j) = i + 10.0_dp * j
    end do
  end do
  v = (/ 1.0_dp, 2.0_dp, 3.0_dp /)
  print *, matmul_sum(), maxval(m), minval(v), dot_product(v, v)
  n = 5
  allocate(w(n))
  w = 0.5_dp
  w(2:4) = w(2:4) * 3
  where (w > 1.0_dp)
    w = w - 1.0_dp
  elsewhere
    w = -w
  end where
  print *, w, above(w, 0.0_dp), size(w)
  list = [7, -7, 7, -7]
  print *, mod(list(2), 3), modulo(list(2), 3), list(1) / 2, nint(2.5_dp), int(-2.7_dp), sign(3, -1)
  z = (1.0_dp, 2.0_dp)
  z = 2 * z * conjg(z) + 1
  print *, real(z), aimag(z), abs(z)
  found = .false.
  outer: do i = 1, 10
    do j = i, 10
      if (i * j == 21) then
        found = .true.
        exit outer
      end if
      if (j > 8) cycle outer
    end do
  end do outer
  print *, found, i, j
  do i = 1, 6
    select case (i)
    case (1)
      word = 'one'
    case (2:3)
      word = 'few'
    case default
      word = 'many'
    end select
    print *, trim(word)
  end do
  do i = 10, 1, -3
    if (i < 3) go to 100
    n = n + i
  end do
100 continue
  print *, n, factorial(6), (list(i), i = 1, 4)
  write (*, '(a, i4, f8.3)') 'formatted ', n, pi
contains
  function matmul_sum() result(s)
    real(dp) :: s, p(2)
    p = matmul(m, v)
    s = sum(p)
  end function matmul_sum
end program main
"""

STYLES = {
    "plain": CppStyle(),
    "as in Fortran": CppStyle(zero_based=False, references=False, post_increment=False, std_maths=False, declare_at_first_use=False),
    "vectors": CppStyle(vectors=True, functional_casts=True, compound_assignment=False, braces=False, newline='"\\n"'),
}


def test_a_program_prints_the_same_in_every_style() -> None:
    pairs = [ProgramPair(SHOWS_MUCH, language("fortran"), fortran_to_cpp(SHOWS_MUCH, style), language("cpp")) for style in STYLES.values()]
    assert [verdict.reason for verdict in compare_many_programs(pairs, sandbox=open_sandbox()) if not verdict.agrees] == []


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_every_style_is_read_without_faults(style: CppStyle) -> None:
    assert not parse(fortran_to_cpp(SHOWS_MUCH, style), language("cpp")).root.has_error
