subroutine to_decibel(amplitude, db, floor_db, n)
  implicit none
  integer, intent(in) :: n
  real, intent(in) :: amplitude(n), floor_db
  real, intent(out) :: db(n)

  db = floor_db
  where (amplitude > 1.0e-6) db = 20.0 * log10(amplitude)
end subroutine to_decibel
