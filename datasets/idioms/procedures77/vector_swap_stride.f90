subroutine vswap(n, a, ia, b, ib)
  integer n, ia, ib, ka, kb, k
  double precision a(0:*), b(0:*), w
  ka = 0
  kb = 0
  do 100 k = 1, n
    w = a(ka)
    a(ka) = b(kb)
    b(kb) = w
    ka = ka + ia
    kb = kb + ib
100 continue
  return
end subroutine vswap
