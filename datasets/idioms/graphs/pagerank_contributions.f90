subroutine contributions(rank, degree, contrib, n)
  use, intrinsic :: iso_fortran_env, only: int64, real64
  implicit none
  integer(int64), intent(in) :: n
  real(real64), intent(in) :: rank(n)
  integer, intent(in) :: degree(n)
  real(real64), intent(out) :: contrib(n)

  where (degree /= 0)
    contrib = rank / degree
  elsewhere
    contrib = 0.0_real64
  end where
end subroutine contributions
