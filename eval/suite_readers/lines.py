"""Files of JSON lines with texts, unit tests and expected output; or parallel files of tokens, one text a line."""

from __future__ import annotations

from pathlib import Path

from eval.items import Item
from eval.suite_readers.rows import Row, chosen, items, json_lines
from eval.suite_readers.suite import Description, Read
from eval.suite_readers.untokenised import untokenised
from translate.errors import UsageError
from translate.source.reading import decoded


def read(described: Description, file: Path | None) -> Read:
    """The items of `file`: JSON lines, a folder of NAME.cpp.tok and NAME.cuda.tok, or one file of such a pair. Raises UsageError."""
    if file is None:
        raise UsageError("the suite's data is not part of this project", path=described.path, help="give its file: --file PATH")
    columns = described.columns
    if file.is_dir() or file.suffix == ".tok":
        made, columns = _parallel(file, tuple(columns))
    else:
        facts = described.facts
        made = items(json_lines(file), str(file), columns, tests=facts.get("tests"), expected=facts.get("expected"))
    if described.facts.get("tokens") == "transcoder":
        made = [untokenised(item) for item in made]
    ids = described.facts.get("ids")
    return (chosen(made, Path(described.path).parent / ids) if ids else made), columns


def _parallel(place: Path, languages: tuple[str, ...]) -> Read:
    first = f".{languages[0]}.tok"
    stems = sorted(place.glob(f"*{first}")) if place.is_dir() else [place]
    made: list[Item] = []
    for path in stems:
        stem = path.name.removesuffix(".tok").rpartition(".")[0]
        made += _pairs(path.parent, stem, languages)
    if not made:
        raise UsageError(f"no file ends in {first}", path=str(place), help=f"put NAME{first} and its counterparts there")
    return made, {spoken: f"*.{spoken}.tok" for spoken in languages}


def _pairs(folder: Path, stem: str, languages: tuple[str, ...]) -> list[Item]:
    paths = {spoken: folder / f"{stem}.{spoken}.tok" for spoken in languages}
    for path in paths.values():
        if not path.is_file():
            raise UsageError("the counterpart is missing", path=str(path), help="put both files of a pair in one folder")
    sides = {spoken: decoded(path.read_bytes(), str(path)).splitlines() for spoken, path in paths.items()}
    shortest = min(map(len, sides.values()))
    for spoken, side in sides.items():
        if len(side) > shortest:
            counts = ", ".join(f"{len(lines)} in {paths[name].name}" for name, lines in sides.items())
            message = f"this line has no counterpart: {counts}"
            raise UsageError(message, path=str(paths[spoken]), line=shortest + 1, column=1, help="line n of both files is one pair")
    rows = [
        Row({"id": f"{stem}-{number:04}", **{spoken: side[number] for spoken, side in sides.items()}}, number + 1)
        for number in range(shortest)
    ]
    return items(rows, str(folder / stem), {spoken: spoken for spoken in languages})
