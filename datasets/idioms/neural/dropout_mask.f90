subroutine apply_dropout(input, random, size, prob, scale)
  integer, intent(in) :: size
  real, intent(inout) :: input(size)
  real, intent(in) :: random(size), prob, scale

  where (random < prob)
    input = 0.0
  elsewhere
    input = input * scale
  end where
end subroutine apply_dropout
