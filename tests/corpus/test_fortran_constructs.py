"""Fortran made C++ by rule, beyond the everyday: common blocks, bound procedures, strings, pointers, array functions, single procedures."""

import pytest

from translate.corpus.rules import Declined
from translate.corpus.rules.fortran_to_cpp import CppStyle, fortran_to_cpp
from translate.languages import language
from translate.verify.equivalence import Pair, compare_many
from translate.verify.programs import ProgramPair, compare_many_programs
from translate.verify.sandbox import open_sandbox

SHOWS_MORE = """
module counters
  implicit none
  type :: counter
    integer :: value = 0
    character(len=4) :: name = 'none'
  contains
    procedure :: advance => counter_advance
    procedure, public :: doubled
  end type counter
contains
  subroutine counter_advance(this, by)
    class(counter), intent(inout) :: this
    integer, intent(in) :: by
    this%value = this%value + by
  end subroutine counter_advance
  integer function doubled(this) result(d)
    class(counter), intent(in) :: this
    d = 2 * this%value
  end function doubled
  function tripled(k) bind(c) result(t)
    integer, value :: k
    integer :: t
    k = 3 * k
    t = k
  end function tripled
end module counters

program main
  use counters
  implicit none
  integer :: total, list(4)
  real :: weights(3)
  common /shared/ total, weights
  type(counter), allocatable :: c
  character(len=*), parameter :: layout = '(a, i4, l3)'
  character(len=20) :: line
  integer :: i, m(2, 3), picked(6), k
  integer(kind=1) :: small
  real :: x(4), y(2)
  integer, target :: held(0:2)
  integer, pointer :: seen(:), own(:) => null()
  seen => held
  held = 4
  seen(1) = 9
  allocate (own(2))
  own = seen(1) + 1
  print *, held, own
  allocate (c)
  call c%advance(5)
  call c%advance(2)
  print *, c%doubled(), tripled(4), c%name
  total = 1
  weights = 0.5
  call add_up(3)
  print *, total, weights
  write (line, layout) 'n =', 42, .true.
  print *, line(1:3), '|', line(5:7), index(line, '='), len_trim(line), ichar('x')
  if (line(1:1) < 'z' .and. line(1:1) == 'n') print *, 'in order'
  m = reshape(source=[1, 2, 3, 4, 5, 6], shape=[2, 3])
  picked = reshape(m, [6])
  k = count(picked > 2)
  list(1:k) = pack(picked, picked > 2)
  print *, list, sum(m, dim=1), maxval(m, dim=2), iany(picked), iparity(list)
  m = m + spread(m(:, 2), 2, 3)
  associate (first => m(1, 1), last => m(2, 3))
    first = first + last
  end associate
  print *, m
  x = [1.0, 2.0, 3.0, 4.0]
  x = x / sum(x)
  x(2:4) = x(1:3)
  print *, x
  y = 1.0
  y(3:2:2) = 7.0
  x(:) = x(4:1:-1)
  print *, y, x
  small = 100_1
  print *, ibset(0, 3), ibclr(15, 0), ishft(1, k), ishft(256, -k), shiftr(-1, 28), iand(int(small), 6), ibits(172, 2, 4)
  if (total > 99) call abort()
  deallocate (c)
end program main

subroutine add_up(by)
  implicit none
  integer, intent(in) :: by
  integer :: total
  real :: weights(3)
  common /shared/ total, weights
  total = total + by
  weights(2) = weights(1) + by
end subroutine add_up
"""


def test_common_blocks_bound_procedures_strings_and_array_functions_print_the_same() -> None:
    pairs = [
        ProgramPair(SHOWS_MORE, language("fortran"), fortran_to_cpp(SHOWS_MORE, style), language("cpp"))
        for style in (CppStyle(), CppStyle(zero_based=False, references=False, std_maths=False, declare_at_first_use=False))
    ]
    assert [verdict.reason for verdict in compare_many_programs(pairs, sandbox=open_sandbox()) if not verdict.agrees] == []


ALONE = {
    "one label for two loops": "      subroutine f(n, h, ldh)\n      integer n, ldh, i, j\n      double precision h(ldh, *)\n"
    "      do 10 j = 1, n\n"
    "      do 10 i = 1, n\n   10 h(i, j) = 1.0d0 / dble(i + j - 1)\n      end",
    "one label for three loops": "subroutine f(n, a, s)\n integer n, i, j, k\n real a(n, n), s(n)\n do 20 i = 1, n\n s(i) = 0\n"
    " do 20 j = 1, n\n if (a(j, i) < 0) goto 20\n do 10 k = 1, 2\n 10 s(i) = s(i) + a(j, i)\n 20 continue\nend subroutine",
    "assumed shape": "subroutine f(a, b, n)\n real, intent(inout) :: a(:)\n real, intent(in) :: b(:)\n integer, intent(in) :: n\n"
    " integer :: i\n do i = 1, n\n a(i) = a(i) + b(i)\n end do\nend subroutine",
    "recursion": "recursive function f(n) result(r)\n integer, intent(in) :: n\n integer :: r\n r = 1\n"
    " if (n > 1) r = r + f(n - 1)\nend function",
    "every second": "subroutine f(a, n)\n integer, intent(in) :: n\n real, intent(inout) :: a(n)\n a(2:n:2) = -a(2:n:2)\nend subroutine",
    "columns": "subroutine f(a, n, m)\n integer, intent(in) :: n, m\n real, intent(inout) :: a(n, m)\n integer :: j\n do j = 2, m\n"
    " a(:, j) = a(:, j) + a(:, j - 1)\n end do\nend subroutine",
}


def test_single_procedures_do_the_same() -> None:
    pairs = [Pair(text, language("fortran"), "#include <vector>\n" + fortran_to_cpp(text), language("cpp")) for text in ALONE.values()]
    assert [verdict.reason for verdict in compare_many(pairs, sandbox=open_sandbox()) if not verdict.agrees] == []


PROGRAMS = {
    "parts of a string that are set": """
program p
  implicit none
  character(len=8) :: s
  s = 'abcdef'
  s(2:3) = 'X'
  s(6:6) = char(iachar('a') + 2)
  print *, s, '|'
  s(1:6) = ' '
  s(8:8) = 'z'
  print *, s, '|', len_trim(s)
end program
""",
    "a character that comes back": """
subroutine sign_of(x, c)
  real, intent(in) :: x
  character, intent(out) :: c
  c = '+'
  if (x < 0) c = '-'
end subroutine
program p
  character :: c
  call sign_of(-2.0, c)
  print *, c
  call sign_of(2.0, c)
  if (c == '+') print *, 'plus'
end program
""",
    "strings in an array": """
program p
  character(len=20), allocatable :: x(:)
  integer :: i
  allocate(x(2))
  x(1) = 'one'
  x(2) = 'two'
  call longer(x)
  do i = 1, size(x)
    print *, trim(x(i))
  end do
contains
  subroutine longer(y)
    character(len=*), intent(inout) :: y(:)
    integer :: j
    do j = 1, size(y)
      y(j) = trim(y(j)) // "_more"
    end do
  end subroutine
end program
""",
    "an array of three dimensions in one piece": """
program p
  implicit none
  integer :: n, i, j, k
  double precision, allocatable :: q(:,:,:)
  n = 3
  allocate(q(2, 0:n, n))
  q = 1.5d0
  call fill(n, q)
  print *, ((q(2, i, k), i = 0, n), k = 1, n), size(q, 2)
  deallocate(q)
  n = 2
  allocate(q(2, 0:n, n))
  q = 0
  call fill(n, q)
  print *, sum(q)
end program
subroutine fill(n, q)
  integer, intent(in) :: n
  double precision, intent(inout) :: q(2, 0:n, n)
  integer :: i, k
  do k = 1, n
    do i = 0, n
      q(2, i, k) = q(1, i, k) + 10 * i + k
    end do
  end do
end subroutine
""",
}


def test_strings_and_arrays_in_one_piece_print_the_same() -> None:
    pairs = [ProgramPair(text, language("fortran"), fortran_to_cpp(text), language("cpp")) for text in PROGRAMS.values()]
    verdicts = compare_many_programs(pairs, sandbox=open_sandbox())
    assert [(why, verdict.reason) for why, verdict in zip(PROGRAMS, verdicts, strict=True) if not verdict.agrees] == []


def test_an_array_whose_bounds_change_while_it_is_there_is_declined() -> None:
    text = PROGRAMS["an array of three dimensions in one piece"].replace("q = 1.5d0", "q = 1.5d0\n  n = 2")
    with pytest.raises(Declined):
        fortran_to_cpp(text)


def test_what_is_counted_into_an_argument_is_counted_with_pointers_and_with_references() -> None:
    text = "subroutine f(x, n, k)\n integer, intent(in) :: n\n real, intent(in) :: x(n)\n integer, intent(out) :: k\n k = count(x < 0)\nend"
    styles = [CppStyle(references=references, post_increment=post) for references in (True, False) for post in (True, False)]
    made = [fortran_to_cpp(text, style) for style in styles]
    pairs = [Pair(text, language("fortran"), candidate, language("cpp")) for candidate in made]
    assert [verdict.reason for verdict in compare_many(pairs, sandbox=open_sandbox()) if not verdict.agrees] == []


def test_a_common_block_of_two_shapes_is_declined() -> None:
    with pytest.raises(Declined):
        fortran_to_cpp(SHOWS_MORE.replace("real :: weights(3)", "real :: weights(4)", 1))
