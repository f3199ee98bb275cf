"""Share of a sample that the network translates into code that compiles, and that does what its source does."""

from __future__ import annotations

import json
from itertools import permutations
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from translate.errors import CompilerMissing, EnvironmentIncomplete, UsageError
from translate.languages import Language, language, languages
from translate.model.prompt import prompt
from translate.source.answer import answer_text
from translate.source.extract import extract
from translate.source.normalise import Unreadable, Unrestorable, normalise
from translate.source.references import UnknownLabel
from translate.training.decoding import greedy
from translate.training.losses import Learner
from translate.training.objectives import encode
from translate.units import Candidate, Function, NormalisedFunction, SourceUnit
from translate.verify.compile import compile_many
from translate.verify.equivalence import Pair, compare_many
from translate.verify.sandbox import open_sandbox

Asked = tuple[Function, Language]


def read_sample(path: Path, most: int = 64) -> list[Asked]:
    """The first `most` sources of a pair file (JSON lines with a text under each language's name), and what each is translated into."""
    found: list[Asked] = []
    names = [spoken.name for spoken in languages()]
    for row in _rows(path):
        sides = [name for name in names if isinstance(row.get(name), str)]
        for source, target in permutations(sides, 2):
            functions = extract(SourceUnit(row[source], language(source), str(path)))
            if len(functions) == 1 and source != target:
                found.append((functions[0], language(target)))
    if not found:
        raise UsageError("no pairs to sample from", path=str(path), help="give JSON lines with a text under 'cpp' and one under 'cuda'")
    return found[:most]


def _rows(path: Path) -> list[dict[str, Any]]:
    try:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    except (OSError, ValueError) as fault:
        told = "give JSON lines with a text under each language's name"
        raise UsageError(f"cannot be read: {fault}", path=str(path), help=told) from fault
    return [row for row in rows if isinstance(row, dict)]


def proven_share(network: Any, tokenizer: Tokenizer, sample: list[Asked]) -> dict[str, float]:
    """Shares of the sample whose greedy answer compiles, and is equivalent; left out where compiler or sandbox is missing."""
    return judged(sample, _answers(network, tokenizer, sample))


def judged(sample: list[Asked], texts: list[str | None]) -> dict[str, float]:
    """The shares for these answers; None is one that cannot be read."""
    answered = [(function, target, text) for (function, target), text in zip(sample, texts, strict=True) if text is not None]
    found: dict[str, float] = {"sample_readable": len(answered) / len(sample)}
    try:
        compiled = 0
        for target in {one[1] for one in answered}:
            compiled += sum(build.ok for build in compile_many([text for _, spoken, text in answered if spoken == target], target))
        found["sample_compiles"] = compiled / len(sample)
        pairs = [Pair(function, function.language, text, target) for function, target, text in answered]
        verdicts = compare_many(pairs, sandbox=open_sandbox()) if pairs else []
        found["sample_equivalent"] = sum(verdict.word.value == "equivalent" for verdict in verdicts) / len(sample)
    except (CompilerMissing, EnvironmentIncomplete):
        return found
    return found


def _answers(network: Any, tokenizer: Tokenizer, sample: list[Asked]) -> list[str | None]:
    forms: list[tuple[NormalisedFunction | None, Language]] = []
    for function, target in sample:
        try:
            forms.append((normalise(function), target))
        except Unreadable:
            forms.append((None, target))
    prompts = [prompt(form, target) for form, target in forms if form]
    learner = Learner(network, pad=network.config.pad_token_id)
    answers = iter(greedy(learner, encode(prompts, tokenizer)))
    texts: list[str | None] = []
    for form, target in forms:
        try:
            words = tuple(tokenizer.decode(next(answers)).split()) if form else ()
            texts.append(answer_text(Candidate(words, None, "model"), form, target) if form and words else None)
        except (UnknownLabel, Unrestorable):
            texts.append(None)
    return texts
