subroutine causal_scores(q, k, score, seq, dim, scale)
  implicit none
  integer, intent(in) :: seq, dim
  real, intent(in) :: q(dim, seq), k(dim, seq), scale
  real, intent(out) :: score(seq, seq)
  integer :: i, j

  do i = 1, seq
    do j = 1, seq
      if (j <= i) then
        score(j, i) = scale*dot_product(q(:, i), k(:, j))
      else
        score(j, i) = -10000.0
      end if
    end do
  end do
end subroutine causal_scores
