subroutine linear_forward(x, w, bias, y, batch, in_dim, out_dim)
  implicit none
  integer, intent(in) :: batch, in_dim, out_dim
  real, intent(in) :: x(in_dim, batch), w(in_dim, out_dim), bias(out_dim)
  real, intent(out) :: y(out_dim, batch)
  real :: acc
  integer :: b, o

  do b = 1, batch
    do o = 1, out_dim
      acc = bias(o) + dot_product(x(:, b), w(:, o))
      y(o, b) = merge(acc, 0.0, acc > 0.0)
    end do
  end do
end subroutine linear_forward
