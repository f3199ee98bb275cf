program matmul_demo
  implicit none
  integer, parameter :: n = 3
  real(8), allocatable :: a(:, :), b(:, :), c(:, :)
  integer :: i, j

  allocate(a(n, n), b(n, n), c(n, n))
  do j = 1, n
    do i = 1, n
      a(i, j) = i + j
      b(i, j) = i * j
    end do
  end do
  c = matmul(a, b)
  do i = 1, n
    print *, (c(i, j), j = 1, n)
  end do
  deallocate(a, b, c)
end program matmul_demo
