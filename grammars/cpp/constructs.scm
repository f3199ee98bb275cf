; What a function is built of; results are told apart by it. A capture's name is a label.
(for_statement) @loop
(for_statement body: (for_statement)) @nested_loops
(for_statement body: (compound_statement (for_statement))) @nested_loops
[(while_statement) (do_statement)] @while_loop
(if_statement) @branch
(conditional_expression) @conditional
(switch_statement) @switch
(assignment_expression operator: "+=") @accumulation
(subscript_expression indices: (subscript_argument_list (subscript_expression))) @indirect_access
(binary_expression operator: "%") @modulo
(declaration declarator: (array_declarator)) @local_array
(pointer_expression) @pointer
(call_expression function: (identifier)) @call
(return_statement (_)) @returned_value
(template_declaration) @template
