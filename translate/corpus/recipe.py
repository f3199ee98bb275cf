"""What a corpus is made from: the packages a `recipe.toml` names, with their licences."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from translate.errors import UsageError


@dataclass(frozen=True, slots=True)
class Package:
    """A source package: where it is fetched from and what it may be used under."""

    name: str
    registry: str
    """`debian` or `pypi`."""
    licence: str
    version: str | None = None
    """None takes what the registry offers first."""


def read_recipe(path: Path) -> list[Package]:
    """The packages of the recipe at `path`, in its order. Raises UsageError for a recipe that does not read as one."""
    try:
        facts = tomllib.loads(path.read_text(encoding="utf-8"))
        return [Package(**entry) for entry in facts["package"]]
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, TypeError) as fault:
        raise UsageError(f"not a corpus recipe: {fault}", path=str(path), help="see datasets/core/recipe.toml for the form") from fault
