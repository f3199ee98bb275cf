"""`python -m eval.equivalence_dev FILE`: each C++ function of a file of pairs against its own reference kernel, by running both.

FILE holds JSON lines with `id`, `cpp`, `cuda` and, where there are unit tests, `tests`. Pairs whose unit tests pass on the
CPU are counted apart; `eval.cuda_unit_tests` runs those without a sandbox.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from eval.cuda_unit_tests import outcomes, unit_tests
from translate.languages import language
from translate.verify.equivalence import Equivalence, Pair, Word, compare_many
from translate.verify.sandbox import open_sandbox


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the verdict on every pair that is not EQUIVALENT, and the counts."""
    parser = argparse.ArgumentParser(prog="python -m eval.equivalence_dev", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--back", action="store_true", help="the kernel is the original, the C++ function the candidate")
    parser.add_argument("--engine", default="auto", help="which sandbox")
    options = parser.parse_args(arguments)
    rows = [json.loads(line) for line in options.file.read_text(encoding="utf-8").splitlines()]
    pairs = [_pair(row, back=options.back) for row in rows]
    passing = {outcome.test.name for outcome in outcomes(unit_tests(options.file), "plain") if outcome.word in ("agrees", "close")}
    began = time.monotonic()
    verdicts = compare_many(pairs, seed=options.seed, sandbox=open_sandbox(options.engine))
    seconds = time.monotonic() - began
    for row, verdict in zip(rows, verdicts, strict=True):
        if not verdict.agrees:
            print(f"{row['id']}{' (unit tests pass)' if row['id'] in passing else ''}: {verdict.word.value}: {verdict.reason}")
    _summary("all pairs", verdicts)
    _summary("unit tests pass", [verdict for row, verdict in zip(rows, verdicts, strict=True) if row["id"] in passing])
    print(f"{len(pairs) / seconds:.1f} verdicts a second, {seconds:.1f} s")
    return 0


def _pair(row: dict[str, str], *, back: bool) -> Pair:
    cpp, cuda = language("cpp"), language("cuda")
    return Pair(row["cuda"], cuda, row["cpp"], cpp) if back else Pair(row["cpp"], cpp, row["cuda"], cuda)


def _summary(title: str, verdicts: Sequence[Equivalence]) -> None:
    counts = Counter(verdict.word for verdict in verdicts)
    good = counts[Word.EQUIVALENT]
    listed = ", ".join(f"{word.value} {counts[word]}" for word in Word if counts[word])
    print(f"{title}: {good} of {len(verdicts)} equivalent ({100 * good / max(len(verdicts), 1):.1f} %): {listed}")


if __name__ == "__main__":
    raise SystemExit(main())
