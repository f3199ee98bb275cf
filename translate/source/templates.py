"""Template kernels: what makes a compiler write them out."""

from __future__ import annotations

from translate.languages import language
from translate.source.parse import Node, Tree, parse, walk, without

STAND_IN_TYPE = "float"
STAND_IN_VALUES = {"bool": "true"}


def kernels_in(text: str) -> list[tuple[str, str | None]]:
    """Each kernel of CUDA `text` by name, and for a template the arguments to instantiate it with: `<float, 16>`.

    Types become `float` and numbers 16; a default is taken as it is.
    """
    tree = parse(text, language("cuda"))
    found: dict[str, str | None] = {}
    for node in walk(tree.root):
        if node.type == "function_definition" and any(child.type == "__global__" for child in node.children):
            name = _name(tree, node)
            if name:
                found[name] = _arguments(tree, node.parent)
    return list(found.items())


def device_functions_in(text: str) -> list[str]:
    """Each device function of CUDA `text` by name, without templates, members, and those that share their name."""
    tree = parse(text, language("cuda"))
    found = [
        _name(tree, node)
        for node in walk(tree.root)
        if node.type == "function_definition"
        and any(child.type == "__device__" for child in node.children)
        and node.parent is not None
        and node.parent.type in ("translation_unit", "declaration_list")
    ]
    return [name for name in found if name and found.count(name) == 1]


def for_the_device_alone(text: str) -> str:
    """The text with its functions for host and device made for the device, where no function of the host alone could call them."""
    tree = parse(text, language("cuda"))
    functions = [node for node in walk(tree.root) if node.type == "function_definition"]
    marks = [[child for child in node.children if child.type in ("__host__", "__device__", "__global__")] for node in functions]
    if any(all(mark.type == "__host__" for mark in found) for found in marks):
        return text
    return without(tree, (mark for found in marks for mark in found if mark.type == "__host__"))


def _name(tree: Tree, function: Node) -> str | None:
    declarator = function.child_by_field_name("declarator")
    while declarator is not None and declarator.type != "identifier":
        declarator = declarator.child_by_field_name("declarator")
    return tree.text(declarator) if declarator is not None else None


def _arguments(tree: Tree, template: Node | None) -> str | None:
    parameters = template.child_by_field_name("parameters") if template is not None and template.type == "template_declaration" else None
    if parameters is None:
        return None
    given = [_argument(tree, node) for node in parameters.named_children if node.type != "comment"]
    return f"<{', '.join(argument for argument in given if argument)}>"


def _argument(tree: Tree, parameter: Node) -> str:
    if parameter.type.startswith(("optional", "variadic")):
        return ""
    if parameter.type == "parameter_declaration":
        kind = parameter.child_by_field_name("type")
        return STAND_IN_VALUES.get(tree.text(kind) if kind is not None else "", "16")
    return STAND_IN_TYPE
