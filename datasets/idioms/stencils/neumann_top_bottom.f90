subroutine copy_edge_rows(t, width, height)
  implicit none
  integer, intent(in) :: width, height
  real(8), intent(inout) :: t(width, height)

  if (height < 2) return
  t(:, 1) = t(:, 2)
  t(:, height) = t(:, height - 1)
end subroutine copy_edge_rows
