subroutine scale_columns_cm(a, s, lda, m, n)
  use iso_fortran_env, only: real64, int64
  implicit none
  integer(int64), intent(in) :: lda, m, n
  real(real64), intent(inout) :: a(lda, *)
  real(real64), intent(in) :: s(*)
  integer(int64) :: i, j

  do j = 1, n
    do i = 1, m
      a(i, j) = a(i, j) * s(j)
    end do
  end do
end subroutine scale_columns_cm
