"""The facts of intrinsics.toml as values."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Facts:
    """Types, kinds, intrinsic functions and names that C++ keeps for itself."""

    sized: dict[str, str]
    """Fortran base and bytes -> C++ type."""
    types: frozenset[str]
    kinds: dict[str, int]
    maths: dict[str, str]
    """Fortran function of reals -> the C++ function of the same arguments."""
    specific: dict[str, str]
    """Function for one type -> the function for all."""
    functions: frozenset[str]
    """Every intrinsic function that has a rule."""
    takes_arrays: frozenset[str]
    """Functions of libraries whose array arguments are passed by their first element."""
    outputs: frozenset[str]
    """Names that scalars coming back from unknown procedures usually have."""
    reserved: frozenset[str]
    library: frozenset[str]
    """Names of the C library that a global name must not have."""


def _read() -> Facts:
    data = tomllib.loads((Path(__file__).parent / "intrinsics.toml").read_text(encoding="utf-8"))
    words = {name: frozenset(text.split()) for name, text in data["words"].items()}
    specific = {name: general for general, names in data["specific"].items() for name in names.split()}
    functions = words["own_rule"] | set(data["maths"]) | set(specific)
    return Facts(
        sized=data["sized"],
        types=frozenset(data["sized"].values()) | {"std::string", "char"},
        kinds=data["kinds"],
        maths=data["maths"],
        specific=specific,
        functions=functions,
        takes_arrays=words["takes_arrays"],
        outputs=words["outputs"],
        reserved=words["reserved"],
        library=words["global"],
    )


FACTS = _read()
