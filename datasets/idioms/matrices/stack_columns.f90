subroutine concat_columns(a, b, out, rows, ca, cb)
  implicit none
  integer, intent(in) :: rows, ca, cb
  real, intent(in) :: a(ca, rows), b(cb, rows)
  real, intent(out) :: out(ca + cb, rows)

  out(1:ca, :) = a
  out(ca+1:, :) = b
end subroutine concat_columns
