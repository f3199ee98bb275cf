"""What a corpus is made from: the sources that a `recipe.toml` names, with their licences, and what its pairs come from besides."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from translate.errors import UsageError
from translate.languages import languages

FORM = "see datasets/core/recipe.toml for the form"
NEEDED = {
    "debian": frozenset[str](),
    "pypi": frozenset[str](),
    "folder": frozenset({"path"}),
    "git": frozenset({"url"}),
    "hub": frozenset({"path", "language"}),
}
"""Registry -> what a package of it has to name besides its name and licence."""


@dataclass(frozen=True, slots=True)
class Package:
    """A source package: where it is fetched from and what it may be used under."""

    name: str
    registry: str
    """`debian`, `pypi`, `folder`, `git` or `hub` (Hugging Face data sets)."""
    licence: str
    version: str | None = None
    """Of a sdist, a branch or tag of a checkout, a revision of a data set; None takes what the registry offers first."""
    path: str | None = None
    """A folder beside the recipe; of a data set, its name on the hub or such a folder."""
    url: str | None = None
    """Of a git repository."""
    split: str = "train"
    """Of a data set."""
    column: str = "text"
    """Of a data set: where the text stands."""
    language: str | None = None
    """Of a data set: what its texts are written in."""

    @property
    def id(self) -> str:
        """Names the package within a corpus; two versions of one package are two."""
        return f"{self.name}-{self.version}".replace("/", "-") if self.version else self.name


@dataclass(frozen=True, slots=True)
class Recipe:
    """Sources of functions, and what pairs come from besides."""

    path: Path
    packages: tuple[Package, ...] = ()
    generated: int = 0
    """Functions that the generator makes up."""
    idioms: Path | None = None
    suites: tuple[Path, ...] = ()
    """Folders and files that nothing in the corpus may resemble."""
    valid: float = 0.04
    """Share of the packages, by hash of their names, that is not for training."""


@dataclass(frozen=True, slots=True)
class _Facts:
    path: Path
    values: Mapping[str, Any]
    packages: tuple[Package, ...] = field(default=())


def read_recipe(path: Path) -> Recipe:
    """The recipe at `path`, after those that it includes. Raises UsageError for one that does not read as a recipe."""
    facts = _read(path, ())
    values = facts.values
    beside = path.parent
    try:
        return Recipe(
            path,
            _distinct(facts.packages, path),
            generated=int(values.get("generated", 0)),
            idioms=beside / values["idioms"] if "idioms" in values else None,
            suites=tuple(beside / name for name in values.get("suites", [])),
            valid=float(values.get("valid", 0.04)),
        )
    except (TypeError, ValueError) as fault:
        raise UsageError(f"not a corpus recipe: {fault}", path=str(path), help=FORM) from fault


def _read(path: Path, above: tuple[Path, ...]) -> _Facts:
    if path.resolve() in above:
        raise UsageError("the recipe includes itself", path=str(path), help="take one of the `include` lines out")
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
        included = [_read(path.parent / name, (*above, path.resolve())) for name in values.get("include", [])]
        own = tuple(_package(entry, path) for entry in values.get("package", []))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError, TypeError, AttributeError) as fault:
        raise UsageError(f"not a corpus recipe: {fault}", path=str(path), help=FORM) from fault
    return _Facts(path, values, (*(package for one in included for package in one.packages), *own))


def _package(entry: Mapping[str, Any], recipe: Path) -> Package:
    package = Package(**entry)
    if package.registry not in NEEDED:
        known = ", ".join(NEEDED)
        raise UsageError(f"{package.name}: no registry is called '{package.registry}'", path=str(recipe), help=f"use one of {known}")
    for name in sorted(NEEDED[package.registry]):
        if getattr(package, name) is None:
            raise UsageError(f"{package.name}: no {name}", path=str(recipe), help=f"a package of {package.registry} needs one")
    if package.language is not None and package.language not in {one.name for one in languages()}:
        raise UsageError(f"{package.name}: no language is called '{package.language}'", path=str(recipe), help="name cpp, cuda or fortran")
    return package


def _distinct(packages: tuple[Package, ...], recipe: Path) -> tuple[Package, ...]:
    names = [package.id for package in packages]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise UsageError(f"two packages are called '{twice}'", path=str(recipe), help="take one out, or give them versions")
    return packages
