subroutine shortcut(parent, jumped, n)
  implicit none
  integer, intent(in) :: n
  integer, intent(in) :: parent(0:*)
  integer, intent(out) :: jumped(0:*)
  integer :: v, p, gp

  do v = 0, n - 1
    p = parent(v)
    gp = parent(p)
    if (p /= gp) then
      jumped(v) = gp
    else
      jumped(v) = p
    end if
  end do
end subroutine shortcut
