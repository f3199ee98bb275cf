integer function walk(head, images) bind(c, name="walk")
  use, intrinsic :: iso_c_binding
  type, bind(c) :: link
    integer(c_int) :: value
    type(c_ptr) :: next = c_null_ptr
  end type
  type(c_ptr), value :: head
  integer(c_int), value :: images
  type(link), pointer :: at => null()
  real, dimension(:, :), allocatable, target :: grid
  real, pointer, contiguous :: row(:)
  integer, save :: counter[*]
  enum, bind(c)
    enumerator :: red = 1, green
  end enum
  namelist /settings/ counter, walk
  allocate (grid(images, 2), stat=i, source=0.0)
  row(1:images) => grid(:, 1)
  nullify (row)
  call c_f_pointer(head, at)
  walk = 0
  do
    if (.not. associated(at)) exit
    walk = walk + at%value * merge(1, 2, at%value > +red)
    if (.not. c_associated(at%next)) then; at => null(); else; call c_f_pointer(at%next, at); endif
  end do
  counter[1] = walk; sync all
  deallocate (grid)
end function walk
