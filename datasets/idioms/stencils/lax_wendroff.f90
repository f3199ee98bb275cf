subroutine lax_wendroff(u, un, c, n)
  implicit none
  integer, intent(in) :: n
  double precision, intent(in) :: u(0:n-1), c
  double precision, intent(inout) :: un(0:n-1)

  un(1:n-2) = u(1:n-2) - 0.5d0*c*(u(2:n-1) - u(0:n-3)) &
            + 0.5d0*c*c*(u(2:n-1) - 2.0d0*u(1:n-2) + u(0:n-3))
end subroutine lax_wendroff
