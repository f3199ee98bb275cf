subroutine to_gray(code, gray, n)
  integer, intent(in) :: n
  integer, intent(in) :: code(n)
  integer, intent(out) :: gray(n)

  gray = ieor(code, shifta(code, 1))
end subroutine to_gray
