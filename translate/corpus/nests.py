"""Loop nests that are not perfect, as people write them: scratch variables declared before the loops, and sums into shared elements."""

from __future__ import annotations

import random

COUNTERS = (("i", "j", "k"), ("row", "col", "k"), ("y", "x", "t"), ("r", "c", "l"), ("ii", "jj", "kk"), ("idx", "p", "q"), ("b", "f", "s"))
SIZES = (("n", "m", "l"), ("rows", "cols", "depth"), ("N", "M", "K"), ("height", "width", "channels"), ("batch", "filters", "spatial"))
ARRAYS = "a b c x y in out src dst input output result weights A B C mat vec grid img data points mean cost".split()
TOTALS = "sum acc total s temp tmp val best res dot mx count".split()
EXTRAS = "d diff v t0 left w_ e g cur base offset pos".split()
SCALARS = "alpha beta scale eps bias factor h dt".split()
KINDS = ("float", "float", "float", "double", "double", "int")
NAMES = "reduce_rows mean variance normalize matvec matmul gemm conv blur softmax distance integrate average compute kernel apply".split()


def nest(rng: random.Random) -> str:
    """One or two loops around statements of which at least one is a loop."""
    return _Nest(rng).text()


def shared_sum(rng: random.Random) -> str:
    """A loop that adds to elements which several iterations share."""
    made = _Nest(rng)
    i, n = made.counters[0], made.sizes[0]
    source, target = made.arrays[:2]
    kind = rng.choice(("int", "unsigned int", "float"))
    where = rng.choice((f"{source}[{i}]", f"{source}[{i}]", f"{source}[{i}] % {made.sizes[1]}", f"({i} * 7) % {made.sizes[1]}"))
    update = rng.choice((f"{target}[{where}]++", f"{target}[{where}] += 1", f"{target}[{where}] += {made.scalar}", f"++{target}[{where}]"))
    total = rng.choice((f"*{target} += {source}[{i}]", f"{target}[0] += {source}[{i}] * {source}[{i}]", update, update, update))
    body = [f"{total};"]
    if rng.random() < 0.3:
        body = [f"if ({source}[{i}] {rng.choice('<>')} {rng.choice((made.scalar, '0', '1'))}) {{", *body, "}"]
    if rng.random() < 0.3:
        name = rng.choice(EXTRAS)
        body = [f"int {name} = {source}[{i}];", *(line.replace(f"[{source}[{i}]", f"[{name}") for line in body)]
    elements = {source: rng.choice(("int", "unsigned char", "int")), target: kind}
    parameters = [f"const {elements[source]} *{source}", f"{kind} *{target}", f"int {n}", f"int {made.sizes[1]}", f"{kind} {made.scalar}"]
    return made.function(parameters, made.loop(0, body))


def carried(rng: random.Random) -> str:
    """A loop in which each iteration needs what the one before it left."""
    made = _Nest(rng)
    i, n, total = made.counters[0], made.sizes[0], made.total
    out, source = made.arrays[:2]
    step = rng.choice((f"{total} += {source}[{i}]", f"{total} = {total} * {made.scalar} + {source}[{i}]", f"{total} -= {source}[{i}]"))
    most = [f"if ({source}[{i}] {rng.choice('<>')} {total}) {{", f"{total} = {source}[{i}];", "}"]
    inner = most if rng.random() < 0.3 else [f"{step};"]
    store = rng.random() < 0.5
    lines = [made.scratch(made.kind, total, rng.choice(("0", "0", f"{source}[0]", "1")))]
    lines += made.loop(0, [*inner, f"{out}[{i}] = {total};"] if store else inner)
    if not store:
        lines.append(f"{out}[0] = {rng.choice((total, f'{total} / {n}', f'{total} * {made.scalar}'))};")
    if rng.random() < 0.3:
        before = rng.choice((f"{out}[{i}] = {out}[{i} - 1] + {source}[{i}]", f"{out}[{i}] += {out}[{i} - 1]"))
        lines = [line.replace(" = 0;", " = 1;", 1) for line in made.loop(0, [f"{before};"])]
    pointer = f"{'const ' if rng.random() < 0.4 else ''}{made.kind} *{source}"
    return made.function([f"{made.kind} *{out}", pointer, f"int {n}", f"{made.kind} {made.scalar}"], lines)


class _Nest:
    """The names and habits of one function."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.counters = rng.choice(COUNTERS)
        self.sizes = rng.choice([sizes for sizes in SIZES if not set(sizes) & set(self.counters)])
        taken = {*self.counters, *self.sizes}
        self.arrays = rng.sample([name for name in ARRAYS if name not in taken], 3)
        taken.update(self.arrays)
        self.kind = rng.choice(KINDS)
        self.total, self.extra, self.scalar = (
            rng.choice([name for name in names if name not in taken]) for names in (TOTALS, EXTRAS, SCALARS)
        )
        self.square = rng.random() < 0.2
        self.before = rng.random() < 0.45
        """Whether counters are declared before the loops."""
        self.scratch_before = rng.random() < 0.45
        self.braces = rng.random() < 0.75
        self.increment = rng.choice(("{}++", "{}++", "++{}"))
        self.count_type = rng.choice(("int", "int", "int", "int", "unsigned int", "long", "size_t"))
        self.declared: list[tuple[str, str]] = []

    def text(self) -> str:
        rng = self.rng
        outer = rng.choice((1, 1, 2))
        depth = outer + (rng.choice((1, 1, 2)) if outer == 1 else 1)
        out, source, other = self.arrays
        place = self._flat(outer, out=True)
        lines = self._around(outer, depth, f"{out}[{place}]", source, other)
        if rng.random() < 0.1:
            lines = [f"if ({source}[{place}] == 0) continue;", *lines]
        for level in range(outer - 1, -1, -1):
            lines = self.loop(level, lines)
        names = [f"{'const ' if rng.random() < 0.25 else ''}{self.kind} *{name}" for name in (source, other)]
        numbers = [f"{'const ' if rng.random() < 0.2 else ''}{self.count_type} {size}" for size in dict.fromkeys(map(self._size, range(3)))]
        values = [f"{self.kind} {self.scalar}"]
        groups = [[f"{self.kind} *{out}", *names], numbers, values]
        rng.shuffle(groups)
        return self.function([one for group in groups for one in group], lines)

    def _around(self, outer: int, depth: int, target: str, source: str, other: str) -> list[str]:
        """What stands in the outer loops: a total, the loops that make it, and what is done with it."""
        rng = self.rng
        if rng.random() < 0.2:
            first, total = f"{target} = {rng.choice(('0', '0.0', self.scalar))};", target
        else:
            start = rng.choice(("0", "0", "0.0", "0.0f", "1", f"{source}[{self._flat(outer)}]"))
            first, total = self.scratch(rng.choice((self.kind, self.kind, "double", "float")), self.total, start), self.total
        lines = [first]
        for _ in range(2 if rng.random() < 0.15 else 1):
            inner = self._inner(total, depth, source, other)
            for level in range(depth - 1, outer - 1, -1):
                inner = self.loop(level, inner)
            lines += inner
        if total != target:
            last = self._size(outer)
            finals = (total, total, f"{total} / {last}", f"sqrt({total})", f"{total} * {self.scalar}", f"{self.scalar} + {total}")
            lines.append(f"{target} {rng.choice(('=', '=', '=', '+=', '-='))} {rng.choice(finals)};")
        elif rng.random() < 0.5:
            lines.append(f"{target} {rng.choice(('/=', '*='))} {self._size(outer)};")
        return lines

    def _inner(self, total: str, depth: int, source: str, other: str) -> list[str]:
        rng = self.rng
        one, two = f"{source}[{self._flat(depth)}]", f"{other}[{self._flat(depth, from_end=True)}]"
        lines = []
        if rng.random() < 0.3:
            value = rng.choice((f"{one} - {two}", one, f"{one} * {two}"))
            lines.append(self.scratch(self.kind, self.extra, value))
            one = self.extra
        term = rng.choice((one, f"{one} * {two}", f"{one} * {one}", f"{one} + {two}", f"fabs({one})", f"exp({one} - {self.scalar})"))
        inner = self.counters[depth - 1]
        lines += rng.choice(
            (
                [f"{total} += {term};"],
                [f"{total} += {term};"],
                [f"{total} = {total} + {term};"],
                [f"if ({one} > {total}) {{", f"{total} = {one};", "}"],
                [f"{total} = {rng.choice(('max', 'min', 'fmax'))}({total}, {one});"],
                [f"if ({one} > {self.scalar}) {total} += {two};"],
                [f"if ({inner} == {self.counters[0]}) continue;", f"{total} += {term};"],
                [f"{total} -= {term};"],
            )
        )
        return lines

    def scratch(self, kind: str, name: str, value: str) -> str:
        """A declaration here, or an assignment here and the declaration before all loops."""
        if not self.scratch_before:
            return f"{kind} {name} = {value};"
        if name not in [known for _, known in self.declared]:
            self.declared.append((kind, name))
        return f"{name} = {value};"

    def _size(self, level: int) -> str:
        return self.sizes[0] if self.square else self.sizes[level]

    def _flat(self, depth: int, *, out: bool = False, from_end: bool = False) -> str:
        """A subscript of some of the counters down to `depth`, row by row or the other way."""
        rng = self.rng
        levels = list(range(depth))
        if not out:
            levels = sorted(rng.sample(levels, min(depth, rng.choice((1, 2, 2, depth)))))
        if from_end and depth - 1 not in levels:
            levels = [*levels[1:], depth - 1]
        if not out and rng.random() < 0.25:
            levels.reverse()
        text = self.counters[levels[0]]
        for level in levels[1:]:
            head = f"({text})" if "+" in text else text
            product = f"{head} * {self._size(level)}" if rng.random() < 0.75 else f"{self._size(level)} * {head}"
            text = f"{product} + {self.counters[level]}" if rng.random() < 0.7 else f"{self.counters[level]} + {product}"
        return text

    def loop(self, level: int, body: list[str]) -> list[str]:
        """The lines of the counted loop of a level around `body`."""
        name = self.counters[level]
        if self.before and (self.count_type, name) not in self.declared:
            self.declared.insert(0, (self.count_type, name))
        kind = "" if self.before else f"{self.count_type} "
        head = f"for ({kind}{name} = 0; {name} < {self._size(level)}; {self.increment.format(name)})"
        statements = sum(line.endswith(("; }", ";", "}")) and not line.startswith((" ", "}")) for line in body)
        alone = len(body) == 1 or (body[0].startswith("for (") and statements <= 1)
        return [head, *body] if alone and not self.braces else [f"{head} {{", *body, "}"]

    def function(self, parameters: list[str], lines: list[str]) -> str:
        """The text of the function."""
        rng = self.rng
        used = set("".join(c if c.isalnum() or c == "_" else " " for c in "\n".join(lines)).split())
        kept = [one for one in parameters if one.replace("*", " ").split()[-1] in used]
        declared = [(kind, name) for kind, name in self.declared if name in used]
        if rng.random() < 0.5:
            kinds = list(dict.fromkeys(kind for kind, _ in declared))
            before = [f"{kind} {', '.join(name for own, name in declared if own == kind)};" for kind in kinds]
        else:
            before = [f"{kind} {name};" for kind, name in declared]
        name = rng.choice(NAMES) + rng.choice(("", "_cpu", "_host", "CPU"))
        return f"void {name}({', '.join(kept)}) {{\n" + "\n".join([*before, *lines]) + "\n}"
