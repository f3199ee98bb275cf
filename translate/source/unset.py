"""Whether a function could read a variable that nobody has set."""

from __future__ import annotations

from translate.languages import Language
from translate.source.parse import Node, parse, walk


def may_read_unset(text: str, of: Language) -> bool:
    """True where a local variable is declared without a value; always for Fortran, which declares all of them so."""
    if of.name == "fortran":
        return True
    local = (node for node in walk(parse(text, of).root) if node.type == "declaration" and _is_local(node.parent))
    return any(declarator.type != "init_declarator" for node in local for declarator in node.children_by_field_name("declarator"))


def _is_local(parent: Node | None) -> bool:
    return parent is not None and parent.type not in ("translation_unit", "declaration_list", "preproc_ifdef", "preproc_if", "preproc_else")
