"""Self-training: what a model proposes for functions without a counterpart, for `build --aligned`, whose verifier keeps what holds."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from translate.corpus.making import SELF_TRAINING, drawn
from translate.corpus.steps import Row, cannot_write, read_rows
from translate.errors import UsageError
from translate.languages import language
from translate.model import Backend
from translate.source.answer import finished_text
from translate.source.extract import extract
from translate.source.normalise import Unreadable, Unrestorable, normalise
from translate.source.references import UnknownLabel
from translate.units import SourceUnit

MOST_TOKENS = 256


def write_candidates(
    functions: Path, out: Path, model: Backend, source: str, target: str, *, count: int, most: int, share: float
) -> Counter[str]:
    """Up to `count` different answers of `model` for each of `most` functions in the folder that a build wrote, one JSON line each.

    Of functions a `share` is drawn by hash. A file that is there is gone on with. Raises UsageError, CannotWrite.
    """
    parts = sorted(functions.glob("*.jsonl"))
    if not parts:
        raise UsageError("no functions are here", path=str(functions), help="name the folder `functions` of a corpus that was built")
    counts: Counter[str] = Counter()
    done = {json.loads(line)["of"] for line in out.read_text(encoding="utf-8").splitlines()} if out.is_file() else set()
    try:
        with out.open("a", encoding="utf-8") as sink:
            for row in _wanted((row for part in parts for row in read_rows(part)), source, most, share):
                if row["form"] not in done:
                    lines = list(_answers(row, model, source, target, count))
                    counts.update({"functions": 1, "candidates": len(lines)})
                    # All of a function's lines at once, so that none is taken for done that is not.
                    sink.write("".join(json.dumps(line) + "\n" for line in lines))
                    sink.flush()
    except OSError as fault:
        raise cannot_write(out, fault) from fault
    return counts


def _wanted(rows: Iterable[Row], source: str, most: int, share: float) -> Iterator[Row]:
    found = 0
    for row in rows:
        if row["language"] != source or not row["clean"] or row["tokens"] > MOST_TOKENS or not drawn(row["form"], share):
            continue
        if found == most:
            return
        found += 1
        yield row


def _answers(row: Row, model: Backend, source: str, target: str, count: int) -> Iterator[Row]:
    try:
        form = normalise(extract(SourceUnit(row["text"], language(source), row["name"]))[0])
    except (Unreadable, IndexError):
        return
    texts: dict[str, None] = {}
    for candidate in model.propose([form], language(target), count)[0]:
        try:
            texts.setdefault(finished_text(candidate, form, language(target)))
        except (UnknownLabel, Unrestorable):
            continue
    for number, text in enumerate(texts):
        about = {"id": f"{row['package']}/{row['name']}-{number}", "licence": row["licence"], "of": row["form"], "origin": SELF_TRAINING}
        yield {source: row["text"], target: text, **about}
