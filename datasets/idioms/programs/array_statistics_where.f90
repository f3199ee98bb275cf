program clip
  implicit none
  integer :: a(6)

  a = [4, -2, 7, -9, 0, 3]
  where (a < 0)
    a = 0
  end where
  print '(a, 6i3)', 'clipped:', a
  print '(a, i0, a, i0)', 'largest ', maxval(a), ' at position ', maxloc(a, dim=1)
  print '(a, i0)', 'positive ', count(a > 0)
end program clip
