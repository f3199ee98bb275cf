"""The hand-written idioms: each is there in all its languages, is what its file says, and does the same everywhere."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from translate.corpus.idioms import DIRECTIONS, SERIAL, Idiom, prove, read_idioms
from translate.languages import language
from translate.source.extract import functions_in
from translate.source.signatures import signatures
from translate.verify.sandbox import open_sandbox

FOLDER = Path(__file__).parents[2] / "datasets" / "idioms"
IDIOMS = read_idioms(FOLDER)
SAMPLE = 10


def order(idiom: Idiom) -> str:
    """A fixed order that has nothing to do with topics and names."""
    return hashlib.sha256(f"{idiom.topic}/{idiom.name}".encode()).hexdigest()


def test_every_idiom_is_written_in_all_its_languages() -> None:
    assert len(IDIOMS) > 200
    assert [f"{idiom.topic}/{idiom.name}: no {name}" for idiom in IDIOMS for name in idiom.missing] == []


def test_every_file_parses() -> None:
    faults = [f"{idiom.topic}/{idiom.name}: {name}" for idiom in IDIOMS for name in idiom.texts if functions_in(idiom.in_language(name))[1]]
    assert faults == []


def kernels(idiom: Idiom, name: str) -> list[str]:
    return [one.place for one in signatures(idiom.texts[name], language(name))]


HOLDS: dict[str, Callable[[list[str]], bool]] = {
    "cpp": lambda places: bool(places) and "kernel" not in places,
    # No host code: one kernel, and what it calls.
    "cuda": lambda places: places.count("kernel") == 1 and "host" not in places,
}


@pytest.mark.parametrize("name", HOLDS)
def test_every_file_holds_what_it_should(name: str) -> None:
    written = [idiom for idiom in IDIOMS if idiom.topic not in SERIAL]
    assert [f"{idiom.topic}/{idiom.name}: {kernels(idiom, name)}" for idiom in written if not HOLDS[name](kernels(idiom, name))] == []


def test_every_fortran_file_holds_one_procedure_or_program() -> None:
    counts = {f"{idiom.topic}/{idiom.name}": len(functions_in(idiom.in_language("fortran"))[0]) for idiom in IDIOMS}
    assert {name: count for name, count in counts.items() if count < 1} == {}


def test_no_two_idioms_are_the_same_text() -> None:
    texts = [idiom.texts["cpp"] for idiom in IDIOMS]
    assert len(set(texts)) == len(texts)


def test_a_sample_is_equivalent_in_every_direction() -> None:
    # A longer run: python -m translate.corpus.idioms datasets/idioms
    chosen = sorted((idiom for idiom in IDIOMS if idiom.topic not in SERIAL), key=order)[:SAMPLE]
    proved = list(prove(chosen, open_sandbox()))
    assert len(proved) == SAMPLE * len(DIRECTIONS)
    assert [f"{one.idiom.topic}/{one.idiom.name} {one.direction}: {one.verdict.reason}" for one in proved if not one.verdict.agrees] == []


def test_an_idiom_that_differs_is_found() -> None:
    idiom = next(idiom for idiom in IDIOMS if (idiom.topic, idiom.name) == ("vectors", "axpby"))
    wrong = Idiom(idiom.topic, idiom.name, {**idiom.texts, "cuda": idiom.texts["cuda"].replace("+", "-")})
    verdicts = [one.verdict.agrees for one in prove([idiom, wrong], open_sandbox(), directions=["cpp-cuda"])]
    assert verdicts == [True, False]
