program gauss
  implicit none
  integer, parameter :: n = 3
  double precision :: a(n, n), b(n), x(n)
  integer :: i
  logical :: ok

  a = reshape([2d0, -3d0, -2d0, 1d0, -1d0, 1d0, -1d0, 2d0, 2d0], [n, n])
  b = [8d0, -11d0, -3d0]
  call solve(a, b, x, ok)
  if (ok) then
    do i = 1, n
      print '(a, i0, a, f14.10)', 'x(', i, ') = ', x(i)
    end do
  else
    print *, 'singular matrix'
  end if

contains

  subroutine solve(a, b, x, ok)
    double precision, intent(inout) :: a(:, :), b(:)
    double precision, intent(out) :: x(:)
    logical, intent(out) :: ok
    double precision :: row(size(b)), t, m
    integer :: i, k, p, n

    n = size(b)
    ok = .false.
    do k = 1, n
      p = k - 1 + maxloc(abs(a(k:n, k)), dim=1)
      if (a(p, k) == 0d0) return
      if (p /= k) then
        row = a(k, :)
        a(k, :) = a(p, :)
        a(p, :) = row
        t = b(k)
        b(k) = b(p)
        b(p) = t
      end if
      do i = k + 1, n
        m = a(i, k) / a(k, k)
        a(i, k:n) = a(i, k:n) - m * a(k, k:n)
        b(i) = b(i) - m * b(k)
      end do
    end do
    do i = n, 1, -1
      x(i) = (b(i) - dot_product(a(i, i+1:n), x(i+1:n))) / a(i, i)
    end do
    ok = .true.
  end subroutine solve

end program gauss
