subroutine logistic_map(x, r, iterations, n)
  implicit none
  integer, intent(in) :: iterations, n
  real, intent(inout) :: x(n)
  real, intent(in) :: r(n)
  integer :: i, k

  do i = 1, n
    do k = 1, iterations
      x(i) = 0.25 * r(i) * x(i) * (1.0 - x(i)) * 0.01
    end do
  end do
end subroutine logistic_map
