subroutine lu_scale_column(a, k, n)
  implicit none
  integer, intent(in) :: k, n
  double precision, intent(inout) :: a(0:n-1, 0:*)
  integer :: i

  do i = k + 1, n - 1
    a(k, i) = a(k, i) / a(k, k)
  end do
end subroutine lu_scale_column
