subroutine frob2(a, rows, cols, lda, res)
  implicit none
  integer, intent(in) :: rows, cols, lda
  real(8), intent(in) :: a(lda, *)
  real(8), intent(inout) :: res
  integer :: i

  do i = 1, rows
    res = res + sum(a(1:cols, i)**2)
  end do
end subroutine frob2
