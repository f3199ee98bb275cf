; What a leaf of the tree is called in normal form. @whole: a node taken as one token although it has children.
[(string_literal) (raw_string_literal) (char_literal) (user_defined_literal) (system_lib_string) (preproc_arg)] @whole
(comment) @comment
(number_literal) @number
[(type_identifier) (namespace_identifier)] @type
(field_identifier) @member
(call_expression function: (identifier) @function)
(call_expression function: (template_function name: (identifier) @function))
(call_expression function: (qualified_identifier name: (identifier) @function))
(call_expression function: (qualified_identifier name: (template_function name: (identifier) @function)))
(function_declarator declarator: (identifier) @function)
(function_declarator declarator: (qualified_identifier name: (identifier) @function))
(function_declarator declarator: (template_function name: (identifier) @function))
[(identifier) (statement_identifier)] @variable
