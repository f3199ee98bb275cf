subroutine hash_rows(table, hash, rows, cols)
  implicit none
  integer, intent(in) :: rows, cols
  integer, intent(in) :: table(cols, rows)
  integer, intent(out) :: hash(rows)
  integer, parameter :: m = 1000003
  integer :: r, c

  do r = 1, rows
    hash(r) = 17
    do c = 1, cols
      hash(r) = modulo(hash(r) * 31 + table(c, r), m)
    end do
  end do
end subroutine hash_rows
