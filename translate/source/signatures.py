"""What a function takes and returns, as C writes it, and where it runs."""

from __future__ import annotations

from dataclasses import dataclass, replace

from translate.languages import Language
from translate.source.fortran_signatures import Dummy, Procedure, procedures
from translate.source.loops import declarations, squeezed
from translate.source.parse import Node, Tree, parse, walk

STAND_IN_TYPE = "float"
STAND_IN_VALUES = {"bool": "true"}
REAL_TYPES = frozenset({"float", "double", "real", "Real", "scalar_t", "Dtype", "REAL", "DTYPE", "FLOAT"})
CONTAINERS = frozenset({"vector", "array", "span", "valarray"})
PLACES = {"__global__": "kernel", "__device__": "device"}
OUT_OF_LINE = frozenset({"attribute_specifier", "attribute_declaration", "gnu_asm_expression"})
# What may run before anything is called.
RUNNING = frozenset({"call_expression", "lambda_expression", "new_expression", "statement_expression"})
# Each of these moves a function out of reach of a plain call by its name.
SCOPES = frozenset({"class_specifier", "struct_specifier", "union_specifier"})


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter as written: `const float` and `*` for `const float *x`."""

    name: str
    type: str
    shape: str
    extents: tuple[str, ...] = ()
    """Of a Fortran array: the elements of each dimension as C expressions of the other parameters, empty where nobody says."""
    implied: bool = False
    """Whether no caller passes it: the length of a container."""

    @property
    def is_array(self) -> bool:
        """Whether the caller's memory is reached through it."""
        return any(mark in self.shape for mark in "*[&") or self.is_container

    @property
    def is_container(self) -> bool:
        """Whether it is an object that holds its elements."""
        return bool(CONTAINERS & set(words(self.type)))

    @property
    def is_place(self) -> bool:
        """Whether it may be the place of one number, not of many: a Fortran scalar, a C pointer or reference."""
        return self.is_array and not self.extents and "[" not in self.shape and not self.is_container

    @property
    def depth(self) -> int:
        """How many pointers lie between it and a value; `float a[][9]` and `float (&a)[9]` count as one."""
        to_rows = "(&" in self.shape or "(*" in self.shape
        return self.shape.count("*") + min(self.shape.count("["), 1) + self.shape.count("&") - to_rows

    @property
    def is_real(self) -> bool:
        """Whether it holds numbers with a fraction."""
        return bool(REAL_TYPES & set(words(self.type)))


@dataclass(frozen=True, slots=True)
class Signature:
    """A function that can be called by its name."""

    name: str
    returns: str
    parameters: tuple[Parameter, ...]
    instance: str
    """What to write after the name of a template: `<float, 16>`; empty for a plain function."""
    place: str
    """`kernel`, `device` or `host`."""
    scope: str = ""
    """The namespaces around it, as they are written before its name: `linear::`."""
    problem: str = ""
    """Why it cannot be called; empty where it can."""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its parameters, in order."""
        return tuple(parameter.name for parameter in self.parameters)


def signatures(text: str, language: Language) -> list[Signature]:
    """The functions that `text` defines outside of classes, in order of appearance."""
    if language.name == "fortran":
        return [_of_procedure(one) for one in procedures(text)]
    tree = parse(text, language)
    found = [_signature(tree, node) for node in walk(tree.root) if node.type == "function_definition" and not _inside_class(node)]
    return [one for one in found if one is not None]


def with_lengths(signature: Signature, text: str) -> Signature:
    """The signature with a parameter for the length of its vectors, which are equally long, where the text asks for it."""
    vectors = [one for one in signature.parameters if one.is_container and "vector" in words(one.type)]
    looped_over = any(f":{one.name})" in squeezed(text) for one in vectors)
    if not vectors or not looped_over and ".size()" not in text:
        return signature
    sizes = [f"size_{vectors[0].name}_{place}" for place in (1, 2)][: max(words(one.type).count("vector") for one in vectors)]
    parameters = [
        replace(one, extents=tuple(sizes[: words(one.type).count("vector")])) if one in vectors else one for one in signature.parameters
    ]
    return replace(signature, parameters=(*parameters, *(Parameter(size, "int", "", implied=True) for size in sizes)))


def body_of(tree: Tree, name: str) -> Node | None:
    """The definition of the function called `name`."""
    for node in walk(tree.root):
        if node.type == "function_definition":
            head = _head(node)
            if head is not None and _name(tree, head) == name:
                return node
    return None


def holds_only_functions(text: str, language: Language, headers: frozenset[str] = frozenset()) -> bool:
    """Whether nothing in `text` runs or reaches out by itself: functions, plain constants and names of types, no attributes.

    Of directives only the inclusion of `headers` is nothing.
    """
    tree = parse(text, language)
    if tree.root.has_error:
        return False
    plain = all(_is_inert(tree, node, headers) for node in tree.root.named_children)
    return plain and not any(node.type in OUT_OF_LINE for node in walk(tree.root))


def _is_inert(tree: Tree, node: Node, headers: frozenset[str]) -> bool:
    match node.type:
        case "function_definition" | "comment" | "using_declaration" | "alias_declaration" | "type_definition":
            return True
        case "struct_specifier" | "union_specifier" | "enum_specifier":
            return not any(child.type in RUNNING for child in walk(node))
        case "template_declaration":
            return any(child.type == "function_definition" for child in node.named_children)
        case "preproc_include":
            path = node.child_by_field_name("path")
            return path is not None and tree.text(path).strip("<>") in headers
        case "namespace_definition":
            body = node.child_by_field_name("body")
            return body is not None and all(_is_inert(tree, child, headers) for child in body.named_children)
        case "declaration":
            kind = node.child_by_field_name("type")
            plain = kind is not None and kind.type in ("primitive_type", "sized_type_specifier")
            return plain and not any(child.type in RUNNING for child in walk(node))
    return False


def words(text: str) -> list[str]:
    """The names in a type as written."""
    return "".join(c if c.isalnum() or c == "_" else " " for c in text).split()


def _plain_function(node: Node) -> bool:
    if node.type == "template_declaration":
        return any(child.type == "function_definition" for child in node.named_children)
    return node.type == "function_definition"


def _signature(tree: Tree, node: Node) -> Signature | None:
    head = _head(node)
    name = _name(tree, head) if head is not None else None
    if head is None or name is None:
        return None
    kind = node.child_by_field_name("type")
    stars = "*" * _stars(node)
    place = next((PLACES[child.type] for child in node.children if child.type in PLACES), "host")
    returns = (tree.text(kind) if kind is not None else "") + stars
    return Signature(name, returns, _parameters(tree, head), _instance(tree, node), place, _namespaces(tree, node))


def _of_procedure(procedure: Procedure) -> Signature:
    """A Fortran procedure as C sees it; the sizes that its arrays bring along are parameters of their own, at the end."""
    result, shapes = procedure.result, procedure.shapes
    given = [one for one in procedure.dummies if not one.optional]
    filled = [result] if result is not None and result.declared.extents else []
    parameters = [_of_dummy(one, shapes.extents.get(one.name, ())) for one in (*given, *filled)]
    parameters += [Parameter(name, "int", "") for name in shapes.added]
    returns = "void" if result is None or filled else result.declared.c_type
    return Signature(procedure.name, returns, tuple(parameters), "", "host", problem=procedure.problem)


def _of_dummy(dummy: Dummy, extents: tuple[str, ...]) -> Parameter:
    return Parameter(dummy.name, dummy.declared.c_type, "" if dummy.by_value else "*", extents)


def _head(node: Node) -> Node | None:
    declarator = node.child_by_field_name("declarator")
    while declarator is not None and declarator.type != "function_declarator":
        declarator = declarator.child_by_field_name("declarator") or next(iter(declarator.named_children), None)
    return declarator


def _stars(node: Node) -> int:
    declarator, count = node.child_by_field_name("declarator"), 0
    while declarator is not None and declarator.type in ("pointer_declarator", "reference_declarator"):
        declarator, count = declarator.child_by_field_name("declarator"), count + 1
    return count


def _name(tree: Tree, head: Node) -> str | None:
    inner = head.child_by_field_name("declarator")
    return tree.text(inner) if inner is not None and inner.type == "identifier" else None


def _parameters(tree: Tree, head: Node) -> tuple[Parameter, ...]:
    listed = head.child_by_field_name("parameters")
    found = []
    for node in listed.named_children if listed is not None else []:
        if node.type not in ("parameter_declaration", "optional_parameter_declaration"):
            continue
        names = declarations(tree, node)
        if names:
            found.append(Parameter(names[0].name, names[0].type, names[0].shape))
        elif tree.text(node) != "void":
            found.append(Parameter("", tree.text(node), "*" if "*" in tree.text(node) else ""))
    return tuple(found)


def _instance(tree: Tree, node: Node) -> str:
    above = node.parent
    parameters = above.child_by_field_name("parameters") if above is not None and above.type == "template_declaration" else None
    if parameters is None:
        return ""
    given = []
    for parameter in parameters.named_children:
        if parameter.type == "parameter_declaration":
            kind = parameter.child_by_field_name("type")
            given.append(STAND_IN_VALUES.get(tree.text(kind) if kind is not None else "", "16"))
        elif parameter.type == "type_parameter_declaration":
            given.append(STAND_IN_TYPE)
    return f"<{', '.join(given)}>"


def _namespaces(tree: Tree, node: Node) -> str:
    names: list[str] = []
    above = node.parent
    while above is not None:
        name = above.child_by_field_name("name") if above.type == "namespace_definition" else None
        names[:0] = [f"{tree.text(name)}::"] if name is not None else []
        above = above.parent
    return "".join(names)


def _inside_class(node: Node) -> bool:
    above = node.parent
    while above is not None:
        if above.type in SCOPES:
            return True
        above = above.parent
    return False
