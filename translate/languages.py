"""The languages that the folders of `grammars/` describe; a folder with a `language.toml` is the registration."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Language:
    """A language's facts, as its `language.toml` states them."""

    name: str
    """The id used in folders, arguments, tags and tests: `cpp`, `cuda`, `fortran`."""
    title: str
    """How people write it: `C++`."""
    extensions: tuple[str, ...]
    parser: str
    """The module of its tree-sitter grammar."""
    holds: tuple[str, ...]
    """Languages whose source may stand unchanged in a file of this one."""
    kept: frozenset[str]
    """Names that stay as they are in normal form: builtin types, intrinsics, names of the usual libraries."""
    kept_members: frozenset[str]
    """Member names that stay as they are: `x` of `threadIdx.x`."""
    kept_literals: frozenset[str]
    """Literals that stay as they are: small numbers."""
    fixed_form: tuple[str, ...]
    """Extensions of files in the layout of punched cards."""
    line_ends: bool
    """Whether the end of a line ends a statement."""
    ignores_case: bool
    """Whether upper and lower case spell the same name."""
    respelled: Mapping[str, str] = field(hash=False)
    """Keywords that have a second spelling -> the one of normal form."""
    set_apart: frozenset[str]
    """Keywords with a blank between them and the parenthesis that follows."""
    sized: frozenset[str]
    """Types whose size may follow a star: `real*8`."""
    fresh_names: tuple[str, ...]
    """Names that a translation may introduce, written as themselves in normal form."""
    elsewhere: Mapping[str, Mapping[str, str]] = field(hash=False)
    """Language -> its own functions' names -> how a call of one is spelled there, `{0}` the first argument."""
    family: str
    """The language at the root of those that this one extends: `cpp` for CUDA."""
    respelling: Mapping[str, Mapping[str, str]] = field(hash=False)
    """Family -> operators and functions -> how they are spelled there, word for word."""
    same_words: frozenset[str]
    """Operators and functions that all families spell alike."""
    comment: str
    """What begins a comment that ends with its line."""
    own_headers: frozenset[str]
    """Headers that compilers of other languages of the family do not have."""
    headers: Mapping[str, frozenset[str]] = field(hash=False)
    """Standard header -> the names that it declares."""
    folder: Path

    def query(self, name: str) -> str:
        """The text of `<name>.scm`, after that of the language this one extends."""
        own = self.folder / f"{name}.scm"
        inherited = [language(parent).query(name) for parent in _facts(self.folder).get("extends", [])]
        return "\n".join([*inherited, own.read_text(encoding="utf-8") if own.exists() else ""])


def languages() -> tuple[Language, ...]:
    """All languages, by name."""
    return tuple(language(path.parent.name) for path in sorted(grammars_folder().glob("*/language.toml")))


@cache
def language(name: str) -> Language:
    """The language called `name`; KeyError if no folder describes it."""
    folder = grammars_folder() / name
    if not (folder / "language.toml").is_file():
        raise KeyError(name)
    facts = _facts(folder)
    parents = [language(parent) for parent in facts.get("extends", [])]
    kept = facts.get("kept", {})
    return Language(
        name=name,
        title=facts["title"],
        extensions=tuple(facts["extensions"]),
        parser=facts["parser"],
        holds=tuple(facts.get("holds", [])),
        kept=_words(kept.get("names", {})).union(*(parent.kept for parent in parents)),
        kept_members=_words(kept.get("members", {})).union(*(parent.kept_members for parent in parents)),
        kept_literals=_words(kept.get("literals", {})).union(*(parent.kept_literals for parent in parents)),
        fixed_form=tuple(facts.get("fixed_form", [])),
        line_ends=facts.get("line_ends", False),
        ignores_case=facts.get("ignores_case", False),
        respelled=facts.get("respelled", {}),
        set_apart=frozenset(facts.get("layout", {}).get("set_apart", "").split()),
        sized=frozenset(facts.get("layout", {}).get("sized", "").split()),
        fresh_names=tuple(facts.get("fresh_names", "").split()) or parents[0].fresh_names,
        elsewhere=facts.get("elsewhere", {}),
        family=parents[0].family if parents else name,
        respelling=facts.get("respelling", parents[0].respelling if parents else {}),
        same_words=frozenset(facts.get("layout", {}).get("same_words", "").split()) or (parents[0].same_words if parents else frozenset()),
        comment=facts.get("comment") or parents[0].comment,
        own_headers=frozenset(facts.get("own_headers", "").split()),
        headers=_headers(facts) or (parents[0].headers if parents else {}),
        folder=folder,
    )


def language_of_path(path: str) -> Language | None:
    """The language whose extensions hold that of `path`, upper or lower case; None if there is none."""
    suffix = Path(path).suffix
    for candidate in languages():
        if suffix in candidate.extensions or suffix.lower() in candidate.extensions:
            return candidate
    return None


@cache
def grammars_folder() -> Path:
    """Where the grammars lie: inside the installed package, or beside it in a checkout."""
    inside = Path(__file__).parent / "grammars"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "grammars"


@cache
def _facts(folder: Path) -> dict[str, Any]:
    return tomllib.loads((folder / "language.toml").read_text(encoding="utf-8"))


def _headers(facts: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in facts.get("headers", {}).items()}


def _words(groups: dict[str, str]) -> frozenset[str]:
    return frozenset(word for group in groups.values() for word in group.split())
