; @function: a procedure or main program with all that it contains. @name: what it is called. @declaration: holds no definitions.
[(subroutine) (function) (program) (module_procedure)] @function
(subroutine_statement name: (name) @name)
(function_statement name: (name) @name)
(program_statement (name) @name)
(module_procedure_statement name: (name) @name)
(interface) @declaration
