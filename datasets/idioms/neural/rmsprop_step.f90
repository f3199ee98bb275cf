subroutine rmsprop(params, cache, grads, rate, rho, count)
  integer, intent(in) :: count
  real, intent(inout) :: params(count), cache(count)
  real, intent(in) :: grads(count), rate, rho

  cache = rho*cache + (1.0 - rho)*grads**2
  params = params - rate*grads/sqrt(abs(cache) + 1.0e-6)
end subroutine rmsprop
