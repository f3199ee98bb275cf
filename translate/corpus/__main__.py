"""`python -m translate.corpus`: from the names of source packages to functions and proved pairs, at once or step by step."""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from translate.errors import TranslateError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit status is that of the errors in translate.errors."""
    options = _parser().parse_args(arguments)
    try:
        options.run(options)
    except TranslateError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        print("corpus: note: stopped\nhelp: the same command goes on where this one was", file=sys.stderr)
        return 130
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m translate.corpus", description=__doc__)
    commands = parser.add_subparsers(required=True)
    _build_arguments(commands.add_parser("build", help="all that a recipe asks for, from nothing to proved pairs; goes on where it was"))
    fetch = commands.add_parser("fetch", help="the source archives that a recipe names")
    fetch.add_argument("recipe", type=Path)
    fetch.add_argument("--out", type=Path, required=True)
    fetch.set_defaults(run=_fetch)
    gather = commands.add_parser("gather", help="the functions of fetched archives, one JSON line each")
    gather.add_argument("archives", type=Path, help="the folder that `fetch` wrote")
    gather.add_argument("--out", type=Path, required=True)
    gather.add_argument("--languages", default="cpp,cuda,fortran")
    gather.add_argument("--jobs", type=int, default=1)
    gather.set_defaults(run=_gather)
    pairs = commands.add_parser("pairs", help="C++ and CUDA pairs from functions by rule, and from the generator")
    pairs.add_argument("functions", type=Path, help="the file that `gather` wrote")
    pairs.add_argument("--out", type=Path, required=True)
    pairs.add_argument("--generated", type=int, default=0, metavar="N", help="pairs to make up besides")
    pairs.add_argument("--against", type=Path, action="append", default=[], help="JSON lines that nothing may resemble")
    pairs.add_argument("--seed", type=int, default=1)
    pairs.set_defaults(run=_pairs)
    fortran = commands.add_parser("fortran", help="pairs with Fortran from pairs and functions, by rule")
    fortran.add_argument("sources", type=Path, nargs="+", help="files that `pairs` or `gather` wrote")
    fortran.add_argument("--out", type=Path, required=True)
    fortran.add_argument("--jobs", type=int, default=1)
    fortran.add_argument("--seed", type=int, default=1)
    fortran.set_defaults(run=_fortran)
    asked = commands.add_parser("candidates", help="what a model proposes for functions without a counterpart, for build --aligned")
    asked.add_argument("functions", type=Path, help="the folder `functions` of a corpus that was built")
    asked.add_argument("--out", type=Path, required=True, help="JSON lines; a file that is there is gone on with")
    asked.add_argument("--model", default="embedded", help="as for translate --model")
    asked.add_argument("--from", dest="source", default="cuda", choices=("cpp", "cuda", "fortran"))
    asked.add_argument("--to", dest="target", default="cpp", choices=("cpp", "cuda", "fortran"))
    asked.add_argument("--count", type=int, default=4, metavar="K", help="candidates of a function")
    asked.add_argument("--most", type=int, default=1_000, metavar="N", help="functions")
    asked.add_argument("--share", type=float, default=1.0, help="of the functions, drawn by hash")
    asked.set_defaults(run=_candidates)
    return parser


def _build_arguments(build: argparse.ArgumentParser) -> None:
    build.add_argument("recipe", type=Path)
    build.add_argument("--out", type=Path, required=True, help="the folder of the corpus")
    build.add_argument("--jobs", type=int, default=os.cpu_count() or 1, metavar="N", help="processes (default: one for each processor)")
    build.add_argument("--ray", metavar="ADDRESS", help="work on this Ray cluster instead; `auto` finds one on this machine")
    build.add_argument("--limit", type=int, metavar="N", help="a trial: the first N files of each source, idioms and generated functions")
    build.add_argument("--share", type=float, default=1.0, help="make pairs of this share of the functions only, drawn by hash")
    build.add_argument("--against", type=Path, action="append", default=[], metavar="FILE", help="a test set that nothing may resemble")
    build.add_argument("--aligned", type=Path, action="append", default=[], metavar="FILE", help="JSON lines with texts in two languages")
    build.add_argument("--seed", type=int, default=1)
    build.add_argument("--engine", default="auto", help="sandbox in which pairs are run")
    build.add_argument("--minutes", type=float, metavar="M", help="run pairs for so long; the same command later goes on from there")
    build.add_argument("--sides", type=lambda names: names.split(","), default=["cpp", "cuda", "fortran"], help="run pairs of these only")
    build.set_defaults(run=_build)


def _build(options: argparse.Namespace) -> None:
    from translate.corpus.build import Settings, build
    from translate.corpus.workers import workers

    about = {name: getattr(options, name) for name in ("against", "aligned", "limit", "share", "seed", "engine", "minutes", "sides")}
    with workers(options.jobs, options.ray) as crew:
        tables = build(options.recipe, options.out, Settings(**about), crew, lambda line: print(line, file=sys.stderr, flush=True))
    print(tables)


def _fetch(options: argparse.Namespace) -> None:
    from translate.corpus.fetch import fetch
    from translate.corpus.recipe import read_recipe

    fetch(read_recipe(options.recipe).packages, options.out)


def _gather(options: argparse.Namespace) -> None:
    from translate.corpus.gather import gather

    languages = frozenset(options.languages.split(","))
    _print(gather(options.archives, options.out, spoken=languages, jobs=options.jobs))


def _pairs(options: argparse.Namespace) -> None:
    from translate.corpus.pairs import write_pairs

    _print(write_pairs(options.functions, options.out, generated=options.generated, against=options.against, seed=options.seed))


def _fortran(options: argparse.Namespace) -> None:
    from translate.corpus.fortran_pairs import write_fortran_pairs

    _print(write_fortran_pairs(options.sources, options.out, seed=options.seed, jobs=options.jobs))


def _candidates(options: argparse.Namespace) -> None:
    from translate.corpus.candidates import write_candidates
    from translate.model import backend

    made, limits = backend(options.model), {"count": options.count, "most": options.most, "share": options.share}
    _print(write_candidates(options.functions, options.out, made, options.source, options.target, **limits))


def _print(counts: Counter[str]) -> None:
    for name, count in sorted(counts.items()):
        print(f"{count:9,} {name}")


if __name__ == "__main__":
    raise SystemExit(main())
