; @counter: a name that tells the threads apart.
(init_declarator declarator: (identifier) @counter value: (_) @place (#match? @place "threadIdx|blockIdx"))
(assignment_expression left: (identifier) @counter right: (_) @place (#match? @place "threadIdx|blockIdx"))
