; @target gets its value from every @value that has the same parent. @variable: a name that can hold one; @callee: one that may be called.
(assignment_statement left: (_) @target right: (_) @value)
(pointer_association_statement . (_) @target (_) @value)
(loop_control_expression . (_) @target (_) @value)
(init_declarator left: (_) @target right: (_) @value)
(identifier) @variable
(call_expression . (identifier) @callee)
(subroutine_call subroutine: (identifier) @callee)
(keyword_argument name: (identifier) @callee)
