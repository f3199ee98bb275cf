"""The embedded model: what it answers can always be spelled, whatever it is asked."""

from __future__ import annotations

import pytest

from translate.corpus.generate import generate
from translate.languages import language
from translate.model.embedded import NEW_NAMES, Embedded
from translate.source.extract import extract
from translate.source.normalise import is_placeholder, normalise
from translate.source.references import is_label, pieces_of
from translate.units import NormalisedFunction, SourceUnit

MODEL = Embedded()


def normalised(text: str, name: str) -> NormalisedFunction:
    return normalise(extract(SourceUnit(text, language(name), "test"))[0])


@pytest.mark.parametrize("seed", range(20))
def test_an_answer_points_only_to_what_its_source_has(seed: int) -> None:
    source, target = normalised(generate(seed), "cpp"), language("cuda")
    known = pieces_of(source, target)
    for candidate in MODEL.propose([source], target, 4)[0]:
        for token in candidate.tokens:
            assert not is_label(token) or token in known
            assert not is_placeholder(token) or token in source.names or token[0] in NEW_NAMES


def test_the_same_question_has_the_same_answer() -> None:
    sources = [normalised(generate(seed), "cpp") for seed in range(4)]
    together = MODEL.propose(sources, language("cuda"), 2)
    alone = [MODEL.propose([source], language("cuda"), 2)[0] for source in sources]
    assert [[candidate.tokens for candidate in found] for found in together] == [[c.tokens for c in found] for found in alone]


def test_what_is_too_long_has_no_answer() -> None:
    body = "".join(f"y[{i}] = x[{i}];" for i in range(400))
    assert MODEL.propose([normalised(f"void f(float *x, float *y) {{ {body} }}", "cpp")], language("cuda"), 1) == [[]]
