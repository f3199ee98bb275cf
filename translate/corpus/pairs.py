"""C++ and CUDA pairs from functions by rule: kernels made serial, loops made kernels, each in several styles."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from translate.corpus.generate import generate
from translate.corpus.loop_macros import spelled_out
from translate.corpus.near import Texts
from translate.corpus.rules.deparallelise import PLAIN as PLAIN_SERIAL
from translate.corpus.rules.deparallelise import STYLES, SerialStyle, deparallelise
from translate.corpus.rules.dependence import Care
from translate.corpus.rules.outline import outline
from translate.corpus.rules.parallelise import GUARDS, INDEX_ORDERS, ONE_BLOCK, ONE_THREAD, KernelStyle, parallelise
from translate.corpus.tried import Tried

Pair = dict[str, str]
SIDES = ("cpp", "cuda", "fortran")
MOST_TOKENS = 600
ALONE_SHARE = 0.08
"""Of the loops, how many are also a kernel of one thread."""
TRUSTING_SHARE = 0.12
"""Of the loops, how many are also made a kernel without a bound: about as many as of the real ones."""


def write_pairs(functions: Path, out: Path, *, generated: int, against: Sequence[Path], seed: int) -> Counter[str]:
    """Write the pairs of `functions` and `generated` made-up ones to `out`; counts by origin and reason declined."""
    counts: Counter[str] = Counter()
    suite = Texts(row[name] for path in against for row in map(json.loads, path.open(encoding="utf-8")) for name in SIDES if name in row)
    rng = random.Random(seed)
    temporary = out.with_suffix(".part")
    with functions.open(encoding="utf-8") as lines, temporary.open("w", encoding="utf-8") as sink:
        real = (row for row in map(json.loads, lines) if row["clean"] and row["tokens"] <= MOST_TOKENS)
        for record in chain(real, (made_up(seed, number) for number in range(generated))):
            tried = Tried(counts, f"{record['package']}: {record['name']}")
            for pair in pairs_of(record, tried, rng):
                if suite.resemble(pair["cpp"]) or suite.resemble(pair["cuda"]):
                    counts["left out: near a suite"] += 1
                    continue
                counts[pair["origin"]] += 1
                sink.write(json.dumps({name: value for name, value in pair.items() if name != "original"}) + "\n")
    temporary.replace(out)
    return counts


def made_up(seed: int, number: int) -> dict[str, Any]:
    """The record of a function that the generator makes up."""
    return {"language": "cpp", "name": "", "text": generate(seed * 10_000_019 + number), "package": "generated"}


def pairs_of(record: dict[str, Any], tried: Tried, rng: random.Random) -> Iterator[Pair]:
    """The pairs that rules make of a function, each with the side that it was made from as `original`."""
    text, package = record["text"], record["package"]
    asked = _Asked(tried, package)
    if record["language"] == "cuda" and "__global__" in text:
        kernel = tried.ask("loop macros", lambda: spelled_out(text))
        yield from _of_kernel(kernel, asked, rng) if kernel is not None else ()
    elif record["language"] == "cuda" and text.startswith("__device__"):
        plain = text.replace("__device__", "", 1).replace("__forceinline__", "inline").strip()
        if not any(word in plain for word in ("threadIdx", "blockIdx", "__shared__", "__shfl", "atomic", "__sync")):
            yield {"cpp": plain, "cuda": text, "origin": "device", "package": package, "original": "cuda"}
    elif record["language"] == "cpp" and package == "generated":
        yield from _of_loop(text, "generated", Care.LIKELY, asked, rng)
    elif record["language"] == "cpp" and "for" in text:
        outlined = tried.ask("outline", lambda: outline(text, _last_name(record["name"])))
        for loop in (text, *(outlined or ())):
            yield from _of_loop(loop, "parallelised", Care.LIKELY, asked, rng)


def _of_kernel(kernel: str, asked: _Asked, rng: random.Random) -> Iterator[Pair]:
    """A real kernel made serial, and kernels of the plain style and others made of the serial loop.

    What is written is plain wherever a rule can say what that is, so that one source has one answer.
    """
    serial = list(asked("deparallelised", partial(_serial, kernel, PLAIN_SERIAL), "cuda", original="cuda"))
    if not serial:
        # What a launch alone bounds is no example of a kernel to write, only of one to read.
        yield from asked("unbounded", partial(_unbounded, kernel), "cuda", original="cuda")
        return
    yield from serial
    for style in STYLES:
        loop = list(asked("deparallelised", partial(_serial, kernel, style), "cpp", original="cuda"))
        plain = list(asked("rewritten", partial(_kernel, loop[0]["cpp"], KernelStyle(), Care.NONE), "cpp")) if loop else []
        yield from plain or loop
    for written in _styles(rng, 2):
        yield from asked("rewritten", partial(_kernel, serial[0]["cpp"], written, Care.NONE), "cuda")


def _of_loop(loop: str, origin: str, care: Care, asked: _Asked, rng: random.Random) -> Iterator[Pair]:
    """A loop as the plain kernel; that kernel, and kernels of other styles, as the plain loop."""
    plain = list(asked(origin, partial(_kernel, loop, KernelStyle(), care), "cpp"))
    if not plain and origin == "generated":
        # What carries a value from one iteration to the next is the work of one thread.
        yield from asked(f"{origin} alone", partial(_kernel, loop, KernelStyle(guard="alone"), Care.NONE))
    if not plain:
        return
    yield from plain
    serial = asked.tried.ask("plain loop", partial(deparallelise, plain[0]["cuda"])) or loop
    styles = [KernelStyle(), *_styles(rng, 1), _read_style(rng)]
    if rng.random() < ALONE_SHARE:
        styles.append(KernelStyle(guard="alone"))
    for style in styles:
        written = serial if style.guard != "alone" else loop
        yield from asked(origin, partial(_told, written, loop, style, care), "cuda")
    if rng.random() < TRUSTING_SHARE:
        style = replace(_styles(rng, 1)[0], guard="none")
        yield from asked(f"{origin} unbounded", partial(_trusting, loop, style, care), "cuda")


def _told(serial: str, loop: str, style: KernelStyle, care: Care) -> tuple[str, str]:
    return serial, parallelise(loop, style, care=care)


def _serial(kernel: str, style: SerialStyle) -> tuple[str, str]:
    return deparallelise(kernel, style), kernel


def _kernel(loop: str, style: KernelStyle, care: Care) -> tuple[str, str]:
    return _told(loop, loop, style, care)


def _trusting(loop: str, style: KernelStyle, care: Care) -> tuple[str, str]:
    return _unbounded(parallelise(loop, style, care=care))


def _unbounded(kernel: str) -> tuple[str, str]:
    return deparallelise(kernel, unbounded=True), kernel


def _styles(rng: random.Random, count: int) -> list[KernelStyle]:
    """Styles drawn with the frequencies of real kernels: the plain one most often."""
    return [
        KernelStyle(
            index=rng.choices(INDEX_ORDERS, (50, 18, 12, 5, 6, 5, 4))[0],
            guard=rng.choices(GUARDS, (62, 12, 8, 8, 5, 3, 2))[0],
            index_type=rng.choices((None, "int", "const int", "unsigned int"), (70, 15, 8, 7))[0],
            most_axes=2 if rng.random() < 0.85 else 1,
            axes="xy" if rng.random() < 0.7 else "yx",
            **_orders(rng),
        )
        for _ in range(count)
    ]


def _orders(rng: random.Random) -> dict[str, bool]:
    """In which order axes are declared and tested, and what stands before the test."""
    shares = {"outer_declared_first": 0.4, "inner_tested_first": 0.6, "parentheses": 0.2, "early": 0.3}
    return {name: rng.random() < share for name, share in shares.items()}


def _read_style(rng: random.Random) -> KernelStyle:
    """A style that is read more often than it is written: each spelling of the loop over a grid alike, and launches of one block."""
    return KernelStyle(
        index=rng.choice((*INDEX_ORDERS, ONE_BLOCK, ONE_BLOCK, ONE_THREAD)),
        guard=rng.choice((*GUARDS, "stride", "named_stride", "named_while")),
        index_type=rng.choice((None, None, "int", "const int", "unsigned int")),
        most_axes=2,
        axes="xy" if rng.random() < 0.6 else "yx",
        **_orders(rng),
    )


@dataclass(frozen=True, slots=True)
class _Asked:
    """Makes the pair that a rule gives."""

    tried: Tried
    package: str

    def __call__(self, origin: str, make: Callable[[], tuple[str, str]], source: str = "", *, original: str = "cpp") -> Iterator[Pair]:
        """The pair, to be read from the language `source` alone where that is given; `original` is the side it was made from."""
        sides = self.tried.ask(origin, make)
        if sides is not None:
            pair = {"cpp": sides[0], "cuda": sides[1], "origin": origin, "package": self.package, "original": original}
            yield pair | {"source": source} if source else pair


def _last_name(name: str) -> str:
    last = name.rsplit("::", 1)[-1]
    return last if last.isidentifier() else "loop"
