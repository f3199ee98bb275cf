"""The whole way from a recipe to proved pairs; every step goes on where it was, and none is done twice."""

from __future__ import annotations

import fcntl
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from translate.corpus import making
from translate.corpus.distinct import distinct_functions
from translate.corpus.fetch import fetch
from translate.corpus.functions import extracted
from translate.corpus.pairs import SIDES
from translate.corpus.proved import Proved, write_proved
from translate.corpus.recipe import Package, Recipe, read_recipe
from translate.corpus.shards import write_shards
from translate.corpus.sources import sources_of
from translate.corpus.steps import Done, Row, write
from translate.corpus.suites import Suites, read_suites
from translate.corpus.verify import Verdicts, verify
from translate.corpus.workers import Workers
from translate.corpus.yields import Yields, report_of
from translate.errors import UsageError

Report = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Settings:
    """What is asked for besides the recipe."""

    against: Sequence[Path] = field(default=())
    """More test sets."""
    aligned: Sequence[Path] = field(default=())
    """Files of texts that are the same in two or three languages."""
    limit: int | None = None
    """Only the first files of each source, idioms and generated functions."""
    share: float = 1.0
    """Of the functions, how many pairs are made of; drawn by hash."""
    seed: int = 1
    engine: str = "auto"
    minutes: float | None = None
    """How long pairs are run; None until all are."""
    sides: Sequence[str] = SIDES
    """Only pairs of these languages are run."""


def build(recipe_path: Path, out: Path, settings: Settings, workers: Workers, report: Report = print) -> str:
    """The corpus of a recipe in the folder `out`; the tables of what became of everything. Raises TranslateError."""
    recipe = read_recipe(recipe_path)
    with _alone(out):
        suites = _suites(recipe, settings, report)
        missing: list[str] = []
        sources = _extracted(recipe, out, settings, workers, report, missing)
        functions = distinct_functions(list(sources.values()), out / "functions", suites, recipe.valid, report)
        write_shards(functions, out / "data", report)
        made = list(_made(recipe, functions, out / "made", suites, settings, workers, report))
        pairs = making.distinct_pairs(made, out / "pairs", report)
        if not functions.counts and not pairs.counts:
            raise UsageError("no function was found in any source", path=str(recipe_path), help="see the warnings above; check the recipe")
        with Verdicts(out / "verdicts.db") as verdicts:
            # In a drawn order, so that what there was time for is a fair part of all.
            rows, seed = (row for row in pairs.rows(settings.seed) if _asked(row, settings)), settings.seed
            verify(rows, verdicts, workers, report, seed=seed, engine=settings.engine, minutes=settings.minutes)
            proved = write_proved(pairs, verdicts, out, seed=settings.seed)
        extraction: dict[str, Counter[str]] = {}
        for package, step in sources.items():
            extraction[package.name] = extraction.get(package.name, Counter()) + step.counts
        counted = sum((step.counts for step in made), Counter())
        found = Yields(
            extraction, functions.counts, counted, pairs.counts, proved.judged, proved.directions, proved.forms, missing=missing
        )
        return _recorded(out, functions, pairs, proved, report_of(found))


def _asked(row: Row, settings: Settings) -> bool:
    return all(name in settings.sides for name in SIDES if name in row)


def _suites(recipe: Recipe, settings: Settings, report: Report) -> Suites:
    suites, elsewhere = read_suites([*recipe.suites, *settings.against])
    if elsewhere and not settings.against:
        report(f"warning: the data of {', '.join(elsewhere)} is not here, so nothing is left out for it\nhelp: give it with --against FILE")
    return suites


def _extracted(
    recipe: Recipe, out: Path, settings: Settings, workers: Workers, report: Report, missing: list[str]
) -> dict[Package, Done]:
    """Package -> the records of its functions. What is not there is told, and named in `missing`."""

    def warn(message: str) -> None:
        missing.append(message)
        report(f"warning: {message}")

    fetch(recipe.packages, out / "archives", report)
    sources = sources_of(recipe.packages, out / "archives", recipe.path.parent, warn)
    return {one.package: extracted(one, out / "extracted", workers, report, settings.limit) for one in sources}


def _made(
    recipe: Recipe, functions: Done, folder: Path, suites: Suites, settings: Settings, workers: Workers, report: Report
) -> Iterator[Done]:
    """Pairs of idioms, aligned texts, real functions and the generator's: in order of worth, as of equal ones the first is kept."""
    seed, share, limit = settings.seed, settings.share, settings.limit
    if recipe.idioms is not None:
        rows = making.idiom_rows(recipe.idioms, recipe.valid, limit)
        yield making.made_of_texts(rows, folder / "idioms", suites, workers, report, seed=seed)
    for number, path in enumerate(settings.aligned):
        rows = making.aligned_rows(path, recipe.valid, limit)
        yield making.made_of_texts(rows, folder / f"aligned-{number}", suites, workers, report, seed=seed)
    yield making.made_of_functions(functions, folder / "functions", suites, workers, report, seed=seed, share=share)
    count = min(recipe.generated, limit) if limit is not None else recipe.generated
    if count:
        place = folder / "generated"
        yield making.made_up_pairs(count, place, suites, workers, report, seed=seed, share=share, valid=recipe.valid)


def _recorded(out: Path, functions: Done, pairs: Done, proved: Proved, tables: str) -> str:
    hashes = {"functions": functions.digest, "pairs": pairs.digest, "verified": proved.digest}
    write(out / "hashes.json", json.dumps(hashes, indent=2) + "\n")
    write(out / "yields.md", tables)
    return tables


@contextmanager
def _alone(out: Path) -> Iterator[None]:
    """Two builds in one folder would write over each other."""
    out.mkdir(parents=True, exist_ok=True)
    with (out / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as fault:
            raise UsageError("another build works here", path=str(out), help="wait for it, or give another --out") from fault
        yield
