; @function: a procedure or main program. @name: what it is called.
[(subroutine) (function) (program) (module_procedure)] @function
(subroutine_statement name: (name) @name)
(function_statement name: (name) @name)
(program_statement (name) @name)
(module_procedure_statement name: (name) @name)
