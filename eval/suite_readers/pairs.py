"""Any table with texts of two languages: JSON lines with places of faults, all else through Hugging Face's `datasets`."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

from eval.suite_readers.rows import Row, chosen, items, json_lines, language_columns
from eval.suite_readers.suite import Description, Read
from translate.errors import EnvironmentIncomplete, UsageError

FORMATS = {".parquet": "parquet", ".csv": "csv", ".json": "json", ".arrow": "arrow"}


def read(described: Description, file: Path | None) -> Read:
    """The items of a file, of a folder, or of the data set on the hub that the description names. Raises UsageError."""
    source = _source(described, file)
    facts = described.facts
    rows = list(json_lines(Path(source)) if source.endswith(".jsonl") else _through_datasets(source, facts.get("split", "train")))
    columns = language_columns(described.columns, rows[0].values if rows else ())
    if rows and len(columns) < 2:
        raise UsageError(
            "no two columns are called as languages are",
            path=source,
            line=rows[0].line,
            column=1 if rows[0].line else None,
            help=f"name them in a description: columns = {{ cpp = '...', cuda = '...' }}; there are: {', '.join(sorted(rows[0].values))}",
        )
    made = items(rows, source, columns, tests=facts.get("tests"), expected=facts.get("expected"))
    ids = facts.get("ids")
    return (chosen(made, Path(described.path).parent / ids) if ids else made), columns


def _source(described: Description, file: Path | None) -> str:
    named = described.facts.get("data")
    if file is None and named is None:
        raise UsageError("the suite has no data", path=described.path, help="give a file: --file PATH, or name one: data = '...'")
    if file is not None:
        return str(file)
    beside = Path(described.path).parent / str(named)
    return str(beside) if beside.exists() else str(named)


def _through_datasets(source: str, split: str) -> list[Row]:
    try:
        # By name, because type checkers take the folder `datasets/` of this project for the package.
        load_dataset: Any = import_module("datasets").load_dataset
    except ModuleNotFoundError as missing:
        raise EnvironmentIncomplete(
            f"'{source}' needs the Python package 'datasets'", help="install what it needs: pip install 'hpc-translate[eval]'"
        ) from missing
    path = Path(source)
    if path.is_file() and path.suffix not in FORMATS:
        raise UsageError("no format of tables has this ending", path=source, help=f"give a .jsonl, {', '.join(FORMATS)} file, or a folder")
    try:
        table: Any = (
            load_dataset(FORMATS[path.suffix], data_files=source, split="train") if path.is_file() else load_dataset(source, split=split)
        )
    # What is wrong with a foreign file comes as errors of many libraries; each is a fault of the file.
    except Exception as fault:
        reason = str(fault.__cause__ or fault).strip().splitlines()[:1] or [type(fault).__name__]
        raise UsageError(f"cannot be read: {reason[0]}", path=source, help="check the file, or the data set's name and split") from fault
    return [Row(dict(row), None) for row in table]
