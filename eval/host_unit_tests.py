"""`python -m eval.host_unit_tests FILE`: the unit tests of C++ functions, run through host functions written for reference kernels.

FILE holds JSON lines with `id`, `cpp`, `cuda` and `tests` (`cpp_inputs`, `expected_outputs`, `cpu_match`). Each host function has
the C++ function's name and is called by its tests. The programs run without a sandbox: only for files that you trust.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from eval.cuda_unit_tests import Outcome, UnitTest, outcomes
from translate.host import PRELUDE, HostPart, host_part

Row = dict[str, Any]
PASSED = ("agrees", "close")
# The tests of a batch stand in namespaces, where no header may be included; theirs are included above.
CHECK = "\n".join(line for line in PRELUDE.splitlines() if not line.startswith("#include")) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a line for each test that does not agree, and the count of each outcome."""
    parser = argparse.ArgumentParser(prog="python -m eval.host_unit_tests", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--mode", default="plain", help="plain, address, thread or strict")
    parser.add_argument("--only", action="append", default=[], help="an id")
    options = parser.parse_args(arguments)
    rows = [row for row in _rows(options.file) if not options.only or row["id"] in options.only]
    parts = {row["id"]: host_part(row["cpp"], row["cuda"]) for row in rows}
    tests = [_test(row, parts[row["id"]]) for row in rows]
    missing = [Outcome(test, "missing", "; ".join(parts[test.name].help)) for test in tests if parts[test.name].host is None]
    ran = list(outcomes([test for test in tests if parts[test.name].host is not None], options.mode))
    found = [*missing, *_explained(ran, {row["id"]: row["cpp"] for row in rows}, options.mode)]
    for outcome in found:
        if outcome.word not in PASSED:
            print(f"{outcome.test.name}: {outcome.word}: {outcome.evidence}", flush=True)
    counts = Counter(outcome.word for outcome in found)
    measured = sum(bool(part.measured) for part in parts.values())
    print(f"{sum(counts[word] for word in PASSED)} of {len(found)} tests pass in {options.mode} mode: {dict(counts)}")
    print(f"{measured} host functions look for an extent in the data")
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


def _explained(found: Sequence[Outcome], originals: dict[str, str], mode: str) -> list[Outcome]:
    """The outcomes; a test that the C++ function itself does not pass here is `unsound`, and speaks against nobody."""
    failed = [outcome for outcome in found if outcome.word not in PASSED]
    alone = outcomes([replace(outcome.test, kernel="", host=originals[outcome.test.name]) for outcome in failed], mode)
    unsound = {outcome.test.name: outcome for outcome in alone if outcome.word not in PASSED}
    return [_unsound(outcome, unsound.get(outcome.test.name)) if outcome in failed else outcome for outcome in found]


def _unsound(outcome: Outcome, alone: Outcome | None) -> Outcome:
    if alone is None:
        return outcome
    return replace(outcome, word="unsound", evidence=f"the C++ function by itself {alone.word}: {alone.evidence}")


if __name__ == "__main__":
    raise SystemExit(main())
