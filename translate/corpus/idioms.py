"""`python -m translate.corpus.idioms FOLDER`: hand-written idioms, each in C++, CUDA and Fortran, proved to do the same in all three.

An idiom is three files of one stem, `FOLDER/<topic>/<name>.cpp`, `.cu` and `.f90`. Parameters answer each other by name and buffers are the
same bytes, so that row-major `a[i * columns + j]` is Fortran's `a(j, i)`, and an index array holds the same numbers, counted from 0.
Whole programs and procedures of the fixed-form era have no kernel: the topics in SERIAL are C++ and Fortran only. A main program is proved
by what it prints.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from translate.languages import language
from translate.units import SourceUnit
from translate.verify.equivalence import Equivalence, Pair, Word, compare_many
from translate.verify.originals import has_main
from translate.verify.programs import ProgramPair, compare_many_programs
from translate.verify.sandbox import Sandbox, open_sandbox

SUFFIXES = {"cpp": ".cpp", "cuda": ".cu", "fortran": ".f90"}
DIRECTIONS = {"cpp-cuda": ("cpp", "cuda"), "cpp-fortran": ("cpp", "fortran"), "fortran-cuda": ("fortran", "cuda")}
SERIAL = frozenset({"programs", "procedures77"})
TOGETHER = 24
"""Idioms that share their programs: enough to save compilations, few enough to see progress."""


@dataclass(frozen=True, slots=True)
class Idiom:
    """One computation as it is written in each of the languages; `texts` holds only those that are there."""

    topic: str
    name: str
    texts: Mapping[str, str]

    @property
    def missing(self) -> list[str]:
        """Languages in which nobody has written it yet."""
        return [name for name in SUFFIXES if name not in self.texts and not (name == "cuda" and self.topic in SERIAL)]

    def in_language(self, name: str) -> SourceUnit:
        """Its text in one language, as a unit of its own."""
        return SourceUnit(self.texts[name], language(name), f"{self.name}{SUFFIXES[name]}")


@dataclass(frozen=True, slots=True)
class Proved:
    """The verdict on one idiom in one direction, such as `cpp-cuda`."""

    idiom: Idiom
    direction: str
    verdict: Equivalence


def read_idioms(folder: Path) -> list[Idiom]:
    """The idioms of every topic under `folder`, by topic and name."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    for name, suffix in SUFFIXES.items():
        for path in sorted(folder.glob(f"*/*{suffix}")):
            found.setdefault((path.parent.name, path.stem), {})[name] = path.read_text(encoding="utf-8")
    return [Idiom(topic, stem, texts) for (topic, stem), texts in sorted(found.items())]


def prove(
    idioms: Sequence[Idiom], sandbox: Sandbox, *, directions: Sequence[str] = tuple(DIRECTIONS), seed: int = 1, jobs: int = 1
) -> Iterator[Proved]:
    """The verdict on each idiom in each direction; an idiom that lacks a language of a direction is left out of it."""
    asked = [(one, name) for one in idioms for name in directions if set(DIRECTIONS[name]) <= set(one.texts)]
    # The directions of an idiom lie side by side, so that its C++ is compiled and run once for two of them.
    size = TOGETHER * len(directions)
    batches = [asked[start : start + size] for start in range(0, len(asked), size)]
    with ThreadPoolExecutor(jobs) as pool:
        answers = pool.map(lambda batch: _verdicts(batch, seed, sandbox), batches)
        for batch, verdicts in zip(batches, answers, strict=True):
            yield from (Proved(idiom, direction, verdict) for (idiom, direction), verdict in zip(batch, verdicts, strict=True))


def _verdicts(asked: Sequence[tuple[Idiom, str]], seed: int, sandbox: Sandbox) -> list[Equivalence]:
    """Procedures are called with the same inputs, programs are run for what they print."""
    whole = [has_main(idiom.in_language(DIRECTIONS[direction][0])) for idiom, direction in asked]
    called = [_pair(*one) for one, main in zip(asked, whole, strict=True) if not main]
    printing = [_program(*one) for one, main in zip(asked, whole, strict=True) if main]
    procedures = iter(compare_many(called, seed=seed, sandbox=sandbox) if called else [])
    programs = iter(compare_many_programs(printing, sandbox=sandbox) if printing else [])
    return [next(programs if main else procedures) for main in whole]


def _program(idiom: Idiom, direction: str) -> ProgramPair:
    source, target = DIRECTIONS[direction]
    return ProgramPair(idiom.texts[source], language(source), idiom.texts[target], language(target))


def _pair(idiom: Idiom, direction: str) -> Pair:
    source, target = DIRECTIONS[direction]
    return Pair(idiom.texts[source], language(source), idiom.texts[target], language(target))


def main(arguments: Sequence[str] | None = None) -> int:
    """Print each idiom that is not proved and why, then the totals by topic; 1 where one is not."""
    parser = argparse.ArgumentParser(prog="python -m translate.corpus.idioms", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--topic", action="append", help="only this one; may be repeated")
    parser.add_argument("--name", action="append", help="only this idiom; may be repeated")
    parser.add_argument("--direction", action="append", choices=list(DIRECTIONS), help="only this one; may be repeated (default: all)")
    parser.add_argument("--jobs", type=int, default=1, help="batches at a time; each keeps two cores busy now and then")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", action="store_true", help="only count the idioms of each topic")
    options = parser.parse_args(arguments)
    idioms = [
        idiom
        for idiom in read_idioms(options.folder)
        if (not options.topic or idiom.topic in options.topic) and (not options.name or idiom.name in options.name)
    ]
    if options.count:
        print(_counts(idioms))
        return 0
    for idiom in idioms:
        if idiom.missing:
            print(f"{idiom.topic}/{idiom.name}: not written in {', '.join(idiom.missing)}", flush=True)
    proved = []
    directions = options.direction or list(DIRECTIONS)
    for one in prove(idioms, open_sandbox(), directions=directions, seed=options.seed, jobs=options.jobs):
        proved.append(one)
        if not one.verdict.agrees:
            where = f"{one.idiom.topic}/{one.idiom.name}: {one.direction}"
            print(f"{where}: {one.verdict.word.value}: {_first_lines(one.verdict)}", flush=True)
    print(_totals(idioms, proved, directions))
    return 0 if all(one.verdict.agrees for one in proved) and not any(idiom.missing for idiom in idioms) else 1


def _first_lines(verdict: Equivalence, most: int = 4) -> str:
    return "\n    ".join(verdict.reason.splitlines()[:most])


def _counts(idioms: Sequence[Idiom]) -> str:
    counts = Counter(idiom.topic for idiom in idioms)
    return "\n".join([*(f"{topic:16} {counts[topic]:4}" for topic in sorted(counts)), f"{'all':16} {len(idioms):4}"])


def _totals(idioms: Sequence[Idiom], proved: Sequence[Proved], directions: Sequence[str]) -> str:
    """A table: a row for each topic, a column for each direction with how many are equivalent of how many."""
    words = Counter((one.idiom.topic, one.direction, one.verdict.word) for one in proved)
    topics = sorted({idiom.topic for idiom in idioms})
    rows = [f"{'topic':16}" + "".join(f"{direction:>16}" for direction in directions)]
    for topic in topics:
        cells = []
        for direction in directions:
            of = sum(words[topic, direction, word] for word in Word)
            cells.append(f"{words[topic, direction, Word.EQUIVALENT]} of {of}")
        rows.append(f"{topic:16}" + "".join(f"{cell:>16}" for cell in cells))
    listed = Counter(one.verdict.word for one in proved)
    return "\n".join([*rows, ", ".join(f"{word.value} {listed[word]}" for word in Word if listed[word])])


if __name__ == "__main__":
    raise SystemExit(main())
