subroutine histogram_edges(sample, samples, edge, bins, count)
  implicit none
  integer, intent(in) :: samples, bins
  real(8), intent(in) :: sample(samples), edge(bins + 1)
  integer, intent(inout) :: count(bins)
  integer :: b, s

  do b = 1, bins
    do s = 1, samples
      if (edge(b) <= sample(s) .and. sample(s) < edge(b + 1)) count(b) = count(b) + 1
    end do
  end do
end subroutine histogram_edges
