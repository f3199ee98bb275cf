subroutine divide_columns(mat, norms, numrows, numcols)
  integer, intent(in) :: numrows, numcols
  real(8), intent(inout) :: mat(numcols, numrows)
  real(8), intent(in) :: norms(numcols)

  mat = mat / spread(norms, 2, numrows)
end subroutine divide_columns
