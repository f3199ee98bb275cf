"""`python -m eval.agreeing SUITE --file FILE --out IDS.txt`: the first items whose two texts do the same, for `eval run --ids IDS.txt`.

A pair whose reference does something else, or that cannot be run, says nothing about a translator.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from eval.items import Task
from eval.metrics.context import reference
from eval.metrics.equivalence import verdicts_on
from eval.suite_readers import read_suite
from translate.verify.sandbox import open_sandbox

TOGETHER = 24


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the ids, one a line, and print what became of the items read."""
    parser = argparse.ArgumentParser(prog="python -m eval.agreeing", description=__doc__)
    parser.add_argument("suite")
    parser.add_argument("--file", type=Path, help="the data of a suite that does not bring its own")
    parser.add_argument("--direction", default="fortran-cpp", help="which text is the original")
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--engine", default="auto", help="which sandbox")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args(arguments)
    source, _, target = options.direction.partition("-")
    tasks = [Task(item, source, target) for item in read_suite(options.suite, options.file).items if {source, target} <= set(item.texts)]
    sandbox = open_sandbox(options.engine)
    words: Counter[str] = Counter()
    agreeing: list[str] = []
    while tasks and len(agreeing) < options.count:
        batch, tasks = tasks[:TOGETHER], tasks[TOGETHER:]
        verdicts = verdicts_on(batch, [reference(task) for task in batch], sandbox, options.seed)
        words.update(verdict.word.value for verdict in verdicts)
        agreeing += [task.item.id for task, verdict in zip(batch, verdicts, strict=True) if verdict.agrees]
    options.out.write_text("".join(f"{name}\n" for name in agreeing[: options.count]), encoding="utf-8")
    print(f"{sum(words.values())} items: {', '.join(f'{count} {word}' for word, count in words.most_common())}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
