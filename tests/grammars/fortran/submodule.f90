module shapes
  real :: radius = 1
  interface
    module subroutine grow(by)
      real, intent(in) :: by
    end subroutine grow
    module subroutine shrink(by)
      real, intent(in) :: by
    end subroutine shrink
  end interface
end module shapes

submodule (shapes) more
contains
  module subroutine grow(by)
    real, intent(in) :: by
    radius = radius + by
  end subroutine grow

  module procedure shrink
    radius = radius - by
  end procedure shrink
end submodule more
