pure subroutine softsign(data, out, n)
  integer, intent(in) :: n
  real(kind=8), intent(in) :: data(n)
  real(kind=8), intent(out) :: out(n)

  out = data / (1.0d0 + abs(data))
end subroutine softsign
