subroutine combine_flags(flags, all_or, all_and, n)
  implicit none
  integer, intent(in) :: n
  integer, intent(in) :: flags(n)
  integer, intent(inout) :: all_or, all_and

  all_or = ior(all_or, iany(flags))
  all_and = iand(all_and, iall(flags))
end subroutine combine_flags
