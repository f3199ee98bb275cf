subroutine multigrid_restrict_2d(fine, coarse, rows, cols)
  implicit none
  integer, intent(in) :: rows, cols
  real(8), intent(in) :: fine(2 * cols + 1, 2 * rows + 1)
  real(8), intent(out) :: coarse(cols, rows)
  real(8), parameter :: w(3) = [0.25d0, 0.5d0, 0.25d0]
  integer :: r, c, d

  do r = 1, rows
    do c = 1, cols
      coarse(c, r) = 0d0
      do d = 1, 3
        coarse(c, r) = coarse(c, r) + w(d) * dot_product(w, fine(2*c-1:2*c+1, 2*r-2+d))
      end do
    end do
  end do
end subroutine multigrid_restrict_2d
