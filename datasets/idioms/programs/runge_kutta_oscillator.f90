module oscillator
  implicit none
  integer, parameter :: dp = kind(1.d0)
contains

  function derivative(y) result(dy)
    real(dp), intent(in) :: y(2)
    real(dp) :: dy(2)
    dy(1) = y(2)
    dy(2) = -4.0_dp * y(1)
  end function derivative

  subroutine rk4_step(y, h)
    real(dp), intent(inout) :: y(2)
    real(dp), intent(in) :: h
    real(dp), dimension(2) :: k1, k2, k3, k4

    k1 = derivative(y)
    k2 = derivative(y + 0.5_dp * h * k1)
    k3 = derivative(y + 0.5_dp * h * k2)
    k4 = derivative(y + h * k3)
    y = y + h / 6.0_dp * (k1 + 2.0_dp * k2 + 2.0_dp * k3 + k4)
  end subroutine rk4_step

end module oscillator

program main
  use oscillator
  implicit none
  real(dp) :: y(2), h
  integer :: step

  y = [1.0_dp, 0.0_dp]
  h = 0.05_dp
  do step = 1, 40
    call rk4_step(y, h)
    if (mod(step, 10) == 0) print *, step * h, y(1), y(2)
  end do
end program main
