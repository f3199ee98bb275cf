"""All pairs that rules make of a record, whatever it holds, with what the verifier has to know and what is counted."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import combinations
from pathlib import Path
from typing import TypeVar

from translate.corpus.distinct import sifted, split_of
from translate.corpus.forms import form_of, hash_of
from translate.corpus.fortran_pairs import fortran_pairs, too_long
from translate.corpus.idioms import read_idioms
from translate.corpus.pairs import MOST_TOKENS, SIDES, made_up, pairs_of
from translate.corpus.seen import Seen
from translate.corpus.steps import Done, Part, Row, inputs_of, parts_of, run_step
from translate.corpus.suites import Suites, table_lines
from translate.corpus.tried import Tried
from translate.corpus.workers import Workers
from translate.errors import UsageError
from translate.languages import language

VERSION = 5
"""Raise it when rules make other pairs."""
RECORDS_IN_PART = 200
SELF_TRAINING = "self-training"
"""The origin of what a model proposed: nothing else is made of it by rule."""
Item = TypeVar("Item")


def made_of_functions(
    functions: Done, folder: Path, suites: Suites, workers: Workers, report: Callable[[str], None], *, seed: int, share: float
) -> Done:
    """The step that makes pairs of real functions, or of a `share` of them drawn by hash."""
    inputs = inputs_of("pairs", VERSION, functions.digest, suites.digest, seed, share)
    wanted = (row for row in functions.rows() if row["clean"] and row["tokens"] <= MOST_TOKENS and drawn(row["form"], share))
    return run_step(folder, inputs, batched(wanted, RECORDS_IN_PART), partial(pairs_of_records, suites, seed), workers, report)


def made_up_pairs(
    count: int, folder: Path, suites: Suites, workers: Workers, report: Callable[[str], None], *, seed: int, share: float, valid: float
) -> Done:
    """The step that makes pairs of functions of the generator."""
    inputs = inputs_of("generated", VERSION, count, suites.digest, seed, share, valid)
    numbers = batched((number for number in range(count) if drawn(hash_of(str(number)), share)), RECORDS_IN_PART)
    return run_step(folder, inputs, numbers, partial(pairs_made_up, suites, seed, valid), workers, report)


def made_of_texts(
    rows: Sequence[Row], folder: Path, suites: Suites, workers: Workers, report: Callable[[str], None], *, seed: int
) -> Done:
    """The step that makes pairs of texts which are the same in two or three languages, and more of each by rule."""
    inputs = inputs_of("texts", VERSION, rows, suites.digest, seed)
    return run_step(folder, inputs, batched(rows, RECORDS_IN_PART), partial(pairs_of_records, suites, seed), workers, report)


def idiom_rows(folder: Path, valid: float, limit: int | None = None) -> list[Row]:
    """A record for each idiom, with its texts under the names of the languages."""
    found = read_idioms(folder)
    if not found:
        raise UsageError("no idioms are here", path=str(folder), help="name their folder in the recipe: idioms = '...'")
    return [
        {
            **idiom.texts,
            "package": "idioms",
            "licence": "Apache-2.0",
            "origin": "idiom",
            "name": f"{idiom.topic}/{idiom.name}",
            "split": split_of(f"{idiom.topic}/{idiom.name}", valid),
        }
        for idiom in found[:limit]
    ]


def aligned_rows(path: Path, valid: float, limit: int | None = None) -> list[Row]:
    """A record for each line of a file with texts in two or three languages. Raises UsageError."""
    found: list[Row] = []
    for number, line in enumerate(table_lines(path), 1):
        texts = {name: line[name] for name in SIDES if isinstance(line.get(name), str) and line[name].strip()}
        if len(texts) < 2:
            told = f"texts in {len(texts)} languages"
            raise UsageError(told, path=str(path), line=number, column=1, help="give texts under two of cpp, cuda and fortran")
        name = str(line.get("id", f"{path.stem}-{number}"))
        about = {"package": path.stem, "licence": str(line.get("licence", "unknown")), "name": name}
        about["origin"] = str(line.get("origin", "aligned"))
        found.append({**texts, **about, "split": split_of(name, valid)})
    return found[:limit]


def distinct_pairs(made: Sequence[Done], folder: Path, report: Callable[[str], None]) -> Done:
    """The step that keeps the first of equal pairs, names put aside."""
    inputs = inputs_of("distinct pairs", VERSION, [step.digest for step in made])
    return sifted(parts_of(made), folder, inputs, _known_pair, lambda row: str(row["origin"]), report)


def _known_pair(row: Row, seen: Seen) -> str | None:
    key = hash_of(*(f"{name} {row['forms'][name]}" for name in sorted(row["forms"])), row.get("source", ""))
    return None if seen.add(key) else "copies"


def pairs_made_up(suites: Suites, seed: int, valid: float, numbers: Sequence[int]) -> Part:
    """The pairs of some functions of the generator."""
    records: list[Row] = []
    for number in numbers:
        about = {"licence": "Apache-2.0", "split": split_of(f"generated {number}", valid), "name": str(number)}
        records.append({**made_up(seed, number), **about})
    return pairs_of_records(suites, seed, records)


def pairs_of_records(suites: Suites, seed: int, records: Sequence[Row]) -> Part:
    """The pairs of some records, without those that resemble a suite; counts by origin, and reasons declined."""
    rows: list[Row] = []
    counts: Counter[str] = Counter()
    for record in records:
        tried = Tried(counts, ":".join(str(record[key]) for key in ("package", "path", "line", "name") if key in record))
        rng = random.Random(hash_of(str(seed), *(record.get(name, "") for name in ("text", *SIDES))))
        for pair in pairs_of_record(record, tried, rng):
            row = _with_forms(pair, record, suites, counts)
            if row is not None:
                rows.append(row)
    return rows, counts


def pairs_of_record(record: Row, tried: Tried, rng: random.Random) -> Iterator[Row]:
    """Pairs of a function (`text` and `language`), or of one computation in several languages."""
    if "text" not in record:
        yield from _pairs_of_texts(record, tried, rng)
    elif record["language"] == "fortran":
        yield from _with_fortran({"fortran": record["text"]}, "procedure", tried, rng)
    else:
        own = list(pairs_of(record, tried, rng))
        yield from own
        for pair in own:
            yield from _with_fortran(pair, pair["origin"], tried, rng)
        if not own and record["language"] == "cpp":
            yield from _with_fortran({"cpp": record["text"]}, "serial", tried, rng)


def _pairs_of_texts(record: Row, tried: Tried, rng: random.Random) -> Iterator[Row]:
    texts = {name: record[name] for name in SIDES if name in record}
    origin = record["origin"]
    for one, other in combinations(texts, 2):
        pair = {one: texts[one], other: texts[other], "origin": origin, "original": one}
        # What both were seen to agree with, they agree on.
        yield pair | ({"through": texts["cpp"], "original": "cpp"} if one != "cpp" and "cpp" in texts else {})
    if origin == SELF_TRAINING:
        return
    yield from _with_fortran({name: text for name, text in texts.items() if name != "fortran"}, origin, tried, rng)
    if "fortran" in texts:
        yield from _with_fortran({"fortran": texts["fortran"]}, origin, tried, rng)


def _with_fortran(texts: Mapping[str, str], origin: str, tried: Tried, rng: random.Random) -> Iterator[Row]:
    if not too_long(dict(texts)):
        yield from (pair | {"origin": f"{origin} fortran"} for pair in fortran_pairs(dict(texts), tried, rng))


def _with_forms(pair: Row, record: Row, suites: Suites, counts: Counter[str]) -> Row | None:
    """The pair with licence, split and forms; None where a side has none or resembles a test."""
    forms = {name: form_of(pair[name], language(name)) for name in SIDES if name in pair}
    kept = {name: form for name, form in forms.items() if form is not None}
    reason = "unreadable" if len(kept) < len(forms) else None
    if reason is None and any(suites.resemble(form.digest, form.signature) for form in kept.values()):
        reason = "near a suite"
    counts[f"{pair['origin']}: {reason or 'made'}"] += 1
    if reason is not None:
        return None
    about = {name: record[name] for name in ("package", "licence", "split")}
    return {**pair, **about, "of": record["name"], "forms": {name: form.digest for name, form in kept.items()}}


def drawn(number: int, share: float) -> bool:
    """Whether a hash is among the given share of all; a larger share holds the smaller one."""
    return (number % 2**64) < share * 2**64


def batched(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """So many at a time."""
    batch: list[Item] = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch

