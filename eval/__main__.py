"""`python -m eval SUITE --model M`: BLEU and compile rate of models side by side, on a file of C++ and CUDA pairs."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from sacrebleu.metrics.bleu import BLEU

from translate.languages import language
from translate.model import Backend, backend
from translate.source.extract import extract
from translate.source.normalise import Unreadable, Unrestorable, normalise, spelled
from translate.source.references import UnknownLabel, resolve
from translate.units import Candidate, NormalisedFunction, SourceUnit
from translate.verify.compile import compile_many

DIRECTIONS = (("cpp", "cuda"), ("cuda", "cpp"))


def main(arguments: Sequence[str] | None = None) -> int:
    """Print one line a model and direction."""
    parser = argparse.ArgumentParser(prog="python -m eval", description=__doc__)
    parser.add_argument("suite", type=Path, help="JSON lines with a text under 'cpp' and one under 'cuda'")
    parser.add_argument("--model", action="append", required=True)
    parser.add_argument("--compile", action="store_true", help="compile every output as well")
    options = parser.parse_args(arguments)
    rows = [json.loads(line) for line in options.suite.read_text(encoding="utf-8").splitlines()]
    metric = BLEU(tokenize="none")
    for source, target in DIRECTIONS:
        for name in options.model:
            outputs = translated([row[source] for row in rows], backend(name), source, target)
            score = metric.corpus_score(outputs, [[row[target] for row in rows]])
            line = f"{source} -> {target}  {name:<12} BLEU {score.score:5.1f}"
            if options.compile:
                built = sum(build.ok for build in compile_many(outputs, language(target)))
                line += f"  compiles {built}/{len(outputs)}"
            print(line, flush=True)
    print(metric.get_signature())
    return 0


def translated(texts: Sequence[str], model: Backend, source: str, target: str) -> list[str]:
    """The first candidate for each text, tokens separated by blanks; the text itself where there is none."""
    read = [_normalised(text, source) for text in texts]
    proposed = iter(model.propose([form for form in read if form is not None], language(target), 1))
    answers = [next(proposed) if form is not None else [] for form in read]
    return [_spelled(form, answer, target) or text for text, form, answer in zip(texts, read, answers, strict=True)]


def _normalised(text: str, name: str) -> NormalisedFunction | None:
    functions = extract(SourceUnit(text, language(name), "suite"))
    try:
        return normalise(functions[0]) if len(functions) == 1 else None
    except Unreadable:
        return None


def _spelled(source: NormalisedFunction | None, answer: Sequence[Candidate], target: str) -> str | None:
    if source is None or not answer:
        return None
    try:
        return " ".join(spelled(resolve(answer[0].tokens, source), {**source.names, **answer[0].names}, language(target)))
    except (UnknownLabel, Unrestorable):
        return None


if __name__ == "__main__":
    raise SystemExit(main())
