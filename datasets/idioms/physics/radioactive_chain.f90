subroutine decay_chain(parent, daughter, rate_p, rate_d, dt, steps, n)
  implicit none
  integer, intent(in) :: steps, n
  real, intent(inout) :: parent(n), daughter(n)
  real, intent(in) :: rate_p, rate_d, dt
  real :: da
  integer :: i, s

  do i = 1, n
    do s = 1, steps
      da = rate_p * parent(i) * dt
      daughter(i) = daughter(i) + (da - rate_d * daughter(i) * dt)
      parent(i) = parent(i) - da
    end do
  end do
end subroutine decay_chain
