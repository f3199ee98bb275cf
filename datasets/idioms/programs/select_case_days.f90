program days
  implicit none
  integer :: d

  do d = 0, 8
    write(*, '(i0, 1x, a)') d, trim(day_kind(d))
  end do

contains

  function day_kind(day) result(kind_name)
    integer, intent(in) :: day
    character(len=10) :: kind_name

    select case (day)
    case (1, 7)
      kind_name = 'weekend'
    case (2:6)
      kind_name = 'weekday'
    case default
      kind_name = 'unknown'
    end select
  end function day_kind

end program days
