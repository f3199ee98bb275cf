subroutine dia_matvec(n, num_diags, offsets, diags, x, y)
  implicit none
  integer, intent(in) :: n, num_diags
  integer, intent(in) :: offsets(num_diags)
  real(kind=8), intent(in) :: diags(n, num_diags), x(n)
  real(kind=8), intent(out) :: y(n)
  integer :: i, j, d

  y = 0.0d0
  do d = 1, num_diags
    do i = 1, n
      j = i + offsets(d)
      if (j < 1 .or. j > n) cycle
      y(i) = y(i) + diags(i, d) * x(j)
    end do
  end do
end subroutine dia_matvec
