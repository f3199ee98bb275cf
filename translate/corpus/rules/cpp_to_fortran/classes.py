"""Classes: data as derived types, methods as procedures whose first argument is the object, constructors as functions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.called import Class
from translate.corpus.rules.cpp_to_fortran.context import Context, field_of
from translate.corpus.rules.cpp_to_fortran.kinds import TEXT
from translate.corpus.rules.cpp_to_fortran.scope import Symbol
from translate.source.loops import statements
from translate.source.parse import Node, walk

CLASSES = ("struct_specifier", "class_specifier")
NOT_DATA = ("access_specifier", "comment", "using_declaration", "friend_declaration", "static_assert_declaration", "alias_declaration")


def base_of(c: Context, node: Node) -> Class | None:
    """The class that a class inherits from, called by what is known where the text is read. Raises Declined."""
    clause = next((child for child in node.children if child.type == "base_class_clause"), None)
    if clause is None:
        return None
    names = [c.plain(c.text(one)) for one in clause.named_children if one.type in ("type_identifier", "qualified_identifier")]
    if len(names) != 1 or names[0] not in c.classes:
        raise Declined("a class that inherits from another one than those of the text")
    if _chooses_late(c, names[0]):
        raise Declined("a method that is chosen when it is called")
    return c.classes[names[0]]


def _chooses_late(c: Context, base: str) -> bool:
    """Whether objects of the base class stand for those of others: behind references and pointers."""
    for node in walk(c.tree.root):
        if node.type in ("type_identifier", "qualified_identifier") and c.plain(c.text(node)) == base and node.parent is not None:
            holder = node.parent
            declared = holder.child_by_field_name("declarator")
            if holder.type in ("type_descriptor", "new_expression", "template_argument_list"):
                return True
            if declared is not None and any(one.type in ("pointer_declarator", "reference_declarator") for one in walk(declared)):
                return True
    return False


def data_of(body: Node) -> Iterator[Node]:
    """The declarations of data, those of classes left out."""
    for child in body.named_children:
        if child.type == "field_declaration" and not is_static(child) and not _declares_function(child) and not nested_type(child):
            yield child


def methods_of(c: Context, body: Node) -> Iterator[Node]:
    """The methods that are defined within the class. Raises Declined."""
    for child in body.named_children:
        if child.type == "function_definition":
            if any(one.type in ("default_method_clause", "delete_method_clause") for one in child.children):
                continue
            if _is_destructor(child):
                require_nothing(c, child)
                continue
            yield child
        elif child.type not in ("field_declaration", "declaration", ";", *NOT_DATA):
            raise Declined(f"a class with a {child.type.replace('_', ' ')}")


def is_static(node: Node) -> bool:
    """Whether a member belongs to the class rather than to its objects."""
    return any(child.type == "storage_class_specifier" and (child.text or b"") == b"static" for child in node.children)


def nested_type(child: Node) -> Node | None:
    """The class or enumeration that a member declaration declares."""
    kind = child.child_by_field_name("type")
    named = kind is not None and kind.type in (*CLASSES, "enum_specifier") and kind.child_by_field_name("body") is not None
    return kind if named and not child.children_by_field_name("declarator") else None


def _declares_function(node: Node) -> bool:
    found = node.child_by_field_name("declarator")
    while found is not None and found.type in ("pointer_declarator", "reference_declarator"):
        found = found.child_by_field_name("declarator") or (found.named_children[-1] if found.named_children else None)
    return found is not None and found.type == "function_declarator"


def _is_destructor(function: Node) -> bool:
    return any(one.type == "destructor_name" for one in walk(field_of(function, "declarator")))


def require_nothing(c: Context, function: Node) -> None:
    """A destructor may only give memory back. Raises Declined."""
    body = function.child_by_field_name("body")
    if body is not None and any("delete" not in c.text(one).split()[0] for one in statements(body)):
        raise Declined("a destructor that does something")


def owner_name(c: Context, function: Node) -> str:
    """The C++ name of the class whose method a function is; empty where it is of none."""
    head = function.child_by_field_name("declarator")
    name = next((one for one in walk(head) if one.type in ("qualified_identifier", "parameter_list")), None) if head is not None else None
    if name is not None and name.type == "qualified_identifier":
        return c.plain(c.text(name)).rpartition("::")[0]
    above = function.parent
    if above is not None and above.type == "field_declaration_list" and above.parent is not None:
        return c.text(field_of(above.parent, "name"))
    return ""


def is_constructor(c: Context, name: str) -> bool:
    """Whether a function called like this makes objects of its class."""
    owner, _, last = name.rpartition("::")
    return bool(owner) and owner.rpartition("::")[2] == last and owner in c.classes


def bind_members(c: Context, owner: Class, *, statics: bool = False) -> None:
    """Let the members stand for those of the object, below whatever the procedure declares itself; `statics`: there is no object."""
    members = {}
    for c_name, symbol in c.structures[owner.kind.name].items() if not statics else ():
        members[c_name] = replace(symbol, name=f"{c.self_name}%{symbol.name}", role="member")
    for key, symbol in [(key, symbol) for block in c.names.blocks for key, symbol in block.items()]:
        if key.startswith(f"{owner.name}::"):
            members[key.rpartition("::")[2]] = symbol
    c.names.blocks.insert(1, members)


def needs_more(members: dict[str, Symbol]) -> bool:
    """Whether a variable of the type needs more than its declaration."""
    return any(symbol.vector or symbol.made_by or (symbol.kind == TEXT and not symbol.rank) for symbol in members.values())
