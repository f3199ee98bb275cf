"""Fortran as values: expressions and statements with names in lower case."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Name:
    """A variable, constant or procedure."""

    name: str


@dataclass(frozen=True, slots=True)
class Integer:
    """An integer literal."""

    value: int
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Real:
    """A real literal: its digits without kind, the exponent written with `e`, and its kind."""

    digits: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Logical:
    """`.true.` or `.false.`."""

    value: bool


@dataclass(frozen=True, slots=True)
class Text:
    """A character literal, quotes undone."""

    value: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A complex literal."""

    real: Expression
    imaginary: Expression


@dataclass(frozen=True, slots=True)
class Apply:
    """`base(arguments)`: a call, an element, a section or a substring."""

    base: Expression
    arguments: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Range:
    """`first:last:step` in a section or a case."""

    first: Expression | None
    last: Expression | None
    step: Expression | None = None


@dataclass(frozen=True, slots=True)
class Keyword:
    """`name=value` among arguments."""

    name: str
    value: Expression


@dataclass(frozen=True, slots=True)
class Member:
    """`base%name`."""

    base: Expression
    name: str


@dataclass(frozen=True, slots=True)
class Unary:
    """`-`, `+` or `!` before an operand."""

    operator: str
    operand: Expression


@dataclass(frozen=True, slots=True)
class Binary:
    """Two operands; the operator is spelled as in C++ except `**`, `//` and `eqv`, `neqv`."""

    operator: str
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class Sequence:
    """An array constructor."""

    items: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class ImpliedDo:
    """`(items, variable = first, last, step)`."""

    items: tuple[Expression, ...]
    variable: str
    first: Expression
    last: Expression
    step: Expression | None


Expression = Name | Integer | Real | Logical | Text | Pair | Apply | Range | Keyword | Member | Unary | Binary | Sequence | ImpliedDo


@dataclass(frozen=True, slots=True)
class Assign:
    """`target = value`."""

    target: Expression
    value: Expression


@dataclass(frozen=True, slots=True)
class Call:
    """`call name(arguments)`."""

    name: str
    arguments: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class If:
    """Conditions with their bodies in order; a condition of None is the last else."""

    branches: tuple[tuple[Expression | None, tuple[Statement, ...]], ...]


@dataclass(frozen=True, slots=True)
class Do:
    """A counted loop; one made of an implied do has expressions in its body."""

    variable: str
    first: Expression
    last: Expression
    step: Expression
    body: tuple[Any, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class While:
    """`do while`; without a condition `do` for ever."""

    condition: Expression | None
    body: tuple[Statement, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Select:
    """`select case`; the values of the default are None."""

    selector: Expression
    cases: tuple[tuple[tuple[Expression, ...] | None, tuple[Statement, ...]], ...]


@dataclass(frozen=True, slots=True)
class Where:
    """Masks with their assignments; a mask of None is the last elsewhere."""

    branches: tuple[tuple[Expression | None, tuple[Statement, ...]], ...]


@dataclass(frozen=True, slots=True)
class Label:
    """The place that a number marks."""

    number: str


@dataclass(frozen=True, slots=True)
class GoTo:
    """A jump; with a selector, the computed one."""

    labels: tuple[str, ...]
    selector: Expression | None = None


@dataclass(frozen=True, slots=True)
class Leave:
    """`exit`, `cycle`, `return` or `continue`, with the title of the loop meant."""

    what: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Stop:
    """`stop` with its code or message."""

    code: Expression | None
    error: bool = False


NAMED = "="
"""Before the name of a constant that is a format."""


@dataclass(frozen=True, slots=True)
class Print:
    """Output to the screen: the format (None for list-directed, text otherwise, or the number of its statement) and the items."""

    layout: str | None
    items: tuple[Expression, ...]
    advance: bool = True
    error: bool = False
    into: str = ""
    """The string that takes it instead of the screen."""


@dataclass(frozen=True, slots=True)
class Allocate:
    """`allocate`, each array with its bounds."""

    arrays: tuple[tuple[Expression, tuple[Range, ...]], ...]
    source: Expression | None = None


@dataclass(frozen=True, slots=True)
class Deallocate:
    """`deallocate`."""

    arrays: tuple[Expression, ...]


Statement = Assign | Call | If | Do | While | Select | Where | Label | GoTo | Leave | Stop | Print | Allocate | Deallocate


@dataclass(frozen=True, slots=True)
class Declared:
    """What one declaration says of one name; bounds are ranges, `*` and `:` have no last."""

    name: str
    type: str = ""
    kind: Expression | None = None
    length: Expression | str | None = None
    bounds: tuple[Range, ...] | None = None
    attributes: frozenset[str] = frozenset()
    value: Expression | None = None


@dataclass(frozen=True, slots=True)
class Structure:
    """A derived type."""

    name: str
    members: tuple[Declared, ...]
    bindings: tuple[tuple[str, str], ...] = ()
    """Bound procedures: the name in calls, and the procedure."""


@dataclass(slots=True)
class Unit:
    """A module, program or procedure: what it declares, does and contains."""

    kind: str
    name: str
    parameters: tuple[str, ...] = ()
    result: str = ""
    prefix: Declared | None = None
    recursive: bool = False
    strict: bool = False
    """Whether it says `implicit none`."""
    letters: dict[str, Declared] = field(default_factory=dict)
    """First letter -> type, of implicit statements."""
    uses: list[str] = field(default_factory=list)
    declared: list[Declared] = field(default_factory=list)
    structures: list[Structure] = field(default_factory=list)
    data: list[tuple[tuple[Expression, ...], tuple[Expression, ...]]] = field(default_factory=list)
    formats: dict[str, str] = field(default_factory=dict)
    body: list[Statement] = field(default_factory=list)
    contained: list[Unit] = field(default_factory=list)
    commons: list[tuple[str, tuple[Declared, ...]]] = field(default_factory=list)
    """Blocks that it shares with other units, by name, and what it calls their parts."""
    saves: bool = False
