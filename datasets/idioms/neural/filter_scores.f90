subroutine suppress_low_scores(scores, labels, threshold, dims)
  integer, intent(in) :: dims
  real, intent(inout) :: scores(dims)
  integer, intent(inout) :: labels(dims)
  real, intent(in) :: threshold

  where (scores < threshold)
    labels = -1
    scores = 0.0
  end where
end subroutine suppress_low_scores
