subroutine embed_backward(grad, tokens, dtable, seq, dim)
  implicit none
  integer, intent(in) :: seq, dim
  real, intent(in) :: grad(dim, seq)
  integer, intent(in) :: tokens(seq)
  real, intent(inout) :: dtable(dim, 0:*)
  integer :: t

  do t = 1, seq
    dtable(:, tokens(t)) = dtable(:, tokens(t)) + grad(:, t)
  end do
end subroutine embed_backward
