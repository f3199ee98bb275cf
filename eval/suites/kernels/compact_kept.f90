subroutine compact_kept(source, keep, packed, total)
  implicit none
  integer, intent(in) :: total
  real, intent(in) :: source(total)
  integer, intent(in) :: keep(total)
  real, intent(inout) :: packed(total)
  integer :: kept

  kept = count(keep > 0)
  packed(1:kept) = pack(source, keep > 0)
end subroutine compact_kept
