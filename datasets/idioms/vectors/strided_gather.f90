subroutine take_every(signal, picked, step, first, m)
  implicit none
  double precision, intent(in) :: signal(0:*)
  double precision, intent(out) :: picked(0:*)
  integer, intent(in) :: step, first, m
  integer :: j

  do j = 0, m - 1
    picked(j) = signal(first + j*step)
  end do
end subroutine take_every
