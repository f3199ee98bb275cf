integer :: i
