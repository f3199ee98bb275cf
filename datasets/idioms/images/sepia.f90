subroutine sepia(rgb, n)
  implicit none
  integer, intent(in) :: n
  real, intent(inout) :: rgb(3, n)
  real, parameter :: tone(3, 3) = reshape([0.393, 0.769, 0.189, 0.349, 0.686, 0.168, 0.272, 0.534, 0.131], [3, 3])
  real :: mixed(3)
  integer :: i

  do i = 1, n
    mixed = matmul(rgb(:, i), tone)
    rgb(:, i) = merge(1.0, mixed, mixed > 1.0)
  end do
end subroutine sepia
