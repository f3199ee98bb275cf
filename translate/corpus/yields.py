"""What became of everything: tables of functions by package, of pairs by origin and verdict, of what rules declined, and of defects."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from translate.corpus.verify import EQUIVALENT, FAULT, NOT_RUN, UNTESTABLE

MOST_REASONS = 12
"""Rows of a rule; the rest is one row."""
MOST_FAULTS = 20
MANY_KINDS = 6
Table = list[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Yields:
    """Counts of every step."""

    extracted: Mapping[str, Counter[str]]
    """Package -> counts of its extraction."""
    distinct: Counter[str]
    made: Counter[str]
    pairs: Counter[str]
    judged: Counter[tuple[str, str]]
    """(origin, verdict) -> pairs."""
    directions: Counter[str]
    """`cpp -> cuda` -> verified pairs that can be read that way."""
    forms: Counter[str]
    """Where from -> distinct normal forms among the originals of verified pairs."""
    missing: Sequence[str] = field(default=())
    """Sources that were not there."""


def report_of(found: Yields) -> str:
    """All tables as Markdown."""
    sections: list[tuple[str, Table]] = [
        ("Functions", functions_table(found)),
        ("Pairs", pairs_table(found)),
        ("Verified pairs by direction", [("direction", "pairs"), *((name, _n(count)) for name, count in sorted(found.directions.items()))]),
        ("Distinct normal forms in verified pairs", [("of", "forms"), *((name, _n(count)) for name, count in sorted(found.forms.items()))]),
        ("Declined, by rule and reason", declined_table(found.made)),
        ("Faults of rules and of the verifier", faults_table(found)),
        ("Not there, or there in part", _problems(found)),
    ]
    return "\n".join(f"### {title}\n\n{markdown(table)}\n" for title, table in sections if len(table) > 1)


def functions_table(found: Yields) -> Table:
    """By package and language: found, with faults, copies, near copies, near a suite, kept."""
    rows: Table = [("package", "language", "found", "syntax faults", "too long", "copies", "near copies", "near a suite", "kept")]
    for package, counts in found.extracted.items():
        for name in ("cpp", "cuda", "fortran"):
            if not counts[f"{name} found"]:
                continue
            own = [counts[f"{name} {what}"] for what in ("found", "with syntax faults", "too long")]
            sifted = [found.distinct[f"{package}: {name}: {what}"] for what in ("copies", "near copies", "near a suite", "kept")]
            rows.append((package, name, *map(_n, (*own, *sifted))))
    return _with_total(rows, 2)


def pairs_table(found: Yields) -> Table:
    """By origin: made, distinct, and what the verifier said; the share is that of what could be run."""
    verdicts = (EQUIVALENT, "different", "crashed, timed out", "not compiled", UNTESTABLE, "faults", NOT_RUN)
    rows: Table = [("origin", "made", "distinct", *verdicts, "share")]
    origins = sorted({name.rpartition(": ")[0] for name in found.made if name.endswith(": made")})
    totals: Counter[str] = Counter()
    for origin in origins:
        words = Counter({word: count for (of, word), count in found.judged.items() if of == origin})
        own = Counter({"made": found.made[f"{origin}: made"], "distinct": found.pairs[f"{origin}: kept"], **words})
        totals.update(own)
        rows.append((origin, *_verdicts(own)))
    rows.append(("**all**", *_verdicts(totals)))
    return rows


def _verdicts(own: Counter[str]) -> list[str]:
    failed = own["crashed"] + own["timed out"]
    run = own[EQUIVALENT] + own["different"] + failed + own["not compiled"]
    verdicts = (own[EQUIVALENT], own["different"], failed, own["not compiled"], own[UNTESTABLE], own[FAULT], own[NOT_RUN])
    return [*map(_n, (own["made"], own["distinct"], *verdicts)), f"{100 * own[EQUIVALENT] / run:.1f} %" if run else "-"]


def declined_table(made: Counter[str]) -> Table:
    """By rule, the most frequent reasons first."""
    by_rule: dict[str, Counter[str]] = {}
    for name, count in made.items():
        if name.startswith("declined: "):
            _, rule, reason = name.split(": ", 2)
            by_rule.setdefault(rule, Counter())[reason] += count
    rows: Table = [("rule", "reason", "times")]
    for rule, reasons in sorted(by_rule.items()):
        common = sorted(grouped(reasons).items(), key=lambda one: (-one[1], one[0]))
        rows += [(rule, word, _n(count)) for word, count in common[:MOST_REASONS]]
        if rest := sum(count for _, count in common[MOST_REASONS:]):
            rows.append((rule, f"{len(common) - MOST_REASONS} others", _n(rest)))
    return rows


def faults_table(found: Yields) -> Table:
    """Defects, each with the record that it was seen at."""
    rows: Table = [("rule", "defect", "at")]
    faults = [name.split(": ", 3)[1:] for name in sorted(found.made) if name.startswith("fault: ")]
    rows += [(rule, kind, where) for rule, kind, where in faults[:MOST_FAULTS]]
    if len(faults) > MOST_FAULTS:
        rows.append(("", f"{len(faults) - MOST_FAULTS} others", "see the .counts files"))
    by_verifier = sum(count for (_, word), count in found.judged.items() if word == FAULT)
    return [*rows, ("verifier", f"{by_verifier} pairs", "see verdicts.db")] if by_verifier else rows


def grouped(reasons: Counter[str]) -> Counter[str]:
    """Reasons that begin with one word and go on in many ways, such as with a name, under that word."""
    kinds = Counter(_first(reason) for reason in reasons)
    found: Counter[str] = Counter()
    for reason, count in reasons.items():
        first = _first(reason)
        found[f"{first} ... ({kinds[first]} kinds)" if kinds[first] > MANY_KINDS else reason] += count
    return found


def _first(reason: str) -> str:
    return reason.partition(" ")[0]


def markdown(table: Table) -> str:
    """Lines with bars; numbers to the right."""
    head, *rows = table
    rule = ["---" if at == 0 or not any(row[at][:1].isdecimal() for row in rows) else "--:" for at in range(len(head))]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, rule, *rows))


def _problems(found: Yields) -> Table:
    broken = [name.removeprefix("broken: ") for counts in found.extracted.values() for name in counts if name.startswith("broken: ")]
    return [("source",), *((name,) for name in sorted({*found.missing, *broken}))]


def _with_total(rows: Table, names: int) -> Table:
    sums = [sum(int(row[at].replace(",", "")) for row in rows[1:]) for at in range(names, len(rows[0]))]
    return [*rows, ("**all**", *[""] * (names - 1), *map(_n, sums))] if len(rows) > 2 else rows


def _n(count: int) -> str:
    return f"{count:,}"

