subroutine jacobi_sweep(u, f, unew, h2, n, m)
  implicit none
  integer, intent(in) :: n, m
  double precision, intent(in) :: u(m, n), f(m, n), h2
  double precision, intent(inout) :: unew(m, n)
  integer :: i, j

  do i = 2, n - 1
    do j = 2, m - 1
      unew(j, i) = 0.25d0*(u(j, i-1) + u(j, i+1) + u(j-1, i) + u(j+1, i) - h2*f(j, i))
    end do
  end do
end subroutine jacobi_sweep
