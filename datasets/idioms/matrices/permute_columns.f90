subroutine permute_cols(in, perm, out, rows, cols)
  implicit none
  integer, intent(in) :: rows, cols
  integer, intent(in) :: in(0:*), perm(cols)
  integer, intent(out) :: out(cols, rows)
  integer :: x, y

  do y = 1, rows
    do x = 1, cols
      out(x, y) = in((y - 1)*cols + perm(x))
    end do
  end do
end subroutine permute_cols
