; What a leaf of the tree is called in normal form. @whole: a node taken as one token although it has children.
[(string_literal) (hollerith_constant) (transfer_items) (filename)] @whole
; Words that mean something to the statement they stand in, although the grammar takes them for names.
(language_binding (identifier) @word)
(implicit_range) @number
(kind (keyword_argument name: (identifier) @word))
[(write_statement (keyword_argument name: (identifier) @word)) (read_statement (keyword_argument name: (identifier) @word))]
[(open_statement (keyword_argument name: (identifier) @word)) (close_statement (keyword_argument name: (identifier) @word))]
[(inquire_statement (keyword_argument name: (identifier) @word)) (file_position_statement (keyword_argument name: (identifier) @word))]
[(allocate_statement (keyword_argument name: (identifier) @word)) (deallocate_statement (keyword_argument name: (identifier) @word))]
(language_binding (keyword_argument name: (identifier) @word))
; The preprocessor tells upper from lower case.
(preproc_ifdef (identifier) @whole)
(preproc_def (identifier) @whole)
(preproc_arg) @whole
(preproc_if condition: (_) @whole)
(preproc_elif condition: (_) @whole)
(comment) @comment
"&" @continuation
[(number_literal) (statement_label) (statement_label_reference) (do_label_virtual)] @number
[(type_member) (binding_name)] @member
(type_name) @type
(user_defined_operator) @function
((operator_name) @function (#match? @function "^[.]"))
(subroutine_call (identifier) @function)
(method_name) @function
(subroutine_statement (name) @function)
(function_statement (name) @function)
(program_statement (name) @function)
(module_procedure_statement (name) @function)
[(identifier) (name) (local_name) (module_name) (procedure_interface) (block_label)] @variable
(block_label_start_expression "label" @variable)
