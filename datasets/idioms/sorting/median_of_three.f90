subroutine median3(a, b, c, med, n)
  implicit none
  integer, intent(in) :: n
  integer, dimension(n), intent(in) :: a, b, c
  integer, dimension(n), intent(out) :: med

  med = max(min(a, b), min(max(a, b), c))
end subroutine median3
