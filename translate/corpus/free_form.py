"""Loops with bodies of arbitrary shape, made up statement by statement from the names in scope."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

POINTERS = """
    a b c d x y z u v w in out src dst data input output result A B C X Y matrix grid img image buf p q vec mat prev next old temp_in
    points centers weights values indices offsets labels mask table cost dist pos vel force mass density rho hist flags keys
""".split()
COUNTS = (
    "n N size len length count num total rows cols width height w h m M K nx ny nz dim channels batch num_points n_elements steps".split()
)
REALS = """
    alpha beta gamma scale value val factor bias lr eps t s dt threshold sigma mean ratio omega dx thresh radius lambda_ coef
""".split()
LOCALS = """
    tmp sum val acc diff temp best dist cnt r g e f cur left right up down dx_ dy_ idx_ pos_ off base maxv minv res delta norm total_
""".split()
INDICES = "i j k idx index tid row col x_ y_ id r_ c_ gid ii t_".split()
CALLS_ONE = "sqrt sqrtf fabs fabsf exp expf log logf sin cos tanh floor ceil abs rsqrtf round".split()
CALLS_TWO = "max min fmax fmin pow fmaxf fminf powf atan2 fmod".split()
OWN_CALLS = "f weight sigmoid clamp getValue kernel_func distance index_of square activate lerp3 hash pixel_at".split()
KINDS = (
    "float",
    "float",
    "float",
    "float",
    "double",
    "double",
    "int",
    "int",
    "unsigned char",
    "unsigned int",
    "char",
    "long",
    "bool",
    "short",
)
NAMES = """
    add scale copy fill apply update compute process step transform blur sobel convert normalize forward backward gradient advance
    smooth filter gather scatter evaluate assign reset init_array find mark color propagate relax integrate sum_rows matvec matmul
""".split()


@dataclass
class _Scope:
    """The names that a statement may use, by role."""

    rng: random.Random
    arrays: dict[str, str]
    """Array -> type of its elements."""
    counts: list[str]
    reals: list[str]
    indices: list[str] = field(default_factory=list)
    locals: list[str] = field(default_factory=list)
    """Numbers of the body, which an iteration may change."""
    integers: list[str] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)

    def fresh(self, names: list[str]) -> str:
        """A name not in use, marked as used."""
        free = [name for name in names if name not in self.taken] or [f"{self.rng.choice(names)}{len(self.taken)}"]
        name = self.rng.choice(free)
        self.taken.add(name)
        return name


def free_form(rng: random.Random) -> str:
    """The text of one function whose outer loop, or two, write places that name their variables."""
    scope = _Scope(rng, {}, [], [])
    for _ in range(rng.choice((1, 2, 2, 3, 3, 4, 5))):
        scope.arrays[scope.fresh(POINTERS)] = rng.choice(KINDS[:9])
    scope.counts = [scope.fresh(COUNTS) for _ in range(rng.choice((1, 1, 2, 2, 3)))]
    scope.reals = [scope.fresh(REALS) for _ in range(rng.choice((0, 1, 1, 2, 3)))]
    out = rng.choice(list(scope.arrays))
    axes = 2 if len(scope.counts) > 1 and rng.random() < 0.45 else 1
    outer = [scope.fresh(INDICES) for _ in range(axes)]
    declared_before = rng.random() < 0.15
    scope.indices += outer
    bounds = rng.sample(scope.counts, axes) if axes > 1 else [_bound(scope)]
    if axes == 2 and rng.random() < 0.3:
        outer.reverse()
    body = _body(scope, out, outer, bounds)
    text = "\n".join(body)
    for position in range(axes - 1, -1, -1):
        head = _head(rng, outer[position], bounds[position], declared_before)
        bare = (position < axes - 1 or len(body) == 1) and rng.random() < 0.25
        text = f"{head}\n{text}" if bare else f"{head} {{\n{text}\n}}"
    kind = "int" if rng.random() < 0.9 else "unsigned int"
    before = (
        [f"{kind} {', '.join(outer)};" if rng.random() < 0.5 else "\n".join(f"{kind} {name};" for name in outer)] if declared_before else []
    )
    return _function(scope, out, [*before, text])


def _bound(scope: _Scope) -> str:
    rng, count = scope.rng, scope.counts[0]
    other = scope.counts[-1]
    return rng.choice((count, count, count, count, f"{count} * {other}" if other != count else count, f"{count} - 1", f"{count} / 2"))


def _head(rng: random.Random, name: str, bound: str, declared: bool) -> str:
    kind = "" if declared else rng.choice(("int ", "int ", "int ", "int ", "unsigned int ", "size_t ", "long "))
    start = rng.choice(("0",) * 9 + ("1",))
    compare = "<" if rng.random() < 0.95 else "<="
    return f"for ({kind}{name} = {start}; {name} {compare} {bound}; {rng.choice((f'{name}++', f'{name}++', f'++{name}'))})"


def _body(scope: _Scope, out: str, outer: list[str], bounds: list[str]) -> list[str]:
    rng = scope.rng
    lines: list[str] = []
    place = _own_place(scope, outer, bounds)
    if rng.random() < 0.35:
        name = scope.fresh(["idx", "index", "pos", "id", "offset", "tid", "ind", "p_", "at"])
        lines.append(f"{rng.choice(('int', 'int', 'const int', 'unsigned int', 'size_t'))} {name} = {place};")
        scope.integers.append(name)
        place = name
    for _ in range(rng.choice((0, 0, 0, 1, 1, 2, 3, 4))):
        lines += _statement(scope, out, place, 0)
    lines += _write(scope, out, place)
    if rng.random() < 0.2 and len(scope.arrays) > 1:
        lines += _write(scope, rng.choice(list(scope.arrays)), place)
    if rng.random() < 0.12:
        test = _test(scope)
        lines = [f"if ({test}) {{", *lines, "}"] if rng.random() < 0.6 else [f"if ({test}) continue;", *lines]
    return lines


def _own_place(scope: _Scope, outer: list[str], bounds: list[str]) -> str:
    rng = scope.rng
    if len(outer) == 1:
        i = outer[0]
        step = rng.choice(scope.counts)
        return rng.choice(
            (i, i, i, i, i, i, i, f"{i} * {step}", f"{i} + 1", f"2 * {i}", f"{i} * 3 + 1", f"{i} * {step} + {rng.randint(0, 3)}")
        )
    (a, b), (_, width) = outer, bounds
    return rng.choice(
        (f"{a} * {width} + {b}", f"{b} + {a} * {width}", f"{b} + {width} * {a}", f"({a} * {width}) + {b}", f"{b} * {bounds[0]} + {a}")
    )


def _statement(scope: _Scope, out: str, place: str, depth: int) -> list[str]:
    rng = scope.rng
    kind = rng.choices(("local", "integer", "inner", "branch", "change", "while", "write"), (40, 14, 16, 12, 12, 3, 8))[0]
    if kind == "local" or depth > 1 or (kind == "change" and not scope.locals):
        value = _value(scope, 2)
        name = scope.fresh(LOCALS)
        scope.locals.append(name)
        return [f"{rng.choice(('float', 'float', 'double', 'int', 'const float', 'auto'))} {name} = {value};"]
    if kind == "integer":
        name = scope.fresh([*INDICES, "xi", "yi", "row_", "col_", "start", "end", "b_", "n_"])
        value = _integer(scope, 2)
        scope.integers.append(name)
        return [f"int {name} = {value};"]
    if kind == "inner":
        return _inner(scope, out, place, depth)
    if kind == "branch":
        inside = _scoped(scope, out, place, depth, rng.choice((1, 1, 2)))
        if rng.random() < 0.4:
            return [f"if ({_test(scope)}) {{", *inside, "} else {", *_scoped(scope, out, place, depth, 1), "}"]
        return [f"if ({_test(scope)}) {{", *inside, "}"] if len(inside) > 1 or rng.random() < 0.5 else [f"if ({_test(scope)})", *inside]
    if kind == "change":
        return [f"{rng.choice(scope.locals)} {rng.choice(('=', '+=', '-=', '*=', '+='))} {_value(scope, 2)};"]
    if kind == "while":
        name = scope.fresh(["iter", "steps_", "it", "kk", "left_"])
        most = rng.choice((*scope.counts, "10", "100", "256"))
        scope.integers.append(name)
        inside = _scoped(scope, out, place, depth + 1, 1)
        scope.integers.remove(name)
        return [f"int {name} = 0;", f"while ({name} < {most}) {{", *inside, f"{name}++;", "}"]
    return _write(scope, out, place)


def _inner(scope: _Scope, out: str, place: str, depth: int) -> list[str]:
    """A loop of one iteration's own, most often a sum."""
    rng = scope.rng
    lines = []
    if not scope.locals or rng.random() < 0.7:
        name = scope.fresh(LOCALS)
        lines.append(f"{rng.choice(('float', 'float', 'double', 'int'))} {name} = {rng.choice(('0', '0', '0.0', '0.0f', '1', '-1'))};")
        scope.locals.append(name)
    index = scope.fresh(["j", "k", "l", "kx", "ky", "q_", "d_", "jj", "nb"])
    bound = rng.choice((*scope.counts, *scope.counts, *scope.counts, "3", "4", "10"))
    scope.indices.append(index)
    held = len(scope.locals)
    inside = [
        *_scoped(scope, out, place, depth + 1, rng.choice((0, 0, 1, 2))),
        f"{scope.locals[-1]} {rng.choice(('+=', '+=', '+=', '*=', '='))} {_value(scope, 2)};",
    ]
    del scope.locals[held:]
    scope.indices.remove(index)
    head = rng.choice(
        (
            f"for (int {index} = 0; {index} < {bound}; {index}++)",
            f"for (int {index} = 0; {index} < {bound}; {index}++)",
            f"for (int {index} = 0; {index} < {bound}; ++{index})",
            f"for (int {index} = -{bound}; {index} <= {bound}; {index}++)",
            f"for (int {index} = 1; {index} < {bound}; {index}++)",
        )
    )
    return [*lines, *([f"{head} {{", *inside, "}"] if len(inside) > 1 or rng.random() < 0.6 else [head, *inside])]


def _scoped(scope: _Scope, out: str, place: str, depth: int, count: int) -> list[str]:
    """Statements of a block; the names made in it end with it."""
    locals_, integers = list(scope.locals), list(scope.integers)
    lines = [line for _ in range(count) for line in _statement(scope, out, place, depth + 1)]
    scope.locals[:], scope.integers[:] = locals_, integers
    return lines


def _write(scope: _Scope, out: str, place: str) -> list[str]:
    rng = scope.rng
    operator = rng.choices(("=", "+=", "-=", "*="), (75, 15, 5, 5))[0]
    if rng.random() < 0.1:
        return [f"{out}[{place}] = {_test(scope)} ? {_value(scope, 1)} : {_value(scope, 1)};"]
    if rng.random() < 0.1:
        return [f"if ({_test(scope)})", f"{out}[{place}] = {_value(scope, 1)};", "else", f"{out}[{place}] = {_value(scope, 1)};"]
    return [f"{out}[{place}] {operator} {_value(scope, 3)};"]


def _test(scope: _Scope) -> str:
    rng = scope.rng
    one = f"{_value(scope, 1)} {rng.choice(('<', '>', '<=', '>=', '==', '!='))} {_value(scope, 0)}"
    if rng.random() < 0.4 and scope.indices:
        one = f"{rng.choice(scope.indices)} {rng.choice(('>', '<', '==', '>='))} {rng.choice((*scope.counts, '0', '1'))}"
    if rng.random() < 0.25:
        return f"{one} {rng.choice(('&&', '||'))} {_value(scope, 0)} {rng.choice(('<', '>', '!='))} {rng.choice(('0', '1', *scope.counts))}"
    return one


def _value(scope: _Scope, depth: int) -> str:
    rng = scope.rng
    if depth <= 0 or rng.random() < 0.2:
        return _atom(scope)
    kind = rng.choices(("binary", "call", "two", "own", "group", "cast", "minus"), (60, 8, 6, 2, 14, 6, 4))[0]
    if kind == "binary":
        return f"{_value(scope, depth - 1)} {rng.choice('+-**/+-')} {_value(scope, depth - 1)}"
    if kind == "call":
        return f"{rng.choice(CALLS_ONE)}({_value(scope, depth - 1)})"
    if kind == "two":
        return f"{rng.choice(CALLS_TWO)}({_value(scope, depth - 1)}, {_value(scope, 0)})"
    if kind == "own":
        return f"{rng.choice(OWN_CALLS)}({', '.join(_value(scope, 0) for _ in range(rng.choice((1, 2, 2, 3))))})"
    if kind == "group":
        return f"({_value(scope, depth - 1)} {rng.choice('+-*/')} {_value(scope, 0)}) {rng.choice('*/+-')} {_value(scope, 0)}"
    if kind == "cast":
        return f"({rng.choice(('float', 'int', 'double', 'unsigned char'))}){_atom(scope)}"
    return f"-{_atom(scope)}"


def _atom(scope: _Scope) -> str:
    rng = scope.rng
    kinds = ["array"] * 6 + ["local"] * 3 * bool(scope.locals) + ["real"] * 2 * bool(scope.reals) + ["number"] * 2 + ["integer"]
    kind = rng.choice(kinds)
    if kind == "array":
        return f"{rng.choice(list(scope.arrays))}[{_integer(scope, 2)}]"
    if kind == "local":
        return rng.choice(scope.locals)
    if kind == "real":
        return rng.choice(scope.reals)
    if kind == "integer":
        return rng.choice((*scope.integers, *scope.indices, *scope.counts))
    return rng.choice(("0", "1", "2", "0.5", "1.0", "2.0f", "0.5f", "255", "10", "3.14159", "1e-6", "0.25f", "4", "-1", "1.0f", "100"))


def _integer(scope: _Scope, depth: int) -> str:
    rng = scope.rng
    names = (*scope.integers, *scope.integers, *scope.indices, *scope.indices, *scope.indices)
    name = rng.choice(names)
    if depth <= 0 or rng.random() < 0.5:
        return name
    count = rng.choice(scope.counts)
    other = rng.choice(names)
    indirect = f"{rng.choice(list(scope.arrays))}[{name}]"
    return rng.choice(
        (
            f"{name} * {count} + {other}",
            f"{name} * {count} + {other}",
            f"{other} + {name} * {count}",
            f"{name} + 1",
            f"{name} - 1",
            f"({name} + 1) * {count} + {other}",
            f"{name} / {count}",
            f"{name} % {count}",
            f"{count} - {name} - 1",
            f"{name} * {count}",
            f"{name} + {count}",
            f"({name} * {count} + {other}) * {rng.choice((*scope.counts, '3', '4'))} + {rng.choice(names)}",
            f"3 * {name} + {rng.randint(0, 2)}",
            f"{name} + {rng.randint(1, 3)}",
            indirect,
            f"{name} * {rng.randint(2, 4)}",
        )
    )


def _function(scope: _Scope, out: str, body: list[str]) -> str:
    rng = scope.rng
    text = "\n".join(body)
    used = set("".join(c if c.isalnum() or c == "_" else " " for c in text).split())
    star = rng.choice((" *{}", "* {}", "*{}", " *{}"))
    star = " {}[]" if rng.random() < 0.08 else star
    pointers = [
        f"{'const ' if name != out and rng.random() < 0.35 else ''}{kind}{star.format(name)}"
        for name, kind in scope.arrays.items()
        if name in used
    ]
    numbers = [
        f"{rng.choice(('int', 'int', 'int', 'int', 'const int', 'unsigned int', 'size_t', 'long'))} {name}"
        for name in scope.counts
        if name in used
    ]
    values = [f"{rng.choice(('float', 'float', 'double', 'const float', 'int'))} {name}" for name in scope.reals if name in used]
    unused = [f"{rng.choice(('int', 'float'))} {scope.fresh(COUNTS)}"] if rng.random() < 0.08 else []
    groups = [pointers, numbers, values, unused]
    rng.shuffle(groups)
    parameters = [parameter for group in groups for parameter in group]
    if rng.random() < 0.2:
        rng.shuffle(parameters)
    name = rng.choice(NAMES) + rng.choice(("", "", "_cpu", "CPU", "Host", "_kernel", "_" + out, "_serial", "2d"))
    return f"{rng.choice(('', '', '', '', 'static ', 'inline '))}void {name}({', '.join(parameters)}) {{\n{text}\n}}"
