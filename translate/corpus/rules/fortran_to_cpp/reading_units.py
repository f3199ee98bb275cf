"""Syntax trees of modules, programs and procedures as values."""

from __future__ import annotations

from translate.corpus.rules import Declined
from translate.corpus.rules.fortran_to_cpp.reading import expression, operands
from translate.corpus.rules.fortran_to_cpp.reading_declarations import declarator, declared, structure, typed
from translate.corpus.rules.fortran_to_cpp.reading_statements import statement
from translate.corpus.rules.fortran_to_cpp.syntax import Declared, Name, Unit
from translate.languages import language
from translate.source.parse import Node, Tree, parse, walk

UNITS = {"module": "module", "program": "program", "subroutine": "subroutine", "function": "function"}
HEADS = {"module_statement", "program_statement", "subroutine_statement", "function_statement"}
IGNORED = {
    "private_statement", "public_statement", "contains_statement", "comment", "import_statement",
    "end_module_statement", "end_program_statement", "end_subroutine_statement", "end_function_statement",
}  # fmt: skip
HARMLESS = {"pure", "elemental", "impure"}


def units_of(text: str) -> list[Unit]:
    """The program units of a free-form file, in order. Raises Declined."""
    tree = parse(text, language("fortran"))
    if tree.root.has_error:
        raise Declined("syntax")
    types = {node.type for node in walk(tree.root)}
    if "include_statement" in types:
        raise Declined("include")
    if any(name.startswith("preproc") for name in types):
        raise Declined("preprocessor lines")
    units = [_unit(tree, child) for child in operands(tree.root) if child.type in UNITS]
    if any(child.type not in UNITS for child in operands(tree.root)):
        raise Declined("code outside of units")
    return units


def _unit(tree: Tree, node: Node) -> Unit:
    unit = Unit(UNITS[node.type], "main")
    label = ""
    for child in operands(node):
        if child.type in HEADS:
            _head(tree, child, unit)
        elif child.type in _DECLARATIONS:
            _DECLARATIONS[child.type](tree, child, unit)
        elif child.type == "internal_procedures":
            unit.contained += [_unit(tree, inner) for inner in operands(child) if inner.type in UNITS]
        elif child.type == "format_statement":
            unit.formats[label] = tree.text(child)[len("format") :].strip()
        elif child.type not in IGNORED:
            if child.type == "statement_label":
                label = tree.text(child).strip()
            unit.body += statement(tree, child)
    return unit


def _head(tree: Tree, node: Node, unit: Unit) -> None:
    for child in operands(node):
        text = tree.text(child).lower()
        if child.type == "name":
            unit.name = text
        elif child.type == "parameters":
            if any(inner.type != "identifier" for inner in operands(child)):
                raise Declined("alternate return")
            unit.parameters = tuple(tree.text(inner).lower() for inner in operands(child))
        elif child.type == "function_result":
            unit.result = tree.text(operands(child)[-1]).lower()
        elif child.type in ("intrinsic_type", "derived_type"):
            unit.prefix = typed(tree, child)
        elif child.type == "language_binding":
            continue
        elif child.type == "procedure_qualifier" and text == "recursive":
            unit.recursive = True
        elif child.type == "procedure_qualifier" and text in HARMLESS:
            if text == "elemental":
                unit.declared.append(Declared("", attributes=frozenset({"elemental"})))
        else:
            raise Declined(f"procedure with {child.type}")


def _declaration(tree: Tree, node: Node, unit: Unit) -> None:
    unit.declared += declared(tree, node)


def _parameters(tree: Tree, node: Node, unit: Unit) -> None:
    for child in operands(node):
        name, value = operands(child)
        unit.declared.append(Declared(tree.text(name).lower(), attributes=frozenset({"parameter"}), value=expression(tree, value)))


def _implicit(tree: Tree, node: Node, unit: Unit) -> None:
    if any(child.type == "none" for child in node.children):
        unit.strict = True
        return
    kind: Declared | None = None
    for child in operands(node):
        if child.type in ("intrinsic_type", "derived_type"):
            kind = typed(tree, child)
        elif child.type == "implicit_range" and kind is not None:
            first, _, last = tree.text(child).replace(" ", "").lower().partition("-")
            for code in range(ord(first), ord(last or first) + 1):
                unit.letters[chr(code)] = kind
        else:
            raise Declined("implicit")


def _use(tree: Tree, node: Node, unit: Unit) -> None:
    names = [child for child in operands(node) if child.type == "module_name"]
    module = tree.text(names[0]).lower()
    unit.uses.append(module)
    for child in walk(node):
        if child.type == "use_alias":
            local, target = operands(child)
            unit.declared.append(
                Declared(tree.text(local).lower(), attributes=frozenset({"parameter"}), value=Name(tree.text(target).lower()))
            )


def _data(tree: Tree, node: Node, unit: Unit) -> None:
    for group in operands(node):
        targets, values = [], []
        for child in operands(group):
            if child.type == "data_value":
                for value in operands(child):
                    values.append(expression(tree, value))
                if any(part.type == "*" for part in child.children):
                    raise Declined("repeated data")
            else:
                targets.append(expression(tree, child))
        unit.data.append((tuple(targets), tuple(values)))


def _save(tree: Tree, node: Node, unit: Unit) -> None:
    names = [tree.text(child).lower() for child in operands(node)]
    unit.saves = unit.saves or not names
    unit.declared += [Declared(name, attributes=frozenset({"save"})) for name in names]


def _common(tree: Tree, node: Node, unit: Unit) -> None:
    groups = [child for child in operands(node) if child.type == "variable_group"]
    blank = [child for child in operands(node) if child.type != "variable_group"]
    for group in [*groups, *([node] if blank else [])]:
        block = next((tree.text(child).lower() for child in group.children if child.type == "name"), "")
        parts = [child for child in operands(group) if child.type in ("identifier", "sized_declarator")]
        unit.commons.append((block, tuple(declarator(tree, child, Declared(""), frozenset(), None) for child in parts)))


def _interface(tree: Tree, node: Node, unit: Unit) -> None:
    """Only plain interfaces of external procedures, which say nothing beside the calls."""
    for child in operands(node):
        if child.type in ("interface_statement", "end_interface_statement") and len(operands(child)) == 0:
            continue
        if child.type not in ("subroutine", "function"):
            raise Declined("generic interface")
        inner = _unit(tree, child)
        unit.declared.append(Declared(inner.name, attributes=frozenset({"external"})))
        if inner.kind == "function":
            result = [d for d in inner.declared if d.name == (inner.result or inner.name) and d.type]
            base = result[0] if result else inner.prefix
            if base is None:
                raise Declined("interface of a function without type")
            unit.declared.append(Declared(inner.name, base.type, base.kind, base.length))


_DECLARATIONS = {
    "variable_declaration": _declaration,
    "variable_modification": _declaration,
    "derived_type_definition": structure,
    "parameter_statement": _parameters,
    "implicit_statement": _implicit,
    "use_statement": _use,
    "data_statement": _data,
    "save_statement": _save,
    "interface": _interface,
    "common_statement": _common,
}
