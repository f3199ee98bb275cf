"""What was there before, on disk: hashes and MinHash bands, so that memory stays flat and a killed step goes on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from translate.corpus.forms import NEAR, bands, likeness
from translate.corpus.steps import cannot_write

TABLES = """
create table if not exists progress (parts integer not null);
create table if not exists hash (number integer primary key);
create table if not exists signature (id integer primary key, value blob not null);
create table if not exists band (number integer, id integer, primary key (number, id)) without rowid;
"""
CACHE = 32_000
"""Kilobytes."""
MOST_ALIKE = 50
"""Of those that share a band, how many are looked at: a common one is shared by thousands, and the first ones are as good as any."""


class Seen:
    """Hashes and signatures of what was kept, in a file of SQLite."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with self._writing():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._store = sqlite3.connect(path, isolation_level=None)
            self._store.executescript(f"pragma cache_size = -{CACHE}; pragma synchronous = off; {TABLES}")
            self._store.execute("begin")

    @property
    def parts(self) -> int:
        """How many parts are committed."""
        row = self._store.execute("select max(parts) from progress").fetchone()
        return int(row[0] or 0)

    def add(self, number: int) -> bool:
        """Whether the hash is new; from now on it is not."""
        with self._writing():
            return self._store.execute("insert or ignore into hash values (?)", (number,)).rowcount == 1

    def add_unlike(self, signature: bytes, space: str) -> bool:
        """Whether nothing kept in `space` is a near copy of it; then it is kept itself."""
        numbers = bands(signature, space)
        with self._writing():
            marks = ",".join("?" * len(numbers))
            found = self._store.execute(
                f"select value from signature where id in (select id from band where number in ({marks}) order by id limit {MOST_ALIKE})",
                numbers,
            )
            if any(likeness(signature, value) >= NEAR for (value,) in found):
                return False
            kept = self._store.execute("insert into signature (value) values (?)", (signature,)).lastrowid
            self._store.executemany("insert or ignore into band values (?, ?)", ((number, kept) for number in numbers))
        return True

    def count(self) -> int:
        """Hashes that were added."""
        return int(self._store.execute("select count(*) from hash").fetchone()[0])

    def commit(self, parts: int) -> None:
        """What was added stays, up to and with so many parts."""
        with self._writing():
            self._store.execute("insert into progress values (?)", (parts,))
            self._store.execute("commit")
            self._store.execute("begin")

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as fault:
            raise cannot_write(self._path, fault) from fault

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None) -> None:
        self._store.close()
