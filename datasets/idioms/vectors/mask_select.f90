subroutine select_by_mask(mask, yes, no, res, n)
  integer, intent(in) :: n
  integer, intent(in) :: mask(n)
  real, intent(in) :: yes(n), no(n)
  real, intent(out) :: res(n)

  where (mask /= 0)
    res = yes
  elsewhere
    res = no
  end where
end subroutine select_by_mask
