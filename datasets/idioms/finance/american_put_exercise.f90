subroutine early_exercise(option, spot, strike, nodes)
  implicit none
  integer, intent(in) :: nodes
  real, intent(inout) :: option(nodes)
  real, intent(in) :: spot(nodes), strike

  where (strike - spot > option)
    option = strike - spot
  end where
end subroutine early_exercise
