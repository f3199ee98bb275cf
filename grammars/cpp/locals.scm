; @definition: a name that the function itself introduces, so that it is never taken for one of a library.
(parameter_declaration declarator: (identifier) @definition)
(optional_parameter_declaration declarator: (identifier) @definition)
(declaration declarator: (identifier) @definition)
(init_declarator declarator: (identifier) @definition)
(pointer_declarator declarator: (identifier) @definition)
(array_declarator declarator: (identifier) @definition)
(reference_declarator (identifier) @definition)
(for_range_loop declarator: (identifier) @definition)
(type_parameter_declaration (type_identifier) @definition)
(function_declarator declarator: (identifier) @definition)
; @counter: a name that counts a loop.
(for_statement initializer: (declaration declarator: (init_declarator declarator: (identifier) @counter)))
(for_statement initializer: (assignment_expression left: (identifier) @counter))
