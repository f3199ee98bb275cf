"""What the iterations of a loop gather in variables: sums, and the largest or least of some values; and how threads put theirs together."""

from __future__ import annotations

from dataclasses import dataclass

from translate.corpus.rules import Declined
from translate.corpus.rules.atomics import added, compared, sole_test
from translate.source.loops import Loop, counted_loop, declarations, names_in, squeezed, written
from translate.source.parse import Node, Tree, walk

SUMMED = frozenset(("int", "long", "long long", "unsigned", "unsigned int", "size_t", "float", "double"))
EXTREMES = {"max": ">", "fmax": ">", "fmaxf": ">", "min": "<", "fmin": "<", "fminf": "<"}


@dataclass(frozen=True, slots=True)
class Gathered:
    """A variable that a loop gathers: how two of its values become one."""

    name: str
    type: str
    operator: str
    """`+`, or `>` and `<` for the largest and the least."""

    @property
    def start(self) -> str:
        """What a thread that has found nothing holds."""
        return "0" if self.operator == "+" else self.name

    def joined(self, mine: str, other: str) -> str:
        """The statement that puts what another thread has found to one's own."""
        return f"{mine} += {other};" if self.operator == "+" else f"if ({other} {self.operator} {mine}) {mine} = {other};"


def gathered_by(tree: Tree, loop: Loop, scalars: dict[str, str]) -> list[Gathered]:
    """What the loop gathers. Raises Declined where it does so in another way."""
    body = loop.body
    made = {one.name for node in walk(body) if node.type == "declaration" for one in declarations(tree, node)}
    changed = [(place, update) for place, update in written(body) if place.type == "identifier" and tree.text(place) not in made]
    inner = {one.variable for node in walk(body) if (one := counted_loop(tree, node)) is not None}
    names = dict.fromkeys(tree.text(place) for place, _ in changed if tree.text(place) not in inner)
    return [_found(tree, body, name, [update for place, update in changed if tree.text(place) == name], scalars) for name in names]


def _found(tree: Tree, body: Node, name: str, updates: list[Node], scalars: dict[str, str]) -> Gathered:
    kind = scalars.get(name, "")
    if kind not in SUMMED:
        raise Declined("a scalar carried between iterations")
    mentions = list(names_in(tree, body)).count(name)
    if all(added(tree, update) is not None for update in updates) and mentions == len(updates):
        return Gathered(name, kind, "+")
    chosen = [_chosen(tree, update, name) for update in updates]
    if len(set(chosen)) != 1 or not chosen[0] or mentions != sum(_mentions(tree, update, name) for update in updates):
        raise Declined("a scalar carried between iterations")
    return Gathered(name, kind, chosen[0])


def _mentions(tree: Tree, update: Node, name: str) -> int:
    """How often an update says its variable; one more where the test around it does."""
    own = list(names_in(tree, update)).count(name)
    return own if own > 1 else 2


def _chosen(tree: Tree, update: Node, name: str) -> str:
    """`>` where the larger of the variable and a value is kept, as in `if (value > name) name = value;`, `<` for the smaller one."""
    right = update.child_by_field_name("right")
    operator = update.child_by_field_name("operator")
    if right is None or operator is None or operator.type != "=":
        return ""
    if right.type == "call_expression":
        called, given = right.child_by_field_name("function"), right.child_by_field_name("arguments")
        function = tree.text(called).removeprefix("std::") if called is not None else ""
        listed = [tree.text(one) for one in given.named_children] if given is not None else []
        return EXTREMES.get(function, "") if listed.count(name) == 1 else ""
    if right.type == "conditional_expression":
        return _of_condition(tree, right, name)
    holder = sole_test(update)
    test = holder.child_by_field_name("condition") if holder is not None else None
    return compared(tree, test, squeezed(tree.text(right)), name) if test is not None else ""


def _of_condition(tree: Tree, node: Node, name: str) -> str:
    """`name < value ? name : value` keeps the smaller one."""
    test, first, second = (node.child_by_field_name(part) for part in ("condition", "consequence", "alternative"))
    texts = [squeezed(tree.text(part)) for part in (first, second) if part is not None]
    return compared(tree, test, *texts) if test is not None and len(texts) == 2 and texts.count(name) == 1 else ""
