program small_matrix
  implicit none
  real(kind=8), dimension(3, 3) :: m

  m(1, :) = [2.0d0, 0.0d0, 1.0d0]
  m(2, :) = [1.0d0, 3.0d0, 2.0d0]
  m(3, :) = [1.0d0, 1.0d0, 4.0d0]
  print *, 'det   = ', det3(m)
  print *, 'trace = ', trace3(m)

contains

  pure function det3(m) result(d)
    real(kind=8), intent(in) :: m(3, 3)
    real(kind=8) :: d

    d = m(1,1) * (m(2,2)*m(3,3) - m(2,3)*m(3,2)) &
      - m(1,2) * (m(2,1)*m(3,3) - m(2,3)*m(3,1)) &
      + m(1,3) * (m(2,1)*m(3,2) - m(2,2)*m(3,1))
  end function det3

  pure function trace3(m) result(t)
    real(kind=8), intent(in) :: m(3, 3)
    real(kind=8) :: t
    integer :: i

    t = sum([(m(i, i), i = 1, 3)])
  end function trace3

end program small_matrix
