subroutine transform_points(m, in, out, n)
  implicit none
  integer, intent(in) :: n
  real, intent(in) :: m(4, 3), in(3, n)
  real, intent(out) :: out(3, n)
  integer :: p, r

  do p = 1, n
    do r = 1, 3
      out(r, p) = dot_product(m(1:3, r), in(:, p)) + m(4, r)
    end do
  end do
end subroutine transform_points
