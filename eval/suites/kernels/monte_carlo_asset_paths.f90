subroutine monte_carlo_asset_paths(paths, steps, drift, volatility, seed, worth)
  implicit none
  integer, intent(in) :: paths, steps, seed(paths)
  real(8), intent(in) :: drift, volatility
  real(8), intent(out) :: worth(paths)
  integer(8) :: state
  real(8) :: log_worth, normal
  integer :: p, t, k

  do p = 1, paths
    state = mod(iand(int(seed(p), 8), 2147483647_8), 2147483646_8) + 1
    log_worth = 0d0
    do t = 1, steps
      normal = -6d0
      do k = 1, 12
        state = mod(state * 16807_8, 2147483647_8)
        normal = normal + dble(state) / 2147483647d0
      end do
      log_worth = log_worth + drift + volatility * normal
    end do
    worth(p) = exp(min(log_worth, 40d0))
  end do
end subroutine monte_carlo_asset_paths
