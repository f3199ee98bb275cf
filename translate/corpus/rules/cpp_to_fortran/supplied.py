"""Procedures that a translation brings along: `supplied.toml` says them."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.context import STEP, Context
from translate.corpus.rules.cpp_to_fortran.kinds import BOOL, TEXTS, Kind, spelled
from translate.corpus.rules.cpp_to_fortran.terms import Term, call


@cache
def supply() -> dict[str, Any]:
    """What `supplied.toml` says."""
    return tomllib.loads((Path(__file__).parent / "supplied.toml").read_text(encoding="utf-8"))


def supplied(c: Context, name: str, kind: Kind, *args: Term) -> Term:
    """A call of a procedure that is brought along. Raises Declined."""
    if not c.contained and not c.main:
        raise Declined(f"{name.replace('_', ' ')} outside of a program")
    if name in {one.name.lower() for first in c.functions.values() for one in first.all()}:
        raise Declined("a name that is needed otherwise")
    c.supplied.add(name)
    return call(name, kind, *args)


def supplied_equal(c: Context, left: Term, right: Term) -> Term:
    """Whether two vectors have one length and the same elements. Raises Declined."""
    kind = left.kind
    return supplied(c, f"same_{kind.family}{kind.size}", BOOL, left, right)


def supplied_lines(c: Context) -> list[list[str]]:
    """The procedures that are called, each as lines."""
    return [_text(c, name).strip().split("\n") for name in sorted(c.supplied) if name != TEXTS.name]


def _text(c: Context, name: str) -> str:
    if not name.startswith("same_") or name == "same_texts":
        return str(supply()[name]["text"])
    kind = Kind(name[5:-1], int(name[-1]))
    equal = ".eqv." if kind.family == "logical" else "=="
    return str(supply()["same"]["text"]).format(name=name, kind=spelled(kind, c.style), equal=equal)


def supplied_types(c: Context) -> list[str]:
    """The type that an array of texts consists of, where there is one."""
    if TEXTS.name not in c.supplied:
        return []
    return [f"type :: {TEXTS.name}", f"{STEP}character(len=:), allocatable :: value", f"end type {TEXTS.name}"]
