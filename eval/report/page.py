"""The page as a whole: summary, plots, samples, and where the numbers come from."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from eval.report.plots import by_construct, by_length, css_class, ladder, title
from eval.report.samples import block
from eval.report.tables import summary
from eval.report.view import View
from eval.runs.judging import RUNGS
from eval.runs.models import short

FOLDER = Path(__file__).parent
WORDS = {
    "equivalent": "does what the source does on every generated input",
    "untestable": "compiles; source or candidate cannot be run by our verifier",
    "compiled": "compiles; was not run",
    "parsed": "parses; was not compiled",
    "different": "compiles, and was seen to compute something else",
    "timed out": "compiles, and does not end",
    "crashed": "compiles, and was seen to crash",
    "not compiled": "the real compiler refuses it",
    "untranslated": "compiles perhaps, but dodges the task: no kernel, an empty one, a call back, the source itself",
    "not parsed": "has syntax faults",
    "no answer": "the model gave none that can be spelled",
}

NOTES = """<p class="faint">In percent, with 95 % intervals. <b>First candidate</b>: the model alone. <b>Verified</b>: the first
candidate that compiles and does what the source does, as <code>translate --check run</code> takes it; where every candidate was refuted
there is no answer, and that counts as a failure everywhere. An answer that dodges the task counts as not compiled. <sup>*</sup> Some tasks
are left out because source and reference cannot be tested; point at a figure for the count. Text metrics reward copying: read them beside
<b>copy</b>. ¹ As papers computed it: codebleu with <code>lang=cpp</code>, which gives 25 for
an empty answer.</p>"""


def page(view: View) -> str:
    """The HTML of a run; it loads nothing from anywhere."""
    name = f"{view.results['suite']['name']}: {', '.join(short(model) for model in view.results['plan']['models'])}"
    style = (FOLDER / "page.css").read_text(encoding="utf-8")
    script = (FOLDER / "filter.js").read_text(encoding="utf-8")
    sections = [_head(view), _summaries(view), _plots(view), _samples(view), _origin(view.results)]
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f'<meta name="color-scheme" content="light dark"><title>{escape(name)}</title><style>{style}</style></head>'
        f"<body><main>{''.join(sections)}</main><script>{script}</script></body></html>\n"
    )


def _head(view: View) -> str:
    plan, suite = view.results["plan"], view.results["suite"]
    count = f"{suite['items']} items" + (f", the first {plan['limit']} tasks of each direction" if plan["limit"] else "")
    ran = f"run in {plan['engine']}" if plan["engine"] else "not run"
    facts = [count, f"{plan['candidates']} candidates", f"seed {plan['seed']}", ran, view.results["recorded"]["finished"][:10]]
    return f"<header><h1>{escape(suite['name'])}</h1><p>{escape(suite['title'])}. {escape('; '.join(facts))}</p></header>"


def _summaries(view: View) -> str:
    tables = "".join(summary(view, source, target) for source, target in view.directions)
    return f'<section id="scores"><h2>Scores</h2>{tables}{NOTES}</section>'


def _plots(view: View) -> str:
    pieces = []
    for source, target in view.directions:
        if not view.models(source, target):
            continue
        lengths, built = by_length(view, source, target), by_construct(view, source, target)
        shares = f"<h4>Ends {view.accepted}, by length of the source</h4>{lengths}" if lengths else ""
        pieces.append(
            f"<h3>{title(source, target)}</h3><h4>How far answers get</h4>{ladder(view, source, target)}{_legend(view, source, target)}"
            f"{shares}<h4>Ends {view.accepted}, by construct</h4>{_models(view, source, target)}{built}"
        )
    return f'<section id="plots"><h2>Where it succeeds and fails</h2>{"".join(pieces)}</section>'


def _legend(view: View, source: str, target: str) -> str:
    rows = [row for row in view.results["ladder"] if (row["source"], row["target"]) == (source, target)]
    there = [word for word in reversed(RUNGS) if any(word in row["rungs"] for row in rows)]
    entries = "".join(f'<li><i class="{css_class(word)}"></i><b>{word}</b> {WORDS[word]}</li>' for word in there)
    return f'<ul class="legend">{entries}</ul>'


def _models(view: View, source: str, target: str) -> str:
    models = enumerate(view.models(source, target))
    entries = "".join(f'<li><i class="m{number % 6} disc"></i><b>{escape(short(model))}</b></li>' for number, model in models)
    return f'<ul class="legend line">{entries}</ul>'


def _samples(view: View) -> str:
    directions = [(f"{source}-{target}", title(source, target)) for source, target in view.directions]
    models = [(model, short(model)) for model in view.results["plan"]["models"]]
    verdicts = [word for word in reversed(RUNGS) if any(one.verdict == word for one in view.samples)]
    firsts = [word for word in reversed(RUNGS) if any(one.first == word for one in view.samples)]
    form = (
        f'<form id="filter">{_choice("direction", "direction", directions)}{_choice("model", "model", models)}'
        f"{_choice('verdict', 'ends', [(word, word) for word in verdicts])}"
        f"{_choice('first', 'first candidate', [(word, word) for word in firsts])}"
        '<label>text <input type="search" name="text" placeholder="in code, messages, names"></label>'
        '<button type="reset">all</button><output id="shown"></output></form>'
    )
    return f'<section id="samples"><h2>Answers</h2>{form}{"".join(map(block, view.samples))}</section>'


def _choice(name: str, label: str, options: Sequence[tuple[str, str]]) -> str:
    entries = "".join(f'<option value="{escape(value)}">{escape(text)}</option>' for value, text in options)
    return f'<label>{label} <select name="{name}"><option value="">any</option>{entries}</select></label>'


def _origin(results: Mapping[str, Any]) -> str:
    plan, recorded = results["plan"], results["recorded"]
    signatures = dict.fromkeys(f"{row['metric']}: {row['signature']}" for row in results["scores"] if row["signature"])
    facts = {
        "data": f"{plan['data']} (SHA-256)",
        "models": "\n".join(f"{model}: {digest} (SHA-256)" for model, digest in plan["digests"].items()) or "none with files",
        "found in training data": "\n".join(map(_leak, results["leaks"].items())) or "not looked for",
        "signatures": "\n".join(signatures),
        "versions": "\n".join(f"{name} {version}" for name, version in plan["versions"].items()),
        "command": " ".join(recorded["command"]),
        "revision": recorded["revision"] or "unknown",
        "machine": ", ".join(f"{name} {value}" for name, value in recorded["machine"].items()),
        "seconds": f"{recorded['answering_seconds']:.0f} for answers, {recorded['checking_seconds']:.0f} for checks, over all processes",
    }
    rows = "".join(f"<tr><th>{name}</th><td><pre>{escape(value)}</pre></td></tr>" for name, value in facts.items())
    manifests = json.dumps({model: found for model, found in results["manifests"].items() if found}, indent=1)
    return (
        f'<section id="origin"><h2>Where the numbers come from</h2><div class="wide"><table class="facts">{rows}</table></div>'
        f"<details><summary>manifests of the models</summary><pre>{escape(manifests)}</pre></details></section>"
    )


def _leak(entry: tuple[str, Mapping[str, Any]]) -> str:
    model, found = entry
    return f"{model}: {found['said']}"
