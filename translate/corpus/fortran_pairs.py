"""Pairs with Fortran on one side, by rule: what is read comes in all written styles, what is written in the plain one.

In the plain style both languages count as the other one does, so that a subscript changes by the same rule everywhere and a label can
name it: `do i = 0, n - 1` with `a(i + 1)`, `for (int i = 1; i <= n; i++)` with `a[i - 1]`.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path

from translate.corpus.rules.cpp_to_fortran import cpp_to_fortran
from translate.corpus.rules.cpp_to_fortran.style import FortranStyle, any_style
from translate.corpus.rules.dependence import Care
from translate.corpus.rules.fortran_to_cpp import fortran_to_cpp
from translate.corpus.rules.fortran_to_cpp.style import CppStyle
from translate.corpus.rules.parallelise import KernelStyle, parallelise
from translate.corpus.tried import Tried

PLAIN_CPP = CppStyle(zero_based=False, compound_assignment=False)
PLAIN_FORTRAN = FortranStyle(one_based=False)
MOST_CHARACTERS = 6_000
Pair = dict[str, str]


def write_fortran_pairs(sources: Iterable[Path], out: Path, *, seed: int = 1, jobs: int = 1) -> Counter[str]:
    """Pairs from the records of `sources`, each with a text under `cpp`, `cuda` or `fortran`; counts by direction and reason declined."""
    counts: Counter[str] = Counter()
    temporary = out.with_suffix(".part")
    with temporary.open("w", encoding="utf-8") as sink, ProcessPoolExecutor(jobs) as pool:
        lines = ((line, seed * 1_000_003 + number) for number, line in enumerate(_lines(sources)))
        while chunk := list(islice(lines, 2_000)):
            for made, reasons in pool.map(_of_line, chunk, chunksize=50):
                counts.update(reasons)
                for pair in made:
                    target = next(name for name in ("cpp", "cuda", "fortran") if name in pair and name != pair["source"])
                    counts[f"{pair['source']} -> {target}"] += 1
                    sink.write(json.dumps(pair) + "\n")
    temporary.replace(out)
    return counts


def _lines(sources: Iterable[Path]) -> Iterator[str]:
    for path in sources:
        with path.open(encoding="utf-8") as lines:
            yield from lines


def _of_line(numbered: tuple[str, int]) -> tuple[list[Pair], Counter[str]]:
    line, seed = numbered
    record = json.loads(line)
    reasons: Counter[str] = Counter()
    if "text" in record:
        record = {record["language"]: record["text"], "package": record["package"], "origin": "procedure"}
    if too_long(record):
        return [], reasons
    about = {"origin": f"{record.get('origin', 'pair')} fortran", "package": record.get("package", "")}
    made = fortran_pairs(record, Tried(reasons, about["package"]), random.Random(seed))
    return [{name: value for name, value in pair.items() if name not in ("original", "through")} | about for pair in made], reasons


def too_long(record: Pair) -> bool:
    """Whether a text of it is longer than a rule should be asked for."""
    return max(len(record.get(name, "")) for name in ("cpp", "cuda", "fortran")) > MOST_CHARACTERS


def fortran_pairs(record: Pair, tried: Tried, rng: random.Random) -> Iterator[Pair]:
    """The pairs with Fortran that follow from the texts of `record`, each with the language that it is read from as `source`.

    A record that is read from one language alone gives pairs of what that language holds.

    `original` is the side to run first; where a pair follows from two others, `through` is the C++ text that they share,
    and `original` that side of the first of them which is run first.
    """
    cpp, cuda, fortran = (record.get(name) for name in ("cpp", "cuda", "fortran"))
    read = record.get("source")
    if fortran is not None:
        cpp = tried.ask("fortran to cpp", partial(fortran_to_cpp, fortran, _any_cpp(rng)))
        cuda = tried.ask("cpp to cuda", partial(parallelise, cpp, KernelStyle(), care=Care.LIKELY)) if cpp else None
    if cpp is not None:
        plain = tried.once("cpp to fortran", cpp, partial(cpp_to_fortran, cpp, PLAIN_FORTRAN))
        if plain is not None and read != "cuda":
            yield {"cpp": cpp, "fortran": plain, "source": "cpp", "original": "cpp"}
        if plain is not None and read != "cpp" and cuda is not None and "__global__" in cuda:
            first = record.get("original", "cpp")
            yield {"cuda": cuda, "fortran": plain, "source": "cuda", "through": cpp, "original": first}
        if fortran is None and read != "cuda":
            fortran = tried.ask("cpp to fortran", partial(cpp_to_fortran, cpp, any_style(rng)))
    if fortran is not None:
        back = tried.ask("fortran to cpp", partial(fortran_to_cpp, fortran, PLAIN_CPP))
        if back is not None:
            yield {"fortran": fortran, "cpp": back, "source": "fortran", "original": "fortran"}
            kernel = tried.ask("cpp to cuda", partial(parallelise, back, KernelStyle(), care=Care.LIKELY))
            if kernel is not None:
                yield {"fortran": fortran, "cuda": kernel, "source": "fortran", "original": "fortran"}


def _any_cpp(rng: random.Random) -> CppStyle:
    """A style of C++, the usual ways most often."""
    return replace(
        CppStyle(),
        zero_based=rng.random() < 0.8,
        references=rng.random() < 0.6,
        post_increment=rng.random() < 0.8,
        std_maths=rng.random() < 0.6,
        declare_at_first_use=rng.random() < 0.7,
        functional_casts=rng.random() < 0.3,
        vectors=rng.random() < 0.5,
        print_with_printf=rng.random() < 0.25,
        newline=rng.choice(("std::endl", "std::endl", '"\\n"')),
        compound_assignment=rng.random() < 0.7,
        braces=rng.random() < 0.8,
    )
