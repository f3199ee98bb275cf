"""The semantic part of CodeBLEU: which variable gets its value from which, with variables numbered as they appear.

The grammars' `dataflow.scm` say where values go. An assignment is one edge, `computed from`, from all variables of its value and of the
subscripts on its left to the variable on its left; every later mention of a variable is one more, `comes from` itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

from translate.languages import Language
from translate.source.naming import folded
from translate.source.parse import Node, Tree, captures, parse, walk

Edge = tuple[str, str, tuple[str, ...]]
COMPUTED, COMES = "computed from", "comes from"


def dataflow_match(pairs: Sequence[tuple[str, str]], spoken: Language) -> float | None:
    """The share of the references' edges that the outputs have, between 0 and 1; None where the references have none."""
    matched = total = 0
    for output, truth in pairs:
        ours, theirs = dataflow(output, spoken), dataflow(truth, spoken)
        matched += sum((ours & theirs).values())
        total += theirs.total()
    return matched / total if total else None


@cache
def dataflow(text: str, spoken: Language) -> Counter[Edge]:
    """The edges of a text, each as often as it is there."""
    tree = parse(text, spoken)
    found = captures(tree, "dataflow")
    variables = _variables(tree, found)
    numbers = _numbers(tree, variables, spoken)
    edges: Counter[Edge] = Counter()
    seen: set[str] = set()
    for node in variables:
        name = numbers[folded(tree.text(node), spoken)]
        if name in seen:
            edges[name, COMES, (name,)] += 1
        seen.add(name)
    places = {node.start_byte: numbers[folded(tree.text(node), spoken)] for node in variables}
    values: dict[int, list[Node]] = {}
    for value in found.get("value", []):
        if value.parent is not None:
            values.setdefault(value.parent.id, []).append(value)
    for target in found.get("target", []):
        inside = _inside(target, places)
        sources = [
            name for value in values.get(target.parent.id if target.parent is not None else 0, []) for name in _inside(value, places)
        ]
        if inside and (sources or inside[1:]):
            edges[inside[0], COMPUTED, tuple(sorted({*sources, *inside[1:]}))] += 1
    return edges


def _variables(tree: Tree, found: dict[str, list[Node]]) -> list[Node]:
    """The mentions of variables in order; a name that is called is one only where the text declares it, as Fortran's arrays are."""
    spoken = tree.language
    declared = {folded(tree.text(node), spoken) for node in captures(tree, "locals").get("definition", []) if not _names_function(node)}
    called = {node.start_byte for node in found.get("callee", []) if folded(tree.text(node), spoken) not in declared}
    return [node for node in found.get("variable", []) if node.start_byte not in called]


def _names_function(node: Node) -> bool:
    return node.parent is not None and node.parent.type == "function_declarator"


def _numbers(tree: Tree, variables: Sequence[Node], spoken: Language) -> dict[str, str]:
    """Name -> number by first appearance; names that the language gives a meaning, such as `threadIdx`, stay."""
    names = dict.fromkeys(folded(tree.text(node), spoken) for node in variables)
    own = [name for name in names if name not in spoken.kept]
    return {name: name for name in names} | {name: f"v{number}" for number, name in enumerate(own)}


def _inside(node: Node, places: dict[int, str]) -> list[str]:
    """The variables below a node, in order."""
    return [places[leaf.start_byte] for leaf in walk(node) if not leaf.children and leaf.start_byte in places]
