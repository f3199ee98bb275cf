real function simpsn(f, n, h)
  dimension f(n)
  simpsn = 0.
  if (n .lt. 3) return
  s = 0.
  do 5 i = 2, n - 1, 2
5   s = s + f(i-1) + 4.*f(i) + f(i+1)
  simpsn = s*h/3.
  return
end function simpsn
