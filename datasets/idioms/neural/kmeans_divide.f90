subroutine kmeans_average(means, counts, k, dim)
  implicit none
  integer, intent(in) :: k, dim
  real, intent(inout) :: means(dim, k)
  integer, intent(in) :: counts(k)
  integer :: c

  do c = 1, k
    if (counts(c) > 0) then
      means(:, c) = means(:, c) / counts(c)
    else
      means(:, c) = 0.0
    end if
  end do
end subroutine kmeans_average
