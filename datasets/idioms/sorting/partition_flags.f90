subroutine partition_flags(keys, below, above, pivot, count)
  implicit none
  integer, intent(in) :: count
  double precision, intent(in) :: keys(count), pivot
  integer, intent(out) :: below(count), above(count)

  below = 0
  above = 0
  where (keys < pivot) below = 1
  where (keys > pivot) above = 1
end subroutine partition_flags
