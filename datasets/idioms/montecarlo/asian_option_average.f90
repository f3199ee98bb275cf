subroutine asian_average(normals, average, s0, drift, vol, steps, paths)
  implicit none
  integer, intent(in) :: steps, paths
  real(8), intent(in) :: normals(paths, steps), s0, drift, vol
  real(8), intent(out) :: average(paths)
  real(8) :: s, total
  integer :: p, t

  do p = 1, paths
    s = s0
    total = 0.0d0
    do t = 1, steps
      s = s * exp(drift + vol * normals(p, t) * 0.01d0)
      total = total + s
    end do
    average(p) = total / steps
  end do
end subroutine asian_average
