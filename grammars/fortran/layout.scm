; @block: its lines after the first stand further in. @outer: begins a line that stands where its block began.
[
  (module) (submodule) (program (program_statement)) (subroutine) (function) (module_procedure) (block_data) (interface) (derived_type_definition) (enum)
  (if_statement) (do_loop) (select_case_statement) (select_type_statement) (select_rank_statement) (where_statement)
  (forall_statement) (associate_statement) (block_construct)
] @block
[
  (end_module_statement) (end_submodule_statement) (end_program_statement) (end_subroutine_statement) (end_function_statement)
  (end_module_procedure_statement) (end_block_data_statement) (end_interface_statement) (end_type_statement) (end_enum_statement)
  (end_if_statement) (end_do_loop_statement) (end_select_statement) (end_where_statement) (end_forall_statement)
  (end_associate_statement) (end_block_construct_statement) (end_do_label_loop_statement)
  (else_clause) (elseif_clause) (elsewhere_clause) (case_statement) (type_statement) (contains_statement)
] @outer
