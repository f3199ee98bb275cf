"""`python -m eval.mutants FILE --count 300`: how many faults the comparison finds, and whether it sees faults where there are none.

FILE holds JSON lines with `id`, `cpp` and `cuda`; only kernels that are found equivalent to their C++ function are changed. Mutants that
survive are printed, for a reader to say whether they change anything.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

from eval.mutations import Mutant, mutants
from eval.rewrites import rewrites
from translate.languages import language
from translate.verify.equivalence import Equivalence, Pair, Word, compare_many
from translate.verify.sandbox import Sandbox, open_sandbox

Changed = tuple[dict[str, str], Mutant]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the survivors, the false alarms, and the counts by kind."""
    parser = argparse.ArgumentParser(prog="python -m eval.mutants", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--engine", default="auto", help="which sandbox")
    options = parser.parse_args(arguments)
    rows = [json.loads(line) for line in options.file.read_text(encoding="utf-8").splitlines()]
    sandbox = open_sandbox(options.engine)
    unchanged = _compared([(row, Mutant("", "", row["cuda"])) for row in rows], sandbox, options.seed)
    sound = [row for row, verdict in zip(rows, unchanged, strict=True) if verdict.agrees]
    print(f"{len(sound)} of {len(rows)} kernels are equivalent to their C++ function")
    pick = random.Random(options.seed)
    faulty = _chosen([(row, one) for row in sound for one in mutants(row["cuda"])], options.count, pick)
    harmless = _chosen([(row, one) for row in sound for one in rewrites(row["cuda"])], options.count, pick)
    began = time.monotonic()
    _report("mutants", faulty, _compared(faulty, sandbox, options.seed), survives=lambda verdict: verdict.agrees)
    _report("harmless rewrites", harmless, _compared(harmless, sandbox, options.seed), survives=lambda verdict: not verdict.agrees)
    print(f"{(len(faulty) + len(harmless)) / (time.monotonic() - began):.1f} verdicts a second")
    return 0


def _compared(changed: Sequence[Changed], sandbox: Sandbox, seed: int) -> list[Equivalence]:
    cpp, cuda = language("cpp"), language("cuda")
    return compare_many([Pair(row["cpp"], cpp, one.text, cuda) for row, one in changed], seed=seed, sandbox=sandbox)


def _chosen(found: Sequence[Changed], count: int, pick: random.Random) -> list[Changed]:
    """`count` of them, all kinds in turn, so that a rare kind is not lost among the many of another."""
    by_kind: dict[str, list[Changed]] = defaultdict(list)
    for changed in found:
        by_kind[changed[1].kind].append(changed)
    for kind in by_kind.values():
        pick.shuffle(kind)
    chosen: list[Changed] = []
    while len(chosen) < count and any(by_kind.values()):
        for kind in by_kind.values():
            if kind and len(chosen) < count:
                chosen.append(kind.pop())
    return chosen


def _report(title: str, changed: Sequence[Changed], verdicts: Sequence[Equivalence], survives: Callable[[Equivalence], bool]) -> None:
    counts: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    unfit = 0
    for (row, one), verdict in zip(changed, verdicts, strict=True):
        if verdict.word is Word.NOT_COMPILED:
            unfit += 1
            continue
        counts[one.kind] += 1
        if survives(verdict):
            wrong[one.kind] += 1
            print(f"  {row['id']}: {one.kind}: {one.change}: {verdict.word.value}: {verdict.reason}")
    total, failed = sum(counts.values()), sum(wrong.values())
    print(f"{title}: {total} compiled ({unfit} did not), {total - failed} judged as they should be, {failed} not")
    for kind, count in sorted(counts.items()):
        print(f"  {kind:<24} {count - wrong[kind]:4} of {count}")


if __name__ == "__main__":
    raise SystemExit(main())
