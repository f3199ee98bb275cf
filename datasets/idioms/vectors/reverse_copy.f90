subroutine reverse_copy(in, out, n)
  integer, intent(in) :: n
  integer, intent(in) :: in(n)
  integer, intent(out) :: out(n)

  out = in(n:1:-1)
end subroutine reverse_copy
