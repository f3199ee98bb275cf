; What a procedure is built of; results are told apart by it. A capture's name is a label.
(do_loop) @loop
(do_loop (do_loop)) @nested_loops
(do_loop (do_statement (while_statement))) @while_loop
(if_statement) @branch
(subroutine_call) @call
(function) @returned_value
(select_case_statement) @switch
(extent_specifier) @array_section
(call_expression (argument_list (call_expression))) @indirect_access
(where_statement) @where
