; Pieces of a function that a translation may name by a label instead of repeating them.
(compound_statement) @block
[
  (expression_statement) (declaration) (return_statement) (if_statement) (for_statement) (while_statement) (do_statement)
  (switch_statement) (for_range_loop) (case_statement) (labeled_statement) (goto_statement)
] @statement
(parameter_list) @parameters
[(parameter_declaration) (optional_parameter_declaration)] @parameter
(assignment_expression right: (_) @expression)
(assignment_expression left: (_) @expression)
(init_declarator value: (_) @expression)
(return_statement (_) @expression)
(if_statement condition: (condition_clause value: (_) @expression))
(while_statement condition: (condition_clause value: (_) @expression))
(for_statement condition: (binary_expression right: (_) @expression))
(for_statement condition: (_) @expression)
(binary_expression left: (_) @expression operator: "&&")
(binary_expression operator: "&&" right: (_) @expression)
(update_expression argument: (_) @expression)
(call_expression arguments: (argument_list (_) @expression))
(template_parameter_list) @expression
; Bounds have a label even when they are one name.
(for_statement condition: (binary_expression right: (_) @bound))
(if_statement condition: (condition_clause value: (binary_expression right: (_) @bound)))
(while_statement condition: (condition_clause value: (binary_expression right: (_) @bound)))
