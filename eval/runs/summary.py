"""The table that a run prints: what was run and compiled first, each model between the yardsticks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from eval.runs.models import short

SHOWN = ("equivalence", "unit_tests", "execution", "compile", "bleu", "chrf", "codebleu", "exact_match")


def table(results: Mapping[str, Any]) -> str:
    """Text with a block for each direction, a line for each model and level."""
    rows = {(row["source"], row["target"], row["model"], row["level"], row["metric"]): row for row in results["scores"]}
    metrics = [name for name in SHOWN if name in results["plan"]["metrics"]]
    lines = []
    for source, target in results["plan"]["directions"]:
        count = len(results["tasks"][f"{source}-{target}"])
        lines.append(f"{source} -> {target}, {count} tasks")
        lines.append(f"  {'':<28}" + "".join(f"{name:>13}" for name in metrics))
        for model in results["plan"]["models"]:
            if [model, source, target] in [list(one) for one in results["plan"]["unsupported"]]:
                lines.append(f"  {short(model):<28}not made for this direction")
                continue
            for level in ("greedy", "verified"):
                cells = [_cell(rows[source, target, model, level, name]) for name in metrics]
                lines.append(f"  {f'{short(model, 17)} ({level})':<28}" + "".join(f"{cell:>13}" for cell in cells))
    signatures = dict.fromkeys(f"{row['metric']} {row['signature']}" for row in results["scores"] if row["signature"])
    return "\n".join([*lines, *signatures])


def _cell(row: Mapping[str, Any]) -> str:
    if row["value"] is None:
        return "-"
    half = "" if row["low"] is None else f" ±{(row['high'] - row['low']) / 2:.0f}"
    return f"{row['value']:.1f}{half}"
