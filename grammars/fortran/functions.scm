; @function: a procedure or main program with all that it contains. @name: what it is called. @declaration: holds no definitions.
; @main and not @titled: a main program without a name.
[(subroutine) (function) (program) (module_procedure)] @function
(subroutine_statement name: (name) @name)
(function_statement name: (name) @name)
(program_statement (name) @name)
(module_procedure_statement name: (name) @name)
(interface) @declaration
(program) @main
(program (program_statement)) @titled
