program clamp_demo
  implicit none
  double precision :: v(5)

  v = [-4.0d0, 0.5d0, 2.0d0, 9.75d0, 1.0d0]
  v = clamp(v, 0.0d0, 2.5d0)
  write(*, '(5f8.3)') v
  write(*, '(a, f8.3)') 'total ', sum(v)

contains

  elemental double precision function clamp(x, lo, hi)
    double precision, intent(in) :: x, lo, hi
    clamp = min(max(x, lo), hi)
  end function clamp

end program clamp_demo
