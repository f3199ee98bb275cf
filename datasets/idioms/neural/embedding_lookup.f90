subroutine embed_tokens(table, position, tokens, out, seq, dim)
  implicit none
  integer, intent(in) :: seq, dim
  real, intent(in) :: table(dim, 0:*), position(dim, seq)
  integer, intent(in) :: tokens(seq)
  real, intent(out) :: out(dim, seq)
  integer :: t

  do t = 1, seq
    out(:, t) = table(:, tokens(t)) + position(:, t)
  end do
end subroutine embed_tokens
