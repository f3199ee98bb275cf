subroutine shift_diagonal(a, sigma, n, lda)
  implicit none
  integer, intent(in) :: n, lda
  real(8), intent(inout) :: a(lda, *)
  real(8), intent(in) :: sigma
  integer :: i

  do i = 1, n
    a(i, i) = a(i, i) + sigma
  end do
end subroutine shift_diagonal
