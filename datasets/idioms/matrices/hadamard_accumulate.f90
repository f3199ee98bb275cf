subroutine hadamard_acc(a, b, c, width, height, pitch)
  integer, intent(in) :: width, height, pitch
  real, intent(in) :: a(pitch, *), b(pitch, *)
  real, intent(inout) :: c(pitch, *)
  integer :: x, y

  do y = 1, height
    do x = 1, width
      c(x, y) = c(x, y) + a(x, y)*b(x, y)
    end do
  end do
end subroutine hadamard_acc
