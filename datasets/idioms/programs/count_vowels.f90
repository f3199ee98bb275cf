program count_vowels
  implicit none
  character(len=*), parameter :: text = 'the quick brown fox jumps over the lazy dog'
  character(len=5), parameter :: vowels = 'aeiou'
  integer :: counts(5), i, k

  counts = 0
  do i = 1, len(text)
    k = index(vowels, text(i:i))
    if (k > 0) counts(k) = counts(k) + 1
  end do
  do k = 1, 5
    print '(a, a, i0)', vowels(k:k), ': ', counts(k)
  end do
  print '(a, i0)', 'length: ', len(text)
end program count_vowels
