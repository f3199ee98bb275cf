subroutine normalize(v, n, dim)
  implicit none
  integer, intent(in) :: n, dim
  real, intent(inout) :: v(dim, n)
  real :: length
  integer :: i

  do i = 1, n
    length = sqrt(sum(v(:, i)**2))
    if (length > 0.0) v(:, i) = v(:, i) / length
  end do
end subroutine normalize
