; Pieces of a function that a translation may name by a label instead of repeating them.
[
  (assignment_statement) (pointer_association_statement) (subroutine_call) (variable_declaration) (if_statement) (do_loop)
  (keyword_statement) (write_statement) (print_statement) (read_statement) (format_statement) (stop_statement)
  (use_statement) (implicit_statement) (allocate_statement) (deallocate_statement) (data_statement) (common_statement)
  (parameter_statement) (select_case_statement) (where_statement)
] @statement
(parameters) @parameters
(parameters (identifier) @parameter)
(assignment_statement left: (_) @expression)
(assignment_statement right: (_) @expression)
(if_statement (parenthesized_expression (_) @expression))
(while_statement (parenthesized_expression (_) @expression))
(loop_control_expression (_) @expression)
(argument_list (_) @expression)
(init_declarator right: (_) @expression)
(logical_expression left: (_) @expression)
(logical_expression right: (_) @expression)
; Bounds have a label even when they are one name.
(loop_control_expression (_) "," (_) @bound)
