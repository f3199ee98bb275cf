module points
  implicit none
  private
  public :: point, distance, midpoint

  type :: point
    real(8) :: x
    real(8) :: y
  end type point

contains

  real(8) function distance(a, b)
    type(point), intent(in) :: a, b
    distance = sqrt((a%x - b%x)**2 + (a%y - b%y)**2)
  end function distance

  type(point) function midpoint(a, b)
    type(point), intent(in) :: a, b
    midpoint = point(0.5d0 * (a%x + b%x), 0.5d0 * (a%y + b%y))
  end function midpoint

end module points

program test_points
  use points
  implicit none
  type(point) :: p, q, m

  p = point(0.0d0, 0.0d0)
  q = point(3.0d0, 4.0d0)
  m = midpoint(p, q)
  print *, 'Distance = ', distance(p, q)
  print *, 'Midpoint = ', m%x, m%y
end program test_points
