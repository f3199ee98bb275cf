subroutine scaled(x, n)
#include "precision.h"
#ifdef SINGLE
  real :: x(n)
#else
  real(8) :: x(n)
#endif
#if defined(DEBUG) && LEVEL > 2
  print *, 'n =', n
#endif
!$omp parallel do
  do i = 1, n
    x(i) = 2 * x(i)
  end do
!$omp end parallel do
end subroutine scaled
