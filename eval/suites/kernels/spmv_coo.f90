subroutine spmv_coo(entries, rows, cols, value, in, out)
  implicit none
  integer, intent(in) :: entries
  integer, intent(in) :: rows(entries), cols(entries)
  real, intent(in) :: value(entries), in(0:*)
  real, intent(inout) :: out(0:*)
  integer :: e

  do e = 1, entries
    associate (to => rows(e), from => cols(e))
      out(to) = out(to) + value(e) * in(from)
    end associate
  end do
end subroutine spmv_coo
