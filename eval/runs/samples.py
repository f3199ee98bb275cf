"""Files that only grow: a line is there whole or not at all, whenever the writer was killed."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

Record = dict[str, Any]


def read(path: Path) -> list[Record]:
    """The records of `path`; a last line without an end was torn by a kill and is cut off the file."""
    if not path.exists():
        return []
    content = path.read_bytes()
    whole = content.rfind(b"\n") + 1
    if whole < len(content):
        os.truncate(path, whole)
    return [json.loads(line) for line in content[:whole].decode("utf-8").splitlines()]


def append(path: Path, records: Iterable[Record]) -> None:
    """Add a line for each record, and return when they are on the disk."""
    content = "".join(json.dumps(record, ensure_ascii=True) + "\n" for record in records).encode("ascii")
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
    try:
        while content:
            content = content[os.write(handle, content) :]
        os.fsync(handle)
    finally:
        os.close(handle)
