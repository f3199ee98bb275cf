program records
  implicit none

  type :: student
    character(len=10) :: name
    integer :: id
    real :: score
  end type student

  type(student), dimension(3) :: students
  integer :: i, best

  students(1) = student('Maria', 101, 88.5)
  students(2) = student('Jonas', 102, 92.25)
  students(3) = student('Li', 103, 79.0)

  best = 1
  do i = 1, size(students)
    write(*, '(a10, i5, f8.2)') students(i)%name, students(i)%id, students(i)%score
    if (students(i)%score > students(best)%score) best = i
  end do
  write(*, '(2a)') 'Best: ', trim(students(best)%name)
end program records
