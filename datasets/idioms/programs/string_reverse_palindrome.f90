program palindromes
  implicit none

  call check('level')
  call check('fortran')
  call check('rotator')

contains

  subroutine check(word)
    character(len=*), intent(in) :: word

    if (is_palindrome(word)) then
      print *, word, ' is a palindrome'
    else
      print *, word, ' is not a palindrome'
    end if
  end subroutine check

  logical function is_palindrome(s)
    character(len=*), intent(in) :: s
    integer :: i, n

    n = len_trim(s)
    is_palindrome = .true.
    do i = 1, n / 2
      if (s(i:i) /= s(n - i + 1:n - i + 1)) then
        is_palindrome = .false.
        return
      end if
    end do
  end function is_palindrome

end program palindromes
