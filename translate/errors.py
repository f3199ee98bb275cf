"""What can go wrong outside the subject's own code; each error knows where it happened and what to do about it."""

from __future__ import annotations

from functools import partial


class TranslateError(Exception):
    """A failure with a place, a message and a piece of advice, printed as `path:line:col: error: message`."""

    exit_code = 1

    def __init__(self, message: str, *, path: str = "translate", line: int | None = None, column: int | None = None, help: str) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.column = column
        self.help = help

    def __reduce__(self) -> tuple[partial[TranslateError], tuple[str]]:
        # An exception with named arguments does not come back from another process by itself.
        return partial(type(self), path=self.path, line=self.line, column=self.column, help=self.help), (self.message,)

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)
        return f"{place}: error: {self.message}\nhelp: {self.help}"


class UsageError(TranslateError):
    """The command line, or a file it names, cannot be used as asked (exit status 2)."""

    exit_code = 2


class EnvironmentIncomplete(TranslateError):
    """A compiler, a model or another piece of the environment is missing (exit status 3)."""

    exit_code = 3


class ModelMissing(EnvironmentIncomplete):
    """No model answers for the asked direction, or its folder cannot be loaded."""


class CompilerMissing(EnvironmentIncomplete):
    """No compiler for the target language was found."""
