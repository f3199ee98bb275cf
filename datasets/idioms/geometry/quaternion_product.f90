subroutine quat_multiply(p, q, r, count)
  implicit none
  integer, intent(in) :: count
  real, intent(in) :: p(0:3, count), q(0:3, count)
  real, intent(out) :: r(0:3, count)
  integer :: i

  do i = 1, count
    associate (a => p(:, i), b => q(:, i))
      r(0, i) = a(1)*b(1) - a(2)*b(2) - a(3)*b(3) - a(4)*b(4)
      r(1, i) = a(1)*b(2) + a(2)*b(1) + a(3)*b(4) - a(4)*b(3)
      r(2, i) = a(1)*b(3) - a(2)*b(4) + a(3)*b(1) + a(4)*b(2)
      r(3, i) = a(1)*b(4) + a(2)*b(3) - a(3)*b(2) + a(4)*b(1)
    end associate
  end do
end subroutine quat_multiply
