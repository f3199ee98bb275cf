subroutine normalize_vectors(xyz, count)
  implicit none
  integer, intent(in) :: count
  double precision, intent(inout) :: xyz(3, count)
  double precision :: len
  integer :: i

  do i = 1, count
    len = sqrt(sum(xyz(:, i)**2))
    if (len > 0.0d0) xyz(:, i) = xyz(:, i) / len
  end do
end subroutine normalize_vectors
