subroutine hilbert_matrix(h, n)
  implicit none
  integer, intent(in) :: n
  real, intent(out) :: h(n, n)
  integer :: i, j

  do concurrent (i = 1:n, j = 1:n)
    h(i, j) = 1.0 / real(i + j - 1)
  end do
end subroutine hilbert_matrix
