module vectors
  implicit none

  type vec
    double precision :: x, y, z
  end type vec

  interface operator(+)
    module procedure add
  end interface

  interface operator(*)
    module procedure dot
  end interface

contains

  function add(a, b) result(c)
    type(vec), intent(in) :: a, b
    type(vec) :: c
    c%x = a%x + b%x
    c%y = a%y + b%y
    c%z = a%z + b%z
  end function add

  function dot(a, b) result(d)
    type(vec), intent(in) :: a, b
    double precision :: d
    d = a%x * b%x + a%y * b%y + a%z * b%z
  end function dot

end module vectors

program test_vectors
  use vectors
  implicit none
  type(vec) :: u, v, w

  u = vec(1d0, 2d0, 3d0)
  v = vec(4d0, -5d0, 6d0)
  w = u + v
  print *, w%x, w%y, w%z
  print *, u * v
end program test_vectors
