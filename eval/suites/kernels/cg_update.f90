subroutine cg_update(n, step, direction, image, solution, residual, rho)
  implicit none
  integer, intent(in) :: n
  double precision, intent(in) :: step, direction(n), image(n)
  double precision, intent(inout) :: solution(n), residual(n), rho
  integer :: i

  do i = 1, n
    solution(i) = solution(i) + step * direction(i)
    residual(i) = residual(i) - step * image(i)
  end do
  rho = rho + sum(residual**2)
end subroutine cg_update
