subroutine sinc(t, s, n)
  implicit none
  integer, intent(in) :: n
  double precision, intent(in) :: t(n)
  double precision, intent(out) :: s(n)
  double precision, parameter :: pi = 3.14159265358979323846d0
  double precision :: a
  integer :: i

  do i = 1, n
    a = pi * t(i)
    if (a == 0.0d0) then
      s(i) = 1.0d0
    else
      s(i) = sin(a) / a
    end if
  end do
end subroutine sinc
