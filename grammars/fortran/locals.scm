; @definition: a name that the function itself introduces, so that it is never taken for an intrinsic.
(parameters (identifier) @definition)
(variable_declaration declarator: (identifier) @definition)
(init_declarator left: (identifier) @definition)
(sized_declarator . (identifier) @definition)
; @counter: a name that counts a loop.
(loop_control_expression . (identifier) @counter)
