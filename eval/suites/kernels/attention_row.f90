subroutine attention_row(query, key, value, mixed, positions, width)
  implicit none
  integer, intent(in) :: positions, width
  real, dimension(width, positions), intent(in) :: query, key, value
  real, intent(out) :: mixed(width, positions)
  real :: total, weight
  integer :: q, k

  do q = 1, positions
    mixed(:, q) = 0.0
    total = 0.0
    do k = 1, q
      weight = 1.0 / (1.0 + exp(-dot_product(query(:, q), key(:, k))))
      total = total + weight
      mixed(:, q) = mixed(:, q) + weight * value(:, k)
    end do
    mixed(:, q) = mixed(:, q) / total
  end do
end subroutine attention_row
