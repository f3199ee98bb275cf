program caesar
  implicit none
  character(len=14) :: message, secret

  message = 'Attack at Dawn'
  secret = shift_text(message, 3)
  print '(a)', secret
  print '(a)', shift_text(secret, -3)

contains

  pure function shift_text(text, key) result(out)
    character(len=*), intent(in) :: text
    integer, intent(in) :: key
    character(len=len(text)) :: out
    integer :: i

    do i = 1, len(text)
      select case (text(i:i))
      case ('a':'z')
        out(i:i) = achar(iachar('a') + modulo(iachar(text(i:i)) - iachar('a') + key, 26))
      case ('A':'Z')
        out(i:i) = achar(iachar('A') + modulo(iachar(text(i:i)) - iachar('A') + key, 26))
      case default
        out(i:i) = text(i:i)
      end select
    end do
  end function shift_text

end program caesar
