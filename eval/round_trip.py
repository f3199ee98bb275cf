"""`python -m eval.round_trip LANGUAGE PATH...`: how many files and functions parse, and how many survive normal form and back."""

from __future__ import annotations

import argparse
import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from translate.errors import UsageError
from translate.languages import Language, language, language_of_path
from translate.source.extract import functions_in
from translate.source.naming import folded
from translate.source.normalise import Unreadable, leaves_of, normalise, readable, restore
from translate.source.reading import read_text
from translate.units import Function, SourceUnit

SHOWN = 20


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the rates, and the first functions that came back different; exit status 1 if there are any."""
    parser = argparse.ArgumentParser(prog="python -m eval.round_trip", description=__doc__)
    parser.add_argument("language", help="cpp, cuda or fortran")
    parser.add_argument("paths", type=Path, nargs="+", help="source files, or folders searched for them")
    parser.add_argument("--most", type=int, default=100_000, help="stop after this many distinct functions")
    options = parser.parse_args(arguments)
    counts = measured(language(options.language), options.paths, options.most)
    for name in ("files", "files with syntax faults", "files not read", "functions", "functions with syntax faults", "same", "different"):
        print(f"{name:<28} {counts[name]:>8,}")
    return 1 if counts["different"] else 0


def measured(spoken: Language, paths: Sequence[Path], most: int) -> Counter[str]:
    """Files and distinct functions by what became of them."""
    counts: Counter[str] = Counter()
    seen: set[bytes] = set()
    for path in _files(spoken, paths):
        try:
            functions, faulty = functions_in(SourceUnit(read_text(str(path)), spoken, str(path)))
        except UsageError:
            counts["files not read"] += 1
            continue
        counts.update({"files": 1, "files with syntax faults": int(faulty)})
        for function in functions:
            digest = hashlib.sha1(function.text.encode("utf-8")).digest()
            if digest not in seen and counts["functions"] < most:
                seen.add(digest)
                outcome = survives(function)
                counts.update({"functions": 1, outcome: 1})
                if outcome == "different" and counts[outcome] <= SHOWN:
                    print(f"{path}:{function.span.line}:{function.span.column}: error: {function.name} came back different")
        if counts["functions"] >= most:
            break
    return counts


def survives(function: Function) -> str:
    """Whether the function comes back the `same` or `different` from its normal form; or that it has syntax faults."""
    try:
        form = normalise(function)
    except Unreadable:
        return "functions with syntax faults"
    try:
        back = words(restore(form.tokens, form.names, function.language), function.language)
    except Unreadable:
        return "different"
    return "same" if back == words(function.text, function.language) else "different"


def words(text: str, spoken: Language) -> list[str]:
    """The tokens of `text`, as they are compared."""
    leaves = leaves_of(readable(text, spoken))
    spellings = (_unbroken(leaf.text) if leaf.kind == "whole" else folded(leaf.text, spoken) for leaf in leaves)
    # `sizeof(int)-1` and `sizeof(int) - 1` are one text; the parser sees a negative number in the first.
    return [part for word in spellings for part in ((word[0], word[1:]) if re.fullmatch(r"[-+]\.?\d.*", word) else (word,))]


def _unbroken(text: str) -> str:
    """A directive's text without blanks and broken lines: they are layout."""
    return text if text[0] in "\"'" else "".join(text.replace("\\\n", " ").split())


def _files(spoken: Language, paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file() and language_of_path(str(file)) == spoken:
                yield file


if __name__ == "__main__":
    raise SystemExit(main())
