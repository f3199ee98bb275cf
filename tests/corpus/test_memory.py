"""Memory of a build does not grow with the corpus: the same steps over a short and a long stream of functions."""

from __future__ import annotations

import base64
import hashlib
import tracemalloc
from collections import Counter
from functools import partial
from pathlib import Path

from translate.corpus.distinct import distinct_functions
from translate.corpus.forms import PERMUTATIONS, hash_of
from translate.corpus.making import distinct_pairs
from translate.corpus.proved import write_proved
from translate.corpus.shards import write_shards
from translate.corpus.steps import Part, Row, read_rows, run_step
from translate.corpus.suites import Suites
from translate.corpus.verify import EQUIVALENT, Verdict, Verdicts, comparisons, verify
from translate.corpus.workers import Here

IN_PART = 30
SHORT, LONG = 4, 24


def record(number: int) -> Row:
    """A function as extraction writes it, unlike all others."""
    drawn = b"".join(hashlib.blake2b(f"{number} {at}".encode()).digest() for at in range(PERMUTATIONS // 16))
    text = f"void f{number}() {{ {number}; }}" + " " * 1_000
    about = {"name": f"f{number}", "package": "p", "licence": "MIT", "path": "a.cpp", "line": 1, "clean": True, "tokens": 9}
    signature = base64.b64encode(drawn).decode()
    return {"language": "cpp", "text": text, **about, "form": hash_of(text), "signature": signature}


def records(number: int) -> Part:
    return [record(number * IN_PART + at) for at in range(IN_PART)], Counter()


def pairs(number: int) -> Part:
    made = [record(number * IN_PART + at) for at in range(IN_PART)]
    return [
        {
            "cpp": row["text"],
            "cuda": f"__global__ {row['text']}",
            "origin": "made",
            "original": "cpp",
            "package": "p",
            "forms": {"cpp": row["form"], "cuda": row["form"] + 1},
        }
        for row in made
    ], Counter({"made: made": IN_PART})


def all_steps(folder: Path, parts: int) -> int:
    """Functions and pairs that went through."""
    quiet = partial(Counter[str]().update)
    functions = run_step(folder / "extracted", "i", iter(range(parts)), records, Here(), quiet)
    kept = distinct_functions([functions], folder / "functions", Suites([]), 0.5, quiet)
    write_shards(kept, folder / "data", quiet, IN_PART)
    distinct = distinct_pairs([run_step(folder / "made", "i", iter(range(parts)), pairs, Here(), quiet)], folder / "pairs", quiet)
    with Verdicts(folder / "verdicts.db") as store:
        for path in distinct.paths():
            asked = (one for row in read_rows(path) for one in comparisons(row))
            store.put([(one.key(1), Verdict(EQUIVALENT, "", 9, 1, "")) for one in asked])
        verify(distinct.rows(), store, Here(), quiet, seed=1, engine="auto")
        proved = write_proved(distinct, store, folder, seed=1)
    assert proved.forms["real code: originals"] == parts * IN_PART
    return sum(1 for _ in kept.rows())


def peak(folder: Path, parts: int) -> int:
    tracemalloc.start()
    try:
        assert all_steps(folder, parts) == parts * IN_PART
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_memory_is_flat_as_the_corpus_grows(tmp_path: Path) -> None:
    # What is loaded once is loaded before.
    all_steps(tmp_path / "first", 1)
    short, long = peak(tmp_path / "short", SHORT), peak(tmp_path / "long", LONG)
    written = {name: sum(path.stat().st_size for path in (tmp_path / name).rglob("*.jsonl")) for name in ("short", "long")}
    assert written["long"] > 5 * written["short"]
    assert long < 1.5 * short
