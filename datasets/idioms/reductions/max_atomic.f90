subroutine find_max(data, best, n)
  integer, intent(in) :: n
  integer, intent(in) :: data(n)
  integer, intent(inout) :: best

  best = max(best, maxval(data))
end subroutine find_max
