"""Source text in, syntax and normal form out: pure text functions, and the only home of tree-sitter."""
