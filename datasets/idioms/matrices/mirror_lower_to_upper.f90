subroutine copy_lower_to_upper(mat, n)
  integer, intent(in) :: n
  real, intent(inout) :: mat(n, n)
  integer :: r, c

  do r = 2, n
    do c = 1, r - 1
      mat(r, c) = mat(c, r)
    end do
  end do
end subroutine copy_lower_to_upper
