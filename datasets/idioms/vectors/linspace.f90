subroutine linspace(x, start, stop, n)
  integer, intent(in) :: n
  real(8), intent(out) :: x(n)
  real(8), intent(in) :: start, stop
  integer :: i

  x = [(start + (stop - start) * (i - 1) / dble(n - 1), i = 1, n)]
end subroutine linspace
