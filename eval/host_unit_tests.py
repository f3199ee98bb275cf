"""`python -m eval.host_unit_tests FILE`: the unit tests of C++ functions, run through host functions written for reference kernels.

FILE holds JSON lines with `id`, `cpp`, `cuda` and `tests` (`cpp_inputs`, `expected_outputs`, `cpu_match`). Each host function has
the C++ function's name and is called by its tests. The programs run without a sandbox: only for files that you trust.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from eval.cuda_unit_tests import Outcome, UnitTest, outcomes
from translate.host import PRELUDE, HostPart, host_part

Row = dict[str, Any]
# The tests of a batch stand in namespaces, which no header survives; theirs are included above.
CHECK = "\n".join(line for line in PRELUDE.splitlines() if not line.startswith("#include")) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a line for each test that does not agree, and the count of each outcome."""
    parser = argparse.ArgumentParser(prog="python -m eval.host_unit_tests", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--mode", default="plain", help="plain, address, thread or strict")
    parser.add_argument("--only", action="append", default=[], help="an id")
    parser.add_argument("--show", action="store_true", help="print the host functions")
    options = parser.parse_args(arguments)
    rows = [row for row in _rows(options.file) if not options.only or row["id"] in options.only]
    parts = [(row, host_part(row["cpp"], row["cuda"])) for row in rows]
    if options.show:
        print("\n".join(part.kernel + "\n" + (part.host or "") for _, part in parts))
    found = [*_missing(parts), *outcomes([_test(row, part) for row, part in parts if part.host is not None], options.mode)]
    counts: dict[str, int] = {}
    for outcome in found:
        counts[outcome.word] = counts.get(outcome.word, 0) + 1
        if outcome.word not in ("agrees", "close"):
            print(f"{outcome.test.name}: {outcome.word}: {outcome.evidence}", flush=True)
    passed = counts.get("agrees", 0) + counts.get("close", 0)
    print(f"{passed} of {len(found)} tests pass in {options.mode} mode: {counts}")
    return 0


def _rows(path: Path) -> list[Row]:
    """The rows that have sound tests."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [row for row in rows if _sound(row)]


def _sound(row: Row) -> list[tuple[str, str]]:
    tests = row.get("tests") or {}
    cases = zip(*(tests.get(key, []) for key in ("cpp_inputs", "expected_outputs", "cpu_match")), strict=True)
    return [(given, expected) for given, expected, matches in cases if matches and expected]


def _test(row: Row, part: HostPart) -> UnitTest:
    inputs, expected = zip(*_sound(row), strict=True)
    return UnitTest(row["id"], CHECK + part.kernel, part.host or "", inputs, expected)


def _missing(parts: Sequence[tuple[Row, HostPart]]) -> list[Outcome]:
    return [Outcome(_test(row, part), "missing", "; ".join(part.help)) for row, part in parts if part.host is None]


if __name__ == "__main__":
    raise SystemExit(main())
