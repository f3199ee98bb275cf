program colours
  implicit none

  enum, bind(c)
    enumerator :: red = 1, green, blue
  end enum

  integer :: order(4), i

  order = [blue, red, green, blue]
  do i = 1, 4
    select case (order(i))
    case (red)
      print *, order(i), 'red'
    case (green)
      print *, order(i), 'green'
    case (blue)
      print *, order(i), 'blue'
    end select
  end do
end program colours
