"""The pairs that hold, with what they were proved by, and how many there are of what."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from translate.corpus.seen import Seen
from translate.corpus.steps import Done, Row, cannot_write
from translate.corpus.verify import EQUIVALENT, NOT_RUN, Verdict, Verdicts

FILE = "verified.jsonl"
ONLY_FOR_THE_VERIFIER = frozenset({"through", "original", "forms"})


@dataclass(frozen=True, slots=True)
class Proved:
    """What was written."""

    digest: str
    judged: Counter[tuple[str, str]]
    directions: Counter[str]
    forms: Counter[str]


def write_proved(pairs: Done, verdicts: Verdicts, out: Path, *, seed: int) -> Proved:
    """Write the equivalent ones of `pairs` to `verified.jsonl`, each with its evidence."""
    path = out / FILE
    half, forms = path.with_suffix(".half"), out / "forms.db"
    forms.unlink(missing_ok=True)
    counts: tuple[Counter[tuple[str, str]], Counter[str], Counter[str]] = Counter(), Counter(), Counter()
    try:
        with half.open("wb") as sink, Seen(forms) as seen:
            digest = _written(pairs, verdicts, sink, seen, seed, *counts)
    except OSError as fault:
        half.unlink(missing_ok=True)
        raise cannot_write(path, fault) from fault
    half.replace(path)
    forms.unlink()
    return Proved(digest, *counts)


def _written(
    pairs: Done,
    verdicts: Verdicts,
    sink: IO[bytes],
    seen: Seen,
    seed: int,
    judged: Counter[tuple[str, str]],
    directions: Counter[str],
    forms: Counter[str],
) -> str:
    digest = hashlib.sha256()
    for row in pairs.rows():
        verdict = verdicts.on(row, seed)
        judged[row["origin"], verdict.word if verdict is not None else NOT_RUN] += 1
        if verdict is None or verdict.word != EQUIVALENT:
            continue
        line = json.dumps(_with_evidence(row, verdict)).encode() + b"\n"
        sink.write(line)
        digest.update(line)
        for direction in directions_of(row):
            directions[direction] += 1
        # Of what a pair was made from there may be many pairs.
        original = row["original"] if row["original"] in row["forms"] else next(iter(row["forms"]))
        of = "generated programs" if row["package"] == "generated" else "idioms" if row["package"] == "idioms" else "real code"
        for name, form in row["forms"].items():
            if seen.add(form):
                forms[f"{of}: {'originals' if name == original else 'made of them by rule'}"] += 1
    return digest.hexdigest()


def directions_of(row: Row) -> list[str]:
    """Both, or the one that starts at `source`."""
    one, other = (name for name in ("cpp", "cuda", "fortran") if name in row)
    return [f"{a} -> {b}" for a, b in ((one, other), (other, one)) if row.get("source", a) == a]


def _with_evidence(row: Row, verdict: Verdict) -> Row:
    kept = {name: value for name, value in row.items() if name not in ONLY_FOR_THE_VERIFIER}
    evidence: Row = {"verdict": verdict.word, "inputs": verdict.inputs, "seed": verdict.seed, "engine": verdict.engine}
    if "through" in row:
        evidence["through"] = "cpp"
    return {**kept, "evidence": evidence}
