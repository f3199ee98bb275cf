subroutine scale_columns_cm(a, s, lda, m, n)
  use iso_fortran_env, only: real64, int64
  implicit none
  integer(int64), intent(in) :: lda, m, n
  real(real64), intent(inout) :: a(lda, *)
  real(real64), intent(in) :: s(*)
  integer(int64) :: j

  do j = 1, n
    a(1:m, j) = a(1:m, j) * s(j)
  end do
end subroutine scale_columns_cm
