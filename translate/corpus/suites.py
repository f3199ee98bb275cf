"""The test sets that nothing in a corpus may resemble: read from folders of code, tables and their descriptions."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from datasketch import MinHashLSH

from translate.corpus.forms import BANDS, PERMUTATIONS, ROWS, Form, form_of, likeness, minhash_of
from translate.corpus.near import Texts
from translate.corpus.steps import inputs_of
from translate.errors import UsageError
from translate.languages import Language, language_of_path, languages
from translate.source.extract import extract
from translate.source.reading import read_text
from translate.units import SourceUnit

NEAR_A_TEST = 0.7
"""Estimated similarity from which on a function is left out: below that of copies, as an estimate may be too low by 0.1."""
TABLES = (".jsonl", ".parquet", ".csv", ".json", ".arrow")
ADVICE = "give a folder of code, or JSON lines with texts under cpp, cuda or fortran"


@dataclass(frozen=True, slots=True)
class Told:
    """A text of a suite."""

    text: str
    language: Language


class Suites:
    """Texts of test sets, and whether another one is one of them or nearly so."""

    def __init__(self, texts: Iterable[Told]) -> None:
        told = sorted({(one.language.name, one.text) for one in texts})
        self.digest = inputs_of(told)
        self.count = len(told)
        spoken = {one.name: one for one in languages()}
        self._texts = Texts(text for _, text in told)
        self._forms = [form for name, text in told for form in _forms(text, spoken[name])]
        self._digests = {form.digest for form in self._forms}
        self._alike = MinHashLSH(num_perm=PERMUTATIONS, params=(BANDS, ROWS))
        for number, form in enumerate(self._forms):
            self._alike.insert(number, minhash_of(form.signature))

    def resemble(self, digest: int, signature: bytes) -> bool:
        """Whether a function of that form is in a suite, or nearly."""
        if digest in self._digests:
            return True
        found = self._alike.query(minhash_of(signature))
        return any(likeness(signature, self._forms[number].signature) >= NEAR_A_TEST for number in found)

    def resemble_text(self, text: str) -> bool:
        """The same for a text that no parser reads."""
        return self._texts.resemble(text)


def read_suites(places: Iterable[Path]) -> tuple[Suites, list[str]]:
    """The texts in all `places`, and the names of suites whose data is elsewhere. Raises UsageError for a place that holds none."""
    told: list[Told] = []
    elsewhere: list[str] = []
    for place in places:
        found = list(_folder(place, elsewhere) if place.is_dir() else _table(place))
        if not found:
            raise UsageError("no text of a suite is here", path=str(place), help=ADVICE)
        told += found
    return Suites(told), elsewhere


def _folder(folder: Path, elsewhere: list[str]) -> Iterator[Told]:
    for path in sorted(folder.rglob("*")):
        spoken = language_of_path(path.name)
        if path.is_file() and spoken is not None:
            yield Told(read_text(str(path)), spoken)
        elif path.suffix in TABLES:
            yield from _table(path)
        elif path.suffix == ".toml" and path.parent == folder:
            facts = _facts(path)
            if "data" in facts and (folder / facts["data"]).exists():
                yield from _table(folder / facts["data"])
            elif facts.get("reader") == "lines" or "data" in facts:
                elsewhere.append(path.stem)


def _facts(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(read_text(str(path)))
    except tomllib.TOMLDecodeError as fault:
        raise UsageError(str(fault), path=str(path), help="see eval/suites/ for how a suite is described") from fault


def _table(path: Path) -> Iterator[Told]:
    for row in _rows(path):
        for spoken in languages():
            text = row.get(spoken.name)
            if isinstance(text, str) and text.strip():
                yield Told(text, spoken)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    if path.suffix == ".jsonl":
        yield from table_lines(path)
        return
    load_dataset = import_module("datasets").load_dataset

    kind = path.suffix.removeprefix(".")
    try:
        rows = load_dataset(kind, data_files=str(path), split="train") if path.is_file() else load_dataset(str(path), split="train")
    # What is wrong with a foreign file comes as errors of many libraries; each is a fault of the file.
    except Exception as fault:
        raise UsageError(f"cannot be read: {str(fault).strip().splitlines()[0]}", path=str(path), help=ADVICE) from fault
    yield from map(dict, rows)


def table_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file of JSON lines. Raises UsageError with the place of a fault."""
    try:
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                row = json.loads(line.rstrip("\n")) if line.strip() else {}
                if not isinstance(row, dict):
                    raise UsageError("no JSON object", path=str(path), line=number, column=1, help="write one JSON object a line")
                yield row
    except json.JSONDecodeError as fault:
        raise UsageError(f"no JSON: {fault.msg}", path=str(path), line=number, column=fault.colno, help=ADVICE) from fault
    except (OSError, UnicodeDecodeError) as fault:
        raise UsageError(f"cannot be read: {fault}", path=str(path), help=ADVICE) from fault


def _forms(text: str, language: Language) -> Iterator[Form]:
    """Of the whole text and of each function in it."""
    functions = extract(SourceUnit(text, language, "suite"))
    for name, part in dict.fromkeys([("", text), *((function.name, function.text) for function in functions)]):
        form = form_of(part, language, name)
        if form is not None:
            yield form
