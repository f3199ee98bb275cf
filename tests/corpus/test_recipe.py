"""Recipes: what they may say, and that a wrong one is told with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate.corpus.distinct import split_of
from translate.corpus.recipe import read_recipe
from translate.errors import UsageError

DATASETS = Path(__file__).parents[2] / "datasets"
ONE = '[[package]]\nname = "a"\nregistry = "{}"\nlicence = "MIT"\n'

WRONG = [
    ("[[package]\n", "not a corpus recipe"),
    ("package = 3\n", "not a corpus recipe"),
    ('[[package]]\nname = "a"\nregistry = "pypi"\n', "licence"),
    ('[[package]]\nname = "a"\nregistry = "pypi"\nlicence = "MIT"\nflavour = "x"\n', "flavour"),
    (ONE.format("npm"), "no registry is called 'npm'"),
    (ONE.format("folder"), "a: no path"),
    (ONE.format("git"), "a: no url"),
    (ONE.format("hub") + 'path = "x"\n', "a: no language"),
    (ONE.format("hub") + 'path = "x"\nlanguage = "cobol"\n', "no language is called 'cobol'"),
    (ONE.format("pypi") + ONE.format("debian"), "two packages are called 'a'"),
    ('include = ["recipe.toml"]\n', "includes itself"),
    ('include = ["gone.toml"]\n', "gone.toml"),
    ('generated = "many"\n', "not a corpus recipe"),
]


@pytest.mark.parametrize(("text", "told"), WRONG, ids=[told for _, told in WRONG])
def test_a_wrong_recipe_is_told(text: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "recipe.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as error:
        read_recipe(path)
    assert told in str(error.value) and ".toml: error:" in str(error.value) and "help:" in str(error.value)


@pytest.mark.parametrize("name", ("core", "extended"))
def test_recipes_of_the_project_name_licences_and_places_that_are_there(name: str) -> None:
    recipe = read_recipe(DATASETS / name / "recipe.toml")
    assert all(package.licence for package in recipe.packages)
    assert recipe.idioms is not None and recipe.idioms.is_dir()
    assert recipe.suites and all(place.is_dir() for place in recipe.suites)
    assert (DATASETS / name / "card.md").is_file()


def test_extended_holds_core_and_a_second_scipy() -> None:
    core, extended = (read_recipe(DATASETS / name / "recipe.toml") for name in ("core", "extended"))
    assert extended.packages[: len(core.packages)] == core.packages
    assert [one.version for one in extended.packages if one.name == "scipy"] == ["1.10.1", "1.18.1"]


def test_core_has_packages_on_both_sides_of_the_split() -> None:
    recipe = read_recipe(DATASETS / "core" / "recipe.toml")
    sides = [split_of(package.name, recipe.valid) for package in recipe.packages]
    assert 1 <= sides.count("valid") <= 4


def test_a_larger_share_for_validation_holds_the_smaller_one() -> None:
    names = [str(number) for number in range(2_000)]
    small, large = ({name for name in names if split_of(name, share) == "valid"} for share in (0.05, 0.1))
    assert small < large and 150 < len(large) < 250
