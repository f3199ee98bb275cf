"""What each objective shows the network, and what it asks of it."""

import random
from dataclasses import replace

import pytest

from translate.errors import UsageError
from translate.languages import language
from translate.source.entities import entities
from translate.source.normalise import normalise
from translate.training.batches import IGNORED, Cursor, Feed, Size, epoch_of
from translate.training.loop import learner_for
from translate.training.monolingual import Form, Pieces
from translate.training.objectives import OBJECTIVES, Material, open_objective
from translate.training.objectives.back_translation import pseudo_example
from translate.training.objectives.dae import is_word, noised
from translate.training.recipes import Stage, tiny
from translate.training.schedule import Place, place_at, rate_at
from translate.units import Function, Span


def function(text: str, spoken: str = "cpp") -> Function:
    return Function("f", text, language(spoken), Span(0, len(text), 1, 1))


@pytest.mark.parametrize(
    ("text", "spoken", "wanted"),
    [
        (
            "void f(float *a, const T &b) { a[0] = b.x * 2.0f; }",
            "cpp",
            {"*": "pointer", "&": "reference", "T": "type", "float": "primitive"},
        ),
        ("__global__ void f(int n) { bool z = true; g(n); }", "cuda", {"true": "constant", "g": "function", "int": "primitive", ";": None}),
        ("subroutine f(n)\ninteger :: n\nn = n * 2\nend subroutine", "fortran", {"integer": "primitive", "n": "variable", "2": "number"}),
    ],
)
def test_every_token_has_its_entity(text: str, spoken: str, wanted: dict[str, str | None]) -> None:
    form = normalise(function(text, spoken))
    tags = entities(form.original)
    assert len(tags) == len(form.tokens)
    found: dict[str, str | None] = {}
    for token, tag in zip(form.tokens, tags, strict=True):
        found.setdefault(form.names.get(token, token), tag)
    assert {word: found[word] for word in wanted} == wanted


def test_noise_drops_words_twice_as_often_and_grows() -> None:
    tokens = ["for", "v0", "(", ";"] * 5_000
    left = noised(tokens, [], random.Random(1))
    kept = {token: left.count(token) for token in ("for", "v0")}
    masks = left.count(None)
    assert len(left) == pytest.approx(0.75 * len(tokens), rel=0.03)
    assert masks == pytest.approx(0.15 * len(left), rel=0.1)
    assert (5_000 - kept["for"] / 0.85) / (5_000 - kept["v0"] / 0.85) == pytest.approx(2, rel=0.1)
    assert len(noised(tokens, [], random.Random(1), 4)) == pytest.approx(0.65 * len(tokens), rel=0.03)
    assert noised(tokens, ["end"], random.Random(1)).count("end") == pytest.approx(0.15 * 0.8 * len(tokens), rel=0.35)
    assert [is_word(token) for token in ("for", "v0", "<s1>", "(")] == [True, False, False, False]


def test_masked_tokens_are_masked_whole_and_are_the_only_targets(material: Material) -> None:
    recipe = tiny()
    objective = open_objective("mlm", material, recipe)
    learner = learner_for(recipe, material)
    mask = Pieces(material.tokenizer).mask
    (one,) = objective.batch([0], Cursor(), learner)
    (again,) = objective.batch([0], Cursor(), learner)
    (later,) = objective.batch([0], Cursor(epoch=1), learner)
    assert (one.source, one.target) == (again.source, again.target) and one.source != later.source
    assert len(one.source) == len(one.target)
    assert mask in one.source and all(target != IGNORED for piece, target in zip(one.source, one.target, strict=True) if piece == mask)


def test_a_pseudo_source_is_read_as_code_and_what_is_none_is_left_out() -> None:
    kernel = "__global__ void f(float *a, int n) { int i = threadIdx.x; if (i < n) a[i] = 2 * a[i]; }"
    form = Form(function(kernel, "cuda"), normalise(function(kernel, "cuda")).tokens)
    answer = "void f0 ( float * v0 , int v1 ) { for ( int v2 = 0 ; v2 < v1 ; ++ v2 ) v0 [ v2 ] = 2 * v0 [ v2 ] ; }".split()
    example = pseudo_example(form, answer, "cpp")
    assert example is not None and example.source[:2] == ("<cuda>", "<cpp>") and example.target[:2] == ("__global__", "void")
    assert pseudo_example(form, answer[:-3], "cpp") is None
    assert pseudo_example(form, ["<s90>"], "cpp") is None


@pytest.mark.parametrize("name", [name for name in OBJECTIVES if not name.startswith("distill")])
def test_an_objective_without_its_material_says_what_to_give(name: str, material: Material) -> None:
    with pytest.raises(UsageError, match="no (functions|examples) to train on"):
        open_objective(name, Material(material.tokenizer), tiny())


def test_fractional_weights_hold_on_average() -> None:
    sizes = [Size(10, 10, 0.25), Size(10, 10, 1.5), Size(10, 10)]
    seen = [number for epoch in range(2_000) for batch in epoch_of(sizes, tiny(), epoch) for number in batch]
    assert [seen.count(number) / 2_000 for number in range(3)] == pytest.approx([0.25, 1.5, 1.0], abs=0.05)


def test_a_feed_goes_on_from_its_cursor() -> None:
    sizes = [Size(10 + number, 10) for number in range(100)]
    whole = Feed(sizes, tiny())
    expected = [whole.next()[1] for _ in range(30)]
    first = Feed(sizes, tiny())
    assert [first.next()[1] for _ in range(13)] == expected[:13]
    second = Feed(sizes, tiny(), first.cursor)
    assert [second.next()[1] for _ in range(17)] == expected[13:]


def test_each_stage_warms_up_and_falls_to_zero() -> None:
    recipe = replace(tiny(), steps=100, warmup=10, stages=(Stage("mlm", 0.5), Stage("pairs", 0.5, rate=0.1)))
    assert [place_at(share, recipe.stages).stage for share in (0, 0.49, 0.5, 0.99)] == [0, 0, 1, 1]
    assert rate_at(Place(0, 0.0), 0, recipe) == pytest.approx(0.1)
    assert rate_at(Place(0, 0.2), 10, recipe) == pytest.approx(1.0)
    assert rate_at(Place(1, 0.6), 30, recipe) == pytest.approx(0.1 * 0.5)
    assert rate_at(Place(1, 1.0), 50, recipe) == 0
