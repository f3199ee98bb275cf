program regression
  implicit none
  double precision :: x(6), y(6), slope, intercept

  x = (/ 1.0d0, 2.0d0, 3.0d0, 4.0d0, 5.0d0, 6.0d0 /)
  y = (/ 2.1d0, 3.9d0, 6.2d0, 7.8d0, 10.1d0, 12.2d0 /)
  call fit_line(x, y, slope, intercept)
  write(*, *) 'slope     = ', slope
  write(*, *) 'intercept = ', intercept

contains

  subroutine fit_line(x, y, slope, intercept)
    double precision, intent(in) :: x(:), y(:)
    double precision, intent(out) :: slope, intercept
    double precision :: sx, sy, sxx, sxy
    integer :: n

    n = size(x)
    sx = sum(x)
    sy = sum(y)
    sxx = dot_product(x, x)
    sxy = dot_product(x, y)
    slope = (n * sxy - sx * sy) / (n * sxx - sx**2)
    intercept = (sy - slope * sx) / n
  end subroutine fit_line

end program regression
