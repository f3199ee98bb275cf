; What a token is beside a variable or function: the tags of CodeRosetta's token recognition.
[(string_literal) (char_literal) (true) (false) (null)] @constant
(number_literal) @number
(pointer_declarator "*" @pointer)
(pointer_declarator declarator: (identifier) @pointer)
(abstract_pointer_declarator "*" @pointer)
(reference_declarator ["&" "&&"] @reference)
(reference_declarator (identifier) @reference)
(primitive_type) @primitive
[(type_identifier) (namespace_identifier)] @type
