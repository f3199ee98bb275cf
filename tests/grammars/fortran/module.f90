module shapes
  use, intrinsic :: iso_fortran_env, only: real64, wide => int64
  implicit none
  private
  public :: area, circle, operator(.near.)
  type, abstract :: shape
    character(len=8) :: label = 'it''s'
  contains
    procedure(measure), deferred :: area
  end type shape
  type, extends(shape) :: circle
    real(real64) :: radius = 1.0_real64, centre(2) = [0.0_real64, 0.0_real64]
  contains
    procedure :: area => circle_area
    generic :: scaled => scaled_by
    procedure, private :: scaled_by
  end type circle
  abstract interface
    function measure(self) result(value)   ! not a definition
      import :: shape, real64
      class(shape), intent(in) :: self
      real(real64) :: value
    end function measure
  end interface
  interface operator(.near.)
    module procedure close_to
  end interface
contains
  pure function circle_area(self) result(value)
    class(circle), intent(in) :: self
    real(real64) :: value
    value = 3.14159_real64 * self%radius**2
  end function circle_area

  elemental logical function close_to(a, b)
    real(real64), intent(in) :: a, b
    close_to = abs(a - b) < 1.0e-6_real64 .or. .not. (a /= b)
  endfunction close_to

  subroutine scaled_by(self, factor); class(circle), intent(inout) :: self
    real(real64), intent(in) :: factor
    associate (r => self%radius, c => self%centre(1:2))
      r = r * factor; c = -c + factor
      if (r .near. 1.0_real64) then; r = 1; end if
    end associate
  end subroutine

  subroutine area(s)
    class(shape), intent(in) :: s
    select type (s)
    class is (circle)
      print *, s%radius, s % centre ( : )
    type is (circle)
      continue
    class default
      error stop "no shape"
    end select
  end subroutine area
end module shapes
