; @target gets its value from every @value that has the same parent. @variable: a name that can hold one; @callee: one that is called.
(assignment_expression left: (_) @target right: (_) @value)
(assignment_expression left: (_) @value operator: ["+=" "-=" "*=" "/=" "%=" "<<=" ">>=" "&=" "|=" "^="])
(init_declarator declarator: (_) @target value: (_) @value)
(update_expression argument: (_) @target @value)
(for_range_loop declarator: (_) @target right: (_) @value)
(identifier) @variable
(call_expression function: (identifier) @callee)
(function_declarator declarator: (identifier) @callee)
(template_function name: (identifier) @callee)
(qualified_identifier (identifier) @callee)
