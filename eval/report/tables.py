"""The summary: what was run and compiled first, each model between the yardsticks, and what others have published."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from eval.metrics import METRICS
from eval.report.plots import title
from eval.report.view import View
from eval.runs.judging import LEVELS
from eval.runs.models import short
from eval.runs.plan import BASELINES

TITLES = {
    "equivalence": "equivalent",
    "unit_tests": "unit tests",
    "execution": "output",
    "compile": "compiles",
    "debugging_success": "debugged",
    "bleu": "BLEU",
    "chrf": "chrF",
    "ter": "TER ↓",
    "rouge_l": "ROUGE-L",
    "exact_match": "exact",
    "codebleu": "CodeBLEU",
    "codebleu_published": "CodeBLEU¹",
}
RUN = ("equivalence", "unit_tests", "execution", "compile")


def summary(view: View, source: str, target: str) -> str:
    """The table of one direction."""
    rows = {
        (row["model"], row["level"], row["metric"]): row
        for row in view.results["scores"]
        if (row["source"], row["target"]) == (source, target) and row["metric"] in TITLES
    }
    published = [one for one in figures()["figure"] if one["direction"] == f"{source}-{target}"]
    metrics = [name for name in METRICS if any(row["value"] is not None for key, row in rows.items() if key[2] == name)]
    metrics = [name for name in TITLES if name in metrics or any(name in one for one in published)]
    models = view.models(source, target)
    ordered = [name for name in models if name not in BASELINES] + [name for name in models if name in BASELINES]
    body = [_row(rows, model, level, metrics) for model in ordered for level in LEVELS]
    head = "".join(f"<th{_divider(name)}>{TITLES[name]}</th>" for name in metrics)
    count = len(view.results["tasks"][f"{source}-{target}"])
    return (
        f'<div class="wide"><table class="scores"><caption>{title(source, target)}, {count} tasks</caption>'
        f"<thead><tr><th>model</th><th>answer</th>{head}</tr></thead>"
        f"<tbody>{''.join(body)}</tbody>{_published(published, metrics)}</table></div>"
    )


def figures() -> dict[str, Any]:
    """What others have published, as `published.toml` has it."""
    return tomllib.loads((Path(__file__).parent / "published.toml").read_text(encoding="utf-8"))


def _row(rows: Mapping[tuple[str, str, str], Mapping[str, Any]], model: str, level: str, metrics: Sequence[str]) -> str:
    cells = "".join(f"<td{_divider(name)}>{_cell(rows.get((model, level, name)))}</td>" for name in metrics)
    kind = "baseline" if model in BASELINES else "model"
    note = ' <span class="tag">baseline</span>' if model in BASELINES else ""
    name = f'<th scope="row" rowspan="2" title="{escape(model)}">{escape(short(model, 40))}{note}</th>' if level == LEVELS[0] else ""
    answer = "first candidate" if level == "greedy" else "verified"
    return f'<tr class="{kind} {level}">{name}<td class="level">{answer}</td>{cells}</tr>'


def _cell(row: Mapping[str, Any] | None) -> str:
    if row is None or row["value"] is None:
        return '<span class="none">–</span>'
    interval = "" if row["low"] is None else f"<small>{row['low']:.1f}–{row['high']:.1f}</small>"
    hint = f"{row['counted']} counted" + (f", {row['left_out']} left out" if row["left_out"] else "")
    mark = "<sup>*</sup>" if row["left_out"] else ""
    return f'<span title="{hint}">{row["value"]:.1f}{mark}</span>{interval}'


def _published(found: Sequence[Mapping[str, Any]], metrics: Sequence[str]) -> str:
    if not found:
        return ""
    sources = figures()["sources"]
    pieces, last = [], ""
    for one in found:
        if one["test"] != last:
            last = one["test"]
            said = f"Published on other data: {escape(last)} ({escape(sources[one['source']])})"
            pieces.append(f'<tr class="other"><th colspan="{len(metrics) + 2}">{said}</th></tr>')
        cells = "".join(f"<td{_divider(name)}>{f'{one[name]:g}' if name in one else ''}</td>" for name in metrics)
        note = f" <small>{escape(one['note'])}</small>" if "note" in one else ""
        pieces.append(f'<tr class="published"><th scope="row" colspan="2">{escape(one["system"])}{note}</th>{cells}</tr>')
    return f"<tbody>{''.join(pieces)}</tbody>"


def _divider(metric: str) -> str:
    return "" if metric in RUN else ' class="text"'
