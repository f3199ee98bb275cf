subroutine det3(mats, det, n)
  implicit none
  integer, intent(in) :: n
  real, intent(in) :: mats(0:8, n)
  real, intent(out) :: det(n)
  integer :: i

  do i = 1, n
    associate (m => mats(:, i))
      det(i) = m(1)*(m(5)*m(9) - m(6)*m(8)) &
             - m(2)*(m(4)*m(9) - m(6)*m(7)) &
             + m(3)*(m(4)*m(8) - m(5)*m(7))
    end associate
  end do
end subroutine det3
