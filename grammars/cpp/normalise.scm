; What a leaf of the tree is called in normal form. @whole: a node taken as one token although it has children.
[(string_literal) (raw_string_literal) (char_literal) (user_defined_literal) (system_lib_string) (preproc_arg)] @whole
; Taken whole where it defines a macro with parameters, or goes on over several lines.
[(preproc_function_def) (preproc_def)] @directive
(comment) @comment
(number_literal) @number
[(type_identifier) (namespace_identifier)] @type
(field_expression field: (field_identifier) @member)
(field_expression field: (_ (field_identifier) @member))
(field_designator (field_identifier) @member)
; Where a member is declared or initialised it stands as plain as a variable.
(field_identifier) @declared
(call_expression function: (identifier) @function)
(call_expression function: (template_function name: (identifier) @function))
(call_expression function: (qualified_identifier name: (identifier) @function))
(call_expression function: (qualified_identifier name: (template_function name: (identifier) @function)))
(function_declarator declarator: (identifier) @function)
(function_declarator declarator: (qualified_identifier name: (identifier) @function))
(function_declarator declarator: (template_function name: (identifier) @function))
[(identifier) (statement_identifier)] @variable
