"""Small C++ functions made up at random, of the kinds that people turn into kernels."""

from __future__ import annotations

import random

from translate.corpus.free_form import free_form
from translate.corpus.nests import carried, nest, shared_sum

ARRAYS = "a b c x y z in out src dst data input output result A B C X Y vec mat grid img buf p q u v w".split()
SIZES = "n N size len length count num total dims elements".split()
INDICES = "i idx index tid k id j gid".split()
SCALARS = "alpha beta scale value val factor bias lr eps t s h dt".split()
NAMES = "add scale copy fill apply update compute kernel step transform mix blend normalize forward backward process".split()
UNARY = "sqrt({0}) exp({0}) fabs({0}) -{0} {0}*{0} 1.0/{0} sin({0}) cos({0}) log({0}) tanh({0}) 1/(1+exp(-{0})) {0}*({0}+1)".split()


def generate(seed: int) -> str:
    """The text of one function, the same for the same seed."""
    rng = random.Random(seed)
    return rng.choice((*FAMILIES, *[free_form] * 5, *[nest] * 9, shared_sum, carried, carried))(rng)


def _map(rng: random.Random) -> str:
    i, size, arrays, scalars, kind = _names(rng)
    index = rng.choice((i, i, i, f"{i} * {rng.choice(('INCX', 'stride', 'inc'))}"))
    extra = [index.split(" * ")[1]] if "*" in index else []
    body = [f"{arrays[0]}[{index}] {rng.choice(('=', '=', '=', '+=', '*=', '-='))} {_value(rng, arrays, scalars, index)};"]
    if rng.random() < 0.3:
        body = [f"{kind} {rng.choice(('tmp', 'temp', 'g', 'val_', 'r'))}_ = {_value(rng, arrays, scalars, index)};".replace("__", "_")]
        body.append(f"{arrays[0]}[{index}] = {body[0].split()[1]} {rng.choice('+-*')} {rng.choice(scalars)};")
    return _function(rng, kind, arrays, [size, *extra], scalars, _loop(rng, i, size, body))


def _conditional(rng: random.Random) -> str:
    i, size, arrays, scalars, kind = _names(rng)
    test = f"{arrays[1]}[{i}] {rng.choice(('>', '<', '>=', '==', '!='))} {rng.choice((*scalars, '0', '1'))}"
    body = [f"if ({test}) {{", f"{arrays[0]}[{i}] = {_value(rng, arrays, scalars, i)};", "}"]
    if rng.random() < 0.5:
        body += ["else {", f"{arrays[0]}[{i}] = {rng.choice(('0', '1', f'{arrays[1]}[{i}]', scalars[0]))};", "}"]
    elif rng.random() < 0.3:
        body = [f"if ({test}) continue;", f"{arrays[0]}[{i}] = {_value(rng, arrays, scalars, i)};"]
    return _function(rng, kind, arrays, [size], scalars, _loop(rng, i, size, body))


def _image(rng: random.Random) -> str:
    _, _, arrays, scalars, kind = _names(rng)
    row, col = rng.choice((("i", "j"), ("row", "col"), ("y", "x"), ("r", "c"), ("x", "y"), ("ty", "tx")))
    arrays = [name for name in arrays if name not in (row, col)] or ["src"]
    height, width = rng.choice((("height", "width"), ("rows", "cols"), ("m", "n"), ("ny", "nx"), ("M", "N"), ("h", "w")))
    scalars = [name for name in scalars if name not in (height, width)] or ["alpha"]
    flat = rng.choice((f"{row} * {width} + {col}", f"{col} + {row} * {width}"))
    read = rng.choice((flat, flat, f"{col} * {height} + {row}"))
    body = [f"{arrays[0]}[{flat}] = {_value(rng, arrays[1:] or ['src'], scalars, read)};"]
    if rng.random() < 0.4:
        body = [f"int {rng.choice(('pos', 'offset', 'ind', 'tid'))} = {flat};"]
        at = body[0].split()[1]
        body.append(f"{arrays[0]}[{at}] = {_value(rng, [*(arrays[1:] or ['src'])], scalars, at)};")
    first, second = ((row, height), (col, width)) if rng.random() < 0.7 else ((col, width), (row, height))
    inner = _loop(rng, *second, body)
    return _function(rng, kind, list(dict.fromkeys([*arrays, "src"])), [height, width], scalars, _loop(rng, *first, [inner]))


def _row_sum(rng: random.Random) -> str:
    _, _, arrays, scalars, kind = _names(rng)
    i, j, rows, cols = "i", "j", *rng.choice((("rows", "cols"), ("m", "n"), ("r", "c"), ("N", "M")))
    arrays = [name for name in arrays if name not in (i, j, rows, cols)]
    arrays = (arrays + ["out", "mat"])[:2] if len(arrays) < 2 else arrays[:2]
    total = rng.choice(("sum", "acc", "total"))
    element = rng.choice((f"{i} * {cols} + {j}", f"{j} * {rows} + {i}"))
    term = rng.choice((f"{arrays[1]}[{element}]", f"{arrays[1]}[{element}] * {arrays[1]}[{element}]", f"fabs({arrays[1]}[{element}])"))
    body = [
        f"{kind} {total} = 0;",
        _loop(rng, j, cols, [f"{total} += {term};"]),
        f"{arrays[0]}[{i}] = {rng.choice((total, f'{total} / {cols}', f'sqrt({total})'))};",
    ]
    return _function(rng, kind, arrays, [rows, cols], [], _loop(rng, i, rows, body))


def _gather(rng: random.Random) -> str:
    i, size, arrays, scalars, kind = _names(rng)
    body = [f"{arrays[0]}[{i}] = {_value(rng, ['src_'], scalars, f'map[{i}]')};"]
    text = _function(rng, kind, [arrays[0], "src_"], [size], scalars, _loop(rng, i, size, body))
    return text.replace("(", "(const int *map, ", 1)


def _product(rng: random.Random) -> str:
    kind = rng.choice(("float", "double", "int"))
    n, m, k = rng.choice((("n", "n", "n"), ("N", "M", "K"), ("rows", "cols", "depth"), ("width", "width", "width")))
    row, col, t = rng.choice((("i", "j", "k"), ("row", "col", "k"), ("r", "c", "t")))
    a, b, c = rng.choice((("a", "b", "c"), ("A", "B", "C"), ("M1", "M2", "P"), ("left", "right", "out")))
    add = _loop(rng, t, k, [f"sum += {a}[{row} * {k} + {t}] * {b}[{t} * {m} + {col}];"])
    body = [f"{kind} sum = 0;", add, f"{c}[{row} * {m} + {col}] = sum;"]
    return _function(rng, kind, [c, a, b], list(dict.fromkeys([n, m, k])), [], _loop(rng, row, n, [_loop(rng, col, m, body)]))


def _stencil(rng: random.Random) -> str:
    i, size, arrays, scalars, kind = _names(rng)
    new, old = arrays[0], (arrays + ["old"])[1]
    body = [f"{new}[{i}] = {scalars[0]} * ({old}[{i} - 1] + {old}[{i} + 1] - 2 * {old}[{i}]);"]
    if rng.random() < 0.5:
        body = [f"if ({i} > 0 && {i} < {size} - 1) {{", *body, "}"]
        return _function(rng, kind, [new, old], [size], scalars[:1], _loop(rng, i, size, body))
    return _function(rng, kind, [new, old], [size], scalars[:1], _loop(rng, i, f"{size} - 1", body).replace(f"{i} = 0", f"{i} = 1"))


def _decomposed(rng: random.Random) -> str:
    i, _, arrays, scalars, kind = _names(rng)
    h, w = rng.choice((("rows", "cols"), ("h", "w"), ("m", "n")))
    scalars = [name for name in scalars if name not in (h, w)]
    r, c = "r_", "c_"
    body = [
        f"int {r} = {i} / {w};",
        f"int {c} = {i} % {w};",
        f"{arrays[0]}[{i}] = {_value(rng, ['src_'], scalars or ['alpha'], rng.choice((f'{c} * {h} + {r}', r, c)))};",
    ]
    return _function(rng, kind, [arrays[0], "src_"], [h, w], scalars or ["alpha"], _loop(rng, i, f"{h} * {w}", body))


def _names(rng: random.Random) -> tuple[str, str, list[str], list[str], str]:
    i, size = rng.choice(INDICES), rng.choice(SIZES)
    arrays = rng.sample([name for name in ARRAYS if name not in (i, size)], rng.randint(2, 4))
    return i, size, arrays, rng.sample(SCALARS, rng.randint(1, 2)), rng.choice(("float", "float", "float", "double", "int"))


def _value(rng: random.Random, arrays: list[str], scalars: list[str], index: str) -> str:
    atoms = [*(f"{name}[{index}]" for name in arrays[-2:]), *scalars, rng.choice(("1", "2", "0.5", "2.0f", "255", "10"))]
    text = rng.choice(atoms[:2])
    for _ in range(rng.randint(0, 3)):
        text = rng.choice((f"{text} {rng.choice('+-*/')} {rng.choice(atoms)}", f"({text}) * {rng.choice(atoms)}"))
    return rng.choice(UNARY).format(f"{atoms[0]}") if rng.random() < 0.25 else text


def _loop(rng: random.Random, variable: str, bound: str, body: list[str]) -> str:
    increment = rng.choice((f"{variable}++", f"{variable}++", f"++{variable}"))
    kind = rng.choice(("int ", "int ", "int ", "int ", "unsigned int "))
    open_, close = ("", "") if len(body) == 1 and rng.random() < 0.3 else (" {", "}")
    return f"for ({kind}{variable} = 0; {variable} < {bound}; {increment}){open_}\n" + "\n".join(body) + f"\n{close}"


def _function(rng: random.Random, kind: str, arrays: list[str], sizes: list[str], scalars: list[str], body: str) -> str:
    used = set("".join(c if c.isalnum() or c == "_" else " " for c in body).split())
    pointers = [f"{'const ' if rng.random() < 0.2 and at else ''}{kind} *{name}" for at, name in enumerate(arrays) if name in used]
    numbers = [f"{rng.choice(('const int', 'int', 'int', 'int'))} {name}" for name in sizes if name in used]
    values = [f"{kind} {name}" for name in scalars if name in used and name not in sizes]
    groups = [pointers, numbers, values]
    rng.shuffle(groups)
    name = rng.choice(NAMES) + rng.choice(("", "_cpu", "Host", "_" + arrays[0]))
    return f"void {name}({', '.join(p for g in groups for p in g)}) {{\n{body}\n}}"


FAMILIES = (_map, _map, _map, _conditional, _image, _image, _row_sum, _gather, _product, _stencil, _decomposed)
