program average_grades
  implicit none
  real, dimension(5) :: grades = (/ 78.5, 91.0, 64.25, 88.75, 70.0 /)
  real :: total

  total = sum(grades)
  print *, 'Number of grades:', size(grades)
  print *, 'Sum:', total
  print *, 'Average:', total / size(grades)
end program average_grades
