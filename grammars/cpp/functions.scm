; @function: a definition with a body. @name: what it is called, qualified as in its declarator.
(function_definition body: (_)) @function
(function_declarator declarator: (_) @name)
(template_declaration) @wrapper
