elemental integer function to_gray(b)
  implicit none
  integer, intent(in) :: b
  to_gray = ieor(b, shifta(b, 1))
end function to_gray

subroutine gray_encode(binary, gray, n)
  implicit none
  integer, intent(in) :: n
  integer, intent(in) :: binary(n)
  integer, intent(out) :: gray(n)
  interface
    elemental integer function to_gray(b)
      integer, intent(in) :: b
    end function to_gray
  end interface

  gray = to_gray(binary)
end subroutine gray_encode
