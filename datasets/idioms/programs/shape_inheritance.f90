module shapes
  implicit none

  type, abstract :: shape
  contains
    procedure(area_of), deferred :: area
  end type shape

  type, extends(shape) :: circle
    real(8) :: radius
  contains
    procedure :: area => circle_area
  end type circle

  type, extends(shape) :: rectangle
    real(8) :: width, height
  contains
    procedure :: area => rectangle_area
  end type rectangle

  abstract interface
    function area_of(self) result(a)
      import :: shape
      class(shape), intent(in) :: self
      real(8) :: a
    end function area_of
  end interface

contains

  function circle_area(self) result(a)
    class(circle), intent(in) :: self
    real(8) :: a
    a = 3.141592653589793d0 * self%radius**2
  end function circle_area

  function rectangle_area(self) result(a)
    class(rectangle), intent(in) :: self
    real(8) :: a
    a = self%width * self%height
  end function rectangle_area

end module shapes

program test_shapes
  use shapes
  implicit none
  class(shape), allocatable :: s

  allocate(s, source=circle(2.0d0))
  print *, 'area', s%area()
  deallocate(s)
  allocate(s, source=rectangle(3.0d0, 4.5d0))
  print *, 'area', s%area()
end program test_shapes
