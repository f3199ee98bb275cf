"""Every answer: source, candidate and reference side by side, with what was said of it."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from eval.report.differences import laid_out, side_by_side
from eval.report.plots import css_class, title
from eval.report.view import Sample
from eval.runs.models import short


def block(sample: Sample) -> str:
    """One answer, folded up; its attributes are what the filter looks at."""
    task = sample.task
    facts = {"direction": f"{task.source}-{task.target}", "model": sample.model, "verdict": sample.verdict, "first": sample.first}
    data = "".join(f' data-{name}="{escape(value)}"' for name, value in facts.items())
    return f'<details class="sample"{data}><summary>{_summary(sample)}</summary>{_body(sample)}</details>'


def _summary(sample: Sample) -> str:
    task = sample.task
    steps = f"{_chip(sample.first)} → {_chip(sample.verdict)}" if sample.record["verified"] else _chip(sample.verdict)
    return (
        f'<span class="id">{escape(task.item.id)}</span><span class="way">{title(task.source, task.target)}</span>'
        f'<span class="by">{escape(short(sample.model))}</span>{steps}<span class="why">{escape(_reason(sample))}</span>'
    )


def _chip(word: str) -> str:
    return f'<span class="chip {css_class(word)}">{word}</span>'


def _reason(sample: Sample) -> str:
    judgements = sample.record["judgements"]
    if not judgements:
        return str(sample.record["prediction"]["fault"] or "")
    one = judgements[sample.record["verified"] or 0]
    return str(one["counterexample"] or (one["messages"] or [one["reason"]])[0])


def _body(sample: Sample) -> str:
    task, at = sample.task, sample.shown
    texts = sample.record["prediction"]["texts"]
    source = laid_out(task.item.texts[task.source], task.source)
    reference = laid_out(task.item.texts[task.target], task.target)
    candidate = laid_out(texts[at], task.target) if at is not None else ""
    which = "no candidate" if at is None else f"candidate {at + 1} of {len(texts)}"
    return (
        f'<div class="body">{_said(sample)}<div class="sides">'
        f'<figure><figcaption>source</figcaption><div class="code"><table>{_lines(source)}</table></div></figure>'
        f'<figure class="two"><figcaption><span>{which}</span><span>reference</span></figcaption>'
        f'<div class="code"><table class="diff"><colgroup><col class="nr"><col><col class="nr"><col></colgroup>'
        f"{side_by_side(candidate, reference)}</table></div></figure></div>{_others(sample)}</div>"
    )


def _lines(text: str) -> str:
    return "".join(f'<tr><td class="n">{number}</td><td>{escape(line)}</td></tr>' for number, line in enumerate(text.splitlines(), 1))


def _said(sample: Sample) -> str:
    """Each candidate's verdict with what the compiler said and the counterexample; then what the metrics saw."""
    rows = [_judgement(rank, one, sample) for rank, one in enumerate(sample.record["judgements"])]
    untried = len(sample.record["prediction"]["texts"]) - len(rows)
    if untried > 0 and rows:
        rows.append(f'<li class="faint">{untried} more not tried</li>')
    if sample.record["prediction"]["fault"]:
        rows.append(f"<li>{escape(sample.record['prediction']['fault'])}</li>")
    seen = "".join(f"<li><b>{escape(name)}</b> {escape(text)}</li>" for name, text in sorted(sample.evidence.items()))
    more = f'<ul class="seen">{seen}</ul>' if seen else ""
    tags = ", ".join(sample.tags)
    return f'<ol class="tries">{"".join(rows)}</ol>{more}<p class="faint">{sample.length} tokens; {escape(tags)}</p>'


def _judgement(rank: int, one: Mapping[str, Any], sample: Sample) -> str:
    said = "".join(f"<pre>{escape(message)}</pre>" for message in one["messages"])
    example = f'<p class="example">counterexample: {escape(one["counterexample"])}</p>' if one["counterexample"] else ""
    chosen = " <b>answered</b>" if rank == sample.record["verified"] else ""
    return f"<li>{_chip(one['word'])} {escape(one['reason'])}{chosen}{said}{example}</li>"


def _others(sample: Sample) -> str:
    """The candidates that are not shown above."""
    texts = sample.record["prediction"]["texts"]
    pieces = [
        f"<h4>candidate {rank + 1}</h4><pre>{escape(laid_out(text, sample.task.target))}</pre>"
        for rank, text in enumerate(texts)
        if rank != sample.shown and text.strip()
    ]
    return f'<details class="others"><summary>{len(pieces)} other candidates</summary>{"".join(pieces)}</details>' if pieces else ""
