; What a token is beside a variable or function: the tags of CodeRosetta's token recognition.
[(string_literal) (boolean_literal)] @constant
(number_literal) @number
(intrinsic_type) @primitive
(intrinsic_type _ @primitive)
(type_name) @type
