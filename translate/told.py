"""What the command says of a translation: lines on standard error, a JSON report, a diff."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from difflib import unified_diff

from translate.pipeline import STAYS
from translate.units import Diagnostic, Level, SourceUnit, Translation

JSON_SCHEMA = 2


def told(unit: SourceUnit, item: Translation, check: Level) -> int:
    """Print the line of one function; 1 if it fell short of the check."""
    span = item.source.span
    place = f"{unit.path}:{span.line}:{span.column}"
    stays = item.verdict.evidence == STAYS
    for note in item.notes:
        remark, _, advice = note.partition("\n")
        print(f"{place}: warning: {item.source.name}: {remark}\nhelp: {advice}", file=sys.stderr)
    if item.verdict.level >= check or stays:
        print(f"{place}: note: {item.source.name}: {item.verdict.evidence}", file=sys.stderr)
        return 0
    kind = "error" if item.text is None else "warning"
    held = item.source.language.family == item.target.family
    left = "" if item.text is not None else "; it stays as it was" if held else "; it stays as a comment"
    print(f"{place}: {kind}: {item.source.name}: {item.verdict.evidence}{left}", file=sys.stderr)
    why = "; ".join(diagnostic.message for diagnostic in item.verdict.diagnostics[:2])
    print(f"help: {why or _advice(item)}", file=sys.stderr)
    return 1


def told_of_file(unit: SourceUnit, faults: Sequence[Diagnostic]) -> int:
    """Print what keeps a translated file from compiling; 1 if anything does."""
    for fault in faults[:1]:
        print(f"{unit.path}: warning: the translated file does not compile as a whole", file=sys.stderr)
        print(f"help: line {fault.line} of it: {fault.message}" if fault.line else f"help: {fault.message}", file=sys.stderr)
    return 1 if faults else 0


def _advice(item: Translation) -> str:
    if item.verdict.proof is not None and not item.verdict.proof.refuted:
        return "compare it by hand; docs/verification.md says what can be run"
    return "try more --candidates, or another --model"


def report(unit: SourceUnit, done: Sequence[Translation], faults: Sequence[Diagnostic] = ()) -> dict[str, object]:
    """The same of a file as values for JSON."""
    return {
        "path": unit.path,
        "functions": [
            {
                "name": item.source.name,
                "line": item.source.span.line,
                "column": item.source.span.column,
                "level": item.verdict.level.name.lower(),
                "evidence": item.verdict.evidence,
                "diagnostics": [diagnostic.message for diagnostic in item.verdict.diagnostics],
                "proof": asdict(item.verdict.proof) if item.verdict.proof else None,
                "notes": list(item.notes),
                "text": item.text,
            }
            for item in done
        ],
        "faults_of_file": [asdict(fault) for fault in faults],
    }


def as_json(reports: Sequence[dict[str, object]]) -> str:
    """The reports of all files."""
    return json.dumps({"schema": JSON_SCHEMA, "files": reports}, indent=2) + "\n"


def difference(unit: SourceUnit, text: str, target: str) -> str:
    """A unified diff from the source to its translation."""
    before, after = unit.text.splitlines(keepends=True), text.splitlines(keepends=True)
    return "".join(unified_diff(before, after, unit.path, f"{unit.path} ({target})"))
