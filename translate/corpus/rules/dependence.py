"""Whether the iterations of a loop nest are independent: what each writes, what others may read, and what is carried along."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum

from translate.corpus.rules import Declined
from translate.corpus.rules.lookups import require_direct
from translate.corpus.rules.neighbours import mixed_ranges, require_own_reads
from translate.corpus.rules.products import expanded
from translate.corpus.rules.wording import substituted, words_of
from translate.languages import language
from translate.source.loops import Loop, counted_loop, declarations, inside_loop, names_in, squeezed, written
from translate.source.parse import Node, Tree, parse, walk


class Care(Enum):
    """How sure the rule must be that iterations do not touch each other."""

    NONE = 0
    """No look at all."""
    LIKELY = 1
    """No scalar is carried, and every write names the loops' variables: what a reader takes for a parallel loop."""
    DIRECT = 3
    """As likely, and no place that is written is looked up in an array."""
    PROVED = 2
    """Every element written belongs to one iteration, and is read by no other."""


def variables(tree: Tree, before: Sequence[Node], nest: list[Loop]) -> tuple[set[str], set[str]]:
    """Names private to an iteration because each one sets them first, and names that no iteration changes."""
    private: set[str] = set()
    constant: set[str] = set()
    changed = {tree.text(place) for place, _ in written(nest[-1].body) if place.type == "identifier"}
    filled = {next(names_in(tree, place), "") for place, _ in written(nest[-1].body) if place.type == "subscript_expression"}
    for node in before:
        for name in declarations(tree, node):
            if name.shape.startswith("[") and name.name in filled and not _filled_first(tree, nest[-1].body, name.name):
                raise Declined("an array carried between iterations")
            if name.name not in changed or name.name in {loop.variable for loop in nest}:
                constant.add(name.name)
            elif set_first(tree, nest[-1].body, name.name):
                private.add(name.name)
            else:
                raise Declined("a scalar carried between iterations")
    return private, constant


def set_first(tree: Tree, body: Node, name: str) -> bool:
    """Whether the first mention of a variable in each iteration sets it."""
    first = next((node for node in walk(body) if node.type == "identifier" and tree.text(node) == name), None)
    parent = first.parent if first is not None else None
    if first is None or parent is None or parent.type != "assignment_expression" or parent.child_by_field_name("left") != first:
        return False
    right = parent.child_by_field_name("right")
    if tree.text(parent).replace(" ", "").startswith(f"{name}=") is False or (right and name in set(names_in(tree, right))):
        return False
    holder = parent.parent
    if holder is not None and holder.type == "for_statement" and holder.child_by_field_name("initializer") == parent:
        holder = holder if holder == body else holder.parent
    elif holder is not None:
        holder = holder.parent
    return holder is not None and (holder == body or (holder.type == "compound_statement" and not _conditional(holder, body)))


def _filled_first(tree: Tree, body: Node, name: str) -> bool:
    """Whether the first mention of a local array is an element that is set."""
    first = next((node for node in walk(body) if node.type == "identifier" and tree.text(node) == name), None)
    place = first.parent if first is not None else None
    holder = place.parent if place is not None else None
    if place is None or holder is None or holder.type != "assignment_expression" or holder.child_by_field_name("left") != place:
        return False
    operator = holder.child_by_field_name("operator")
    return operator is not None and operator.type == "=" and not _conditional(holder, body)


def _conditional(node: Node, top: Node) -> bool:
    while node != top:
        if node.type in ("if_statement", "while_statement", "switch_statement", "do_statement"):
            return True
        if node.parent is None:
            return True
        node = node.parent
    return False


def _require_likely(tree: Tree, nest: list[Loop], private: set[str], updates: Mapping[Node, str]) -> None:
    """No scalar carried between iterations, and every variable of `nest` in every place written. Raises Declined."""
    body = nest[-1].body
    require_straight(tree, body)
    made = [name for node in walk(body) if node.type == "declaration" for name in declarations(tree, node)]
    inner = {loop.variable for node in walk(body) if (loop := counted_loop(tree, node))}
    own = private | {name.name for name in made} | inner
    values = {name.name: words_of(tree.text(name.value)) for name in made if name.value is not None}
    values |= {name: words_of(tree.text(value)) for name, value in _set_once(tree, body, {one.name for one in made if one.value is None})}
    values = {name: words for name, words in values.items() if name not in mixed_ranges(tree, body, nest)}
    pointers = {name.name for name in made if name.shape.startswith("*")}
    needed = {loop.variable for loop in nest}
    for node in walk(body):
        if node.type == "call_expression":
            function = node.child_by_field_name("function")
            name = tree.text(function).removeprefix("std::") if function is not None else ""
            if not name.partition("<")[0].isidentifier() or name in _OF_THE_HOST:
                raise Declined("a call that is not of a plain function")
    for place, update in written(body):
        words = {word for word in words_of(tree.text(place)) if not word[0].isdigit()}
        if update in updates:
            continue
        if words & pointers and place.type != "identifier":
            words = words.union(*(values[name] for name in words & pointers & set(values)), words & pointers - set(values))
        elif words & own and (place.type == "identifier" or not words - own):
            continue
        for _ in range(3):
            words |= {word for name in words & set(values) for word in values[name]}
        if place.type == "identifier":
            raise Declined("a scalar carried between iterations")
        alone = list(names_in(tree, body)).count(next(names_in(tree, place), "")) == 1
        kinds = ("subscript_expression", "field_expression", *(("pointer_expression",) if words & pointers or alone else ()))
        if place.type not in kinds or not needed <= words:
            raise Declined("a write that does not name every loop")
        _require_unmixed(tree, place, needed, inner, {name.name: name.value for name in made if name.value is not None})
    require_own_reads(tree, nest, own)


def _set_once(tree: Tree, body: Node, names: set[str]) -> Iterator[tuple[str, Node]]:
    """Those of the variables that one assignment alone gives a value, and that value."""
    changes = [(tree.text(place), update) for place, update in written(body) if place.type == "identifier"]
    for name, update in changes:
        right, operator = update.child_by_field_name("right"), update.child_by_field_name("operator")
        if name in names and right is not None and operator is not None and operator.type == "=":
            if [other for other, _ in changes].count(name) == 1 and not _conditional(update, body):
                yield name, right


def _require_unmixed(tree: Tree, place: Node, needed: set[str], inner: set[str], values: Mapping[str, Node]) -> None:
    """No subscript that adds or subtracts variables of the threads and of a loop inside: `a[i + k]`. Raises Declined."""
    indices = place.child_by_field_name("indices")
    index = indices.named_children[0] if indices is not None and indices.named_child_count == 1 else None
    if index is None:
        return
    index = values.get(tree.text(index), index)
    bare_terms = {term[0] for term in expanded(tree, index) if len(term) == 1}
    plain = {term for term in bare_terms if term.isidentifier()} | {
        word for term in bare_terms if "-" in term and "[" not in term and "*" not in term for word in words_of(term)
    }
    if plain & needed and plain & inner or len(plain & needed) > 1:
        raise Declined("writes that may meet")


def require_straight(tree: Tree, body: Node) -> None:
    """Nothing leaves the loop early. Raises Declined."""
    for node in walk(body):
        if node.type in ("return_statement", "goto_statement", "try_statement", "throw_statement", "lambda_expression", "new_expression"):
            raise Declined(node.type)
        if node.type == "break_statement" and not inside_loop(node, body):
            raise Declined("break")


def _require_independent(tree: Tree, nest: list[Loop], private: set[str], updates: Mapping[Node, str]) -> None:
    """Every element written belongs to one iteration, and is read by no other. Raises Declined."""
    body = nest[-1].body
    require_straight(tree, body)
    for node in walk(body):
        if node.type == "call_expression":
            function = node.child_by_field_name("function")
            if function is None or tree.text(function).removeprefix("std::") not in PURE:
                raise Declined("a call that is not of the mathematical library")
    own = {name.name for node in walk(body) if node.type == "declaration" for name in declarations(tree, node)} | private
    values = {
        name.name: tree.text(name.value)
        for node in walk(body)
        if node.type == "declaration"
        for name in declarations(tree, node)
        if name.value is not None
    }
    bounds = {loop.variable: loop.bound for loop in nest}
    inner = {}
    for node in walk(body):
        loop = counted_loop(tree, node)
        if loop is not None:
            inner[loop.variable] = loop.bound
            own.add(loop.variable)
    subscripts: dict[str, set[str]] = {}
    for place, _ in written(body):
        if place.type == "identifier":
            if tree.text(place) not in own:
                raise Declined("a scalar carried between iterations")
        elif place.type == "subscript_expression":
            base, index = _subscript(tree, place)
            if base in own:
                continue
            subscripts.setdefault(base, set()).add(squeezed(index))
            if not _one_iteration_each(index, values, bounds, inner):
                raise Declined("writes that may meet")
        else:
            raise Declined("a write through a pointer")
    for node in walk(body):
        if node.type == "subscript_expression":
            base, index = _subscript(tree, node)
            if base in subscripts and squeezed(index) not in subscripts[base]:
                raise Declined("reads what another iteration may write")
        elif node.type == "identifier" and tree.text(node) in subscripts:
            parent = node.parent
            if parent is None or parent.type != "subscript_expression" or parent.child_by_field_name("argument") != node:
                raise Declined("a written array used whole")
    for base, found in subscripts.items():
        if len(found) > 1:
            raise Declined(f"several subscripts of {base and 'one array'}")


def _subscript(tree: Tree, node: Node) -> tuple[str, str]:
    argument = node.child_by_field_name("argument")
    indices = node.child_by_field_name("indices")
    if argument is None or indices is None or argument.type != "identifier" or indices.named_child_count != 1:
        raise Declined("a subscript that is not name[expression]")
    return tree.text(argument), tree.text(indices.named_children[0])


def _one_iteration_each(index: str, values: dict[str, str], bounds: dict[str, str], inner: dict[str, str]) -> bool:
    """Whether different iterations of the nest give different subscripts: mixed-radix in the loops' bounds."""
    text = index
    for _ in range(3):
        words = words_of(text) & set(values) - set(bounds) - set(inner)
        if not words:
            break
        for word in words:
            text = substituted(text, word, f"({values[word]})")
    if "[" in text or "?" in text or "%" in text or "/" in text:
        return False
    tree = parse(f"void f() {{ x = {text}; }}", language("cpp"))
    right = next((n.child_by_field_name("right") for n in walk(tree.root) if n.type == "assignment_expression"), None)
    if right is None or tree.root.has_error:
        return False
    ranges = {name: squeezed(bound) for name, bound in {**inner, **bounds}.items()}
    factors: dict[str, list[str]] = {}
    for term in expanded(tree, right):
        names = [factor for factor in term if factor in ranges]
        if len(names) > 1:
            return False
        if names:
            if names[0] in factors:
                return False
            factors[names[0]] = sorted(f for f in term if f != names[0] and f != "1")
    if not set(bounds) <= set(factors):
        return False
    # From the smallest stride up, each stride is the one before times the range of its variable.
    order = sorted(factors, key=lambda name: len(factors[name]))
    stride: list[str] = factors[order[0]]
    for last, name in zip(order, order[1:], strict=False):
        needed = sorted([*stride, *ranges[last].split("*")])
        if factors[name] != needed:
            return False
        stride = factors[name]
    return True


PURE = frozenset(
    """
    abs fabs fabsf sqrt sqrtf exp expf log logf log2 log10 log1p pow powf sin sinf cos cosf tan tanf tanh tanhf asin acos atan atan2 atan2f
    sinh cosh floor floorf ceil ceilf round roundf fmod fmodf min max fmin fminf fmax fmaxf hypot isnan isinf erf erff cbrt rsqrt trunc
    """.split()
)
_OF_THE_HOST = frozenset(
    "printf fprintf sprintf snprintf puts malloc calloc realloc free memcpy memset fread fwrite exit rand srand assert".split()
)
def _require_likely_and_direct(tree: Tree, nest: list[Loop], private: set[str], updates: Mapping[Node, str]) -> None:
    _require_likely(tree, nest, private, updates)
    require_direct(tree, nest, updates)


REQUIRED = {
    Care.LIKELY: _require_likely,
    Care.DIRECT: _require_likely_and_direct,
    Care.PROVED: _require_independent,
}
