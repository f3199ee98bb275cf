"__shared__" @shared_memory
((identifier) @barrier (#eq? @barrier "__syncthreads"))
((identifier) @atomic (#match? @atomic "^atomic"))
(field_expression argument: (identifier) @two_axes_
  field: (field_identifier) @two_axes (#any-of? @two_axes_ "threadIdx" "blockIdx") (#eq? @two_axes "y"))
