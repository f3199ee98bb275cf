program heat_rod
  implicit none
  integer, parameter :: n = 11
  double precision, parameter :: r = 0.25d0
  double precision :: t(n), tn(n)
  integer :: i, step

  t = 0.0d0
  t(1) = 100.0d0
  tn = t
  do step = 1, 200
    do i = 2, n - 1
      tn(i) = t(i) + r * (t(i-1) - 2.0d0*t(i) + t(i+1))
    end do
    t = tn
  end do
  do i = 1, n
    write(*, '(i3, f10.3)') i, t(i)
  end do
end program heat_rod
