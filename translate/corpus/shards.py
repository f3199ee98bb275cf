"""The corpus as a data set of Hugging Face: parquet shards by split, which `datasets.load_dataset(folder)` reads."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

from translate.corpus.steps import Done, Row, cannot_write, inputs_of, write
from translate.errors import EnvironmentIncomplete

ROWS_IN_SHARD = 10_000
COLUMNS = {
    "language": "string",
    "name": "string",
    "text": "string",
    "package": "string",
    "licence": "string",
    "path": "string",
    "line": "int64",
    "clean": "bool",
    "tokens": "int64",
    "form": "int64",
}
STAMP = "shards.txt"


def write_shards(functions: Done, folder: Path, report: Callable[[str], None], size: int = ROWS_IN_SHARD) -> list[Path]:
    """`<split>-<number>.parquet` in `folder`, with `size` rows each, written anew when the functions are others."""
    try:
        datasets = import_module("datasets")
    except ImportError as fault:
        raise EnvironmentIncomplete("datasets is not installed", path="corpus", help="pip install 'hpc-translate[corpus]'") from fault
    inputs = inputs_of("shards", COLUMNS, size, functions.digest)
    stamp = folder / STAMP
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == inputs:
        return sorted(folder.glob("*.parquet"))
    datasets.disable_progress_bars()
    shutil.rmtree(folder, ignore_errors=True)
    features = datasets.Features({name: datasets.Value(kind) for name, kind in COLUMNS.items()})
    for split in ("train", "valid"):
        for number, rows in enumerate(_shards(functions, split, size)):
            path = folder / f"{split}-{number:05}.parquet"
            half = path.with_suffix(".half")
            try:
                folder.mkdir(parents=True, exist_ok=True)
                datasets.Dataset.from_list(rows, features=features).to_parquet(half)
            except OSError as fault:
                half.unlink(missing_ok=True)
                raise cannot_write(path, fault) from fault
            half.replace(path)
            report(f"{path.name}: {len(rows):,} functions")
    write(stamp, inputs)
    return sorted(folder.glob("*.parquet"))


def _shards(functions: Done, split: str, size: int) -> Iterator[list[Row]]:
    rows: list[Row] = []
    for row in functions.rows():
        if row["split"] == split:
            rows.append({name: row[name] for name in COLUMNS})
            if len(rows) == size:
                yield rows
                rows = []
    if rows:
        yield rows
