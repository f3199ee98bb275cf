"""Plots as inline SVG: the verdict ladder, and the share that ends well by length and by construct."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from html import escape

from eval.report.view import Sample, View, share
from eval.runs.judging import LEVELS, RUNGS
from eval.runs.models import short
from translate.languages import language

WIDTH, LABEL, ROW = 900, 190, 24
BUCKETS = 5
FEWEST = 5
"""Tasks with a construct, below which its share says nothing."""
SHOWN = 14


def title(source: str, target: str) -> str:
    """A direction for a reader."""
    return f"{language(source).title} → {language(target).title}"


def css_class(word: str) -> str:
    """The class that colours a verdict."""
    return "v-" + word.replace(" ", "-")


def ladder(view: View, source: str, target: str) -> str:
    """A bar for each model and level, divided by verdict, best first."""
    rows = [row for row in view.results["ladder"] if (row["source"], row["target"]) == (source, target)]
    order = {(model, level): i for i, (model, level) in enumerate((m, lev) for m in view.models(source, target) for lev in LEVELS)}
    pieces = []
    for row in sorted(rows, key=lambda row: order[row["model"], row["level"]]):
        at = order[row["model"], row["level"]]
        top = at * ROW + (at // 2) * 8
        pieces.append(f'<text x="{LABEL - 10}" y="{top + 16}" class="label">{escape(_label(row["model"], row["level"]))}</text>')
        pieces.append(_bar(row["rungs"], top))
    height = len(order) * ROW + (len(order) // 2) * 8
    return _svg(height, f"Verdicts, {title(source, target)}", pieces)


def _label(model: str, level: str) -> str:
    return short(model) if level == "greedy" else "verified"


def _bar(rungs: dict[str, int], top: int) -> str:
    total = sum(rungs.values()) or 1
    scale = (WIDTH - LABEL) / total
    pieces, left = [], float(LABEL)
    for word in [word for word in reversed(RUNGS) if word in rungs]:
        wide = rungs[word] * scale
        hint = f"{word}: {rungs[word]} of {total} ({100 * rungs[word] / total:.1f} %)"
        pieces.append(f'<rect x="{left:.1f}" y="{top + 2}" width="{max(wide - 1, 0.5):.1f}" height="{ROW - 4}" class="{css_class(word)}">')
        pieces.append(f"<title>{escape(hint)}</title></rect>")
        if wide > 9 * len(str(rungs[word])) + 6:
            pieces.append(f'<text x="{left + wide / 2:.1f}" y="{top + 16}" class="count {css_class(word)}">{rungs[word]}</text>')
        left += wide
    return "".join(pieces)


def by_length(view: View, source: str, target: str) -> str:
    """A line for each model over five equal groups of tasks, from short sources to long ones."""
    models = view.models(source, target)
    tasks = sorted({(one.length, one.task.id) for model in models for one in view.of(source, target, model)})
    if len(tasks) < BUCKETS:
        return ""
    groups = [tasks[len(tasks) * i // BUCKETS : len(tasks) * (i + 1) // BUCKETS] for i in range(BUCKETS)]
    left, right, top, bottom = 50, WIDTH - 150, 12, 212
    xs = [left + (right - left) * (i + 0.5) / BUCKETS for i in range(BUCKETS)]
    pieces = [_grid(left, right, top, bottom)]
    for x, group in zip(xs, groups, strict=True):
        pieces.append(f'<text x="{x:.1f}" y="{bottom + 18}" class="tick">{group[0][0]}–{group[-1][0]} tokens</text>')
        pieces.append(f'<text x="{x:.1f}" y="{bottom + 34}" class="tick faint">{len(group)} tasks</text>')
    ends = []
    for number, model in enumerate(models):
        own = {one.task.id: one for one in view.of(source, target, model)}
        values = [share([own[name] for _, name in group], view.accepted) or 0.0 for group in groups]
        ys = [bottom - (bottom - top) * value / 100 for value in values]
        points = " ".join(f"{x:.1f},{y:.1f}" for x, y in zip(xs, ys, strict=True))
        pieces.append(f'<polyline points="{points}" class="line m{number % 6}"/>')
        pieces += [_dot(x, y, number, f"{model}: {value:.0f} %") for x, y, value in zip(xs, ys, values, strict=True)]
        ends.append((ys[-1], number, short(model)))
    pieces += _names(ends, right + 8)
    return _svg(bottom + 42, f"Share that ends {view.accepted} by length of the source, {title(source, target)}", pieces)


def _names(ends: Sequence[tuple[float, int, str]], x: float) -> list[str]:
    """Names at the ends of lines, moved apart where they would lie on each other."""
    pieces, last = [], -100.0
    for y, number, name in sorted(ends):
        last = max(y, last + 15)
        pieces.append(f'<text x="{x:.1f}" y="{last + 4:.1f}" class="name m{number % 6}">{escape(name)}</text>')
    return pieces


def by_construct(view: View, source: str, target: str) -> str:
    """A row for each construct, a dot in it for each model."""
    models = view.models(source, target)
    if not models:
        return ""
    counts = Counter(tag for one in view.of(source, target, models[0]) for tag in one.tags)
    tags = [tag for tag, count in counts.most_common(SHOWN) if count >= min(FEWEST, max(counts.values()))]
    left, right, top = LABEL + 10, WIDTH - 20, 22
    bottom = top + len(tags) * ROW
    pieces = [f'<text x="{left + (right - left) * at / 100:.1f}" y="12" class="tick">{at} %</text>' for at in (0, 25, 50, 75, 100)]
    lines = [left + (right - left) * at / 100 for at in (0, 25, 50, 75, 100)]
    pieces += [f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{top}" y2="{bottom}" class="grid"/>' for x in lines]
    for row, tag in enumerate(tags):
        y = top + row * ROW + ROW / 2
        pieces.append(f'<text x="{left - 14}" y="{y + 4:.1f}" class="label">{escape(tag)} ({counts[tag]})</text>')
        pieces.append(f'<line x1="{left}" x2="{right}" y1="{y}" y2="{y}" class="rail"/>')
        pieces += _dots(view, source, target, models, tag, y, left, right)
    return _svg(bottom + 6, f"Share that ends {view.accepted} by construct, {title(source, target)}", pieces)


def _dots(view: View, source: str, target: str, models: Sequence[str], tag: str, y: float, left: int, right: int) -> list[str]:
    pieces = []
    for number, model in enumerate(models):
        with_it: list[Sample] = [one for one in view.of(source, target, model) if tag in one.tags]
        value = share(with_it, view.accepted)
        if value is not None:
            # One below the other, so that equal shares stay visible.
            below = y + (number - (len(models) - 1) / 2) * min(6.0, 16.0 / len(models))
            pieces.append(_dot(left + (right - left) * value / 100, below, number, f"{model}: {value:.0f} % of {len(with_it)}"))
    return pieces


def _dot(x: float, y: float, number: int, hint: str) -> str:
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" class="dot m{number % 6}"><title>{escape(hint)}</title></circle>'


def _grid(left: int, right: int, top: int, bottom: int) -> str:
    pieces = []
    for value in (0, 25, 50, 75, 100):
        y = bottom - (bottom - top) * value / 100
        pieces.append(f'<line x1="{left}" x2="{right}" y1="{y}" y2="{y}" class="grid"/>')
        pieces.append(f'<text x="{left - 8}" y="{y + 4}" class="tick end">{value} %</text>')
    return "".join(pieces)


def _svg(height: float, name: str, pieces: Sequence[str]) -> str:
    head = f'<svg viewBox="0 0 {WIDTH} {height:.0f}" role="img" aria-label="{escape(name)}">'
    return f"{head}<title>{escape(name)}</title>{''.join(pieces)}</svg>"
