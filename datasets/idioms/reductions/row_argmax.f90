subroutine row_argmax(scores, label, best, batch, classes)
  implicit none
  integer, intent(in) :: batch, classes
  real, intent(in) :: scores(0:classes-1, batch)
  integer, intent(out) :: label(batch)
  real, intent(out) :: best(batch)
  integer :: b, c

  do b = 1, batch
    label(b) = -1
    best(b) = -3.4e38
    do c = 0, classes - 1
      if (scores(c, b) > best(b)) then
        best(b) = scores(c, b)
        label(b) = c
      end if
    end do
  end do
end subroutine row_argmax
