"""The values that a request is made of, from the file that comes in to the translation that goes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from translate.languages import Language


@dataclass(frozen=True, slots=True)
class SourceUnit:
    """One file's text, with the line ends it came with."""

    text: str
    language: Language
    path: str


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a unit: byte offsets into its UTF-8 text, end excluded; line and column count from 1."""

    start: int
    end: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Function:
    """A function as it stands in its file; in Fortran a subroutine, function or main program."""

    name: str
    text: str
    language: Language
    span: Span
    around: str = field(default="", repr=False, compare=False)
    """All of its file, where it is known: Fortran's modules, and functions that are called, say more of what it means."""


@dataclass(frozen=True, slots=True)
class NormalisedFunction:
    """A function's tokens in normal form, and what its placeholders stand for."""

    tokens: tuple[str, ...]
    names: Mapping[str, str]
    """Placeholder -> what the source spells."""
    segments: tuple[Segment, ...]
    """The pieces of `tokens` that a translation may name by a label instead of repeating them."""
    original: Function


@dataclass(frozen=True, slots=True)
class Segment:
    """`tokens[start:end]` and the label that names it, such as `<s3>`."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A proposed translation in normal form; labels stand for segments of the source."""

    tokens: tuple[str, ...]
    score: float | None
    """Mean log-probability per token; None where the proposer has none."""
    proposer: str
    names: Mapping[str, str] = field(default_factory=dict)
    """Placeholders that the source does not have."""


class Level(IntEnum):
    """How far a candidate was checked, from nothing to most."""

    FAILED = 0
    UNCHECKED = 1
    PARSED = 2
    COMPILED = 3
    EQUIVALENT = 4


@dataclass(frozen=True, slots=True)
class Proof:
    """Original and candidate on the same inputs: the word, and what it rests on."""

    word: str
    """`equivalent`, `different`, `crashed`, `timed out`, `not compiled` or `untestable`."""
    reason: str
    inputs: int = 0
    sizes: tuple[tuple[int, ...], ...] = ()
    seed: int = 1
    engine: str = ""
    seconds: float = 0.0
    counterexample: str | None = None

    @property
    def refuted(self) -> bool:
        """Whether the candidate was seen to do something else than the original."""
        return self.word in ("different", "crashed", "timed out")


@dataclass(frozen=True, slots=True)
class Verdict:
    """The level that a candidate reached, and the evidence."""

    level: Level
    evidence: str
    diagnostics: tuple[Diagnostic, ...] = ()
    """What stopped it from reaching the next level."""
    proof: Proof | None = None
    """What came of running it against the original; None where it was not run."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One message of a compiler or parser; line and column count from 1, None where it names none."""

    severity: str
    message: str
    line: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Translation:
    """What became of one function: the text to put in its place, or the reason why there is none."""

    source: Function
    target: Language
    text: str | None
    """None where no candidate could be turned into text of the target language."""
    verdict: Verdict
    candidates: tuple[Candidate, ...] = ()
    prelude: str = ""
    """What the text needs at the top of its file, once."""
    notes: tuple[str, ...] = ()
    """What a user has to know of the text, each a remark and what to do about it on a second line."""
