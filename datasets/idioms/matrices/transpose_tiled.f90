subroutine transpose_tiled(src, dst, rows, cols)
  implicit none
  integer, intent(in) :: rows, cols
  real(kind=8), intent(in) :: src(cols, rows)
  real(kind=8), intent(out) :: dst(rows, cols)
  integer :: r, c

  do r = 1, rows
    do c = 1, cols
      dst(r, c) = src(c, r)
    end do
  end do
end subroutine transpose_tiled
