"""The command `translate`: arguments in, text out."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from translate.errors import EnvironmentIncomplete, TranslateError, UsageError

if TYPE_CHECKING:
    from translate.pipeline import Translator
    from translate.units import Level, SourceUnit
    from translate.verify.sandbox import Sandbox

CHECKS = ("none", "parse", "compile", "run")
MODELS = "rules,embedded,pivot"
EPILOG = "exit status: 0 all done, 1 a function fell short of the asked check, 2 usage, 3 something is missing"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit status is documented in `--help`."""
    options = parser().parse_args(arguments)
    try:
        return _doctor() if options.doctor else _run(_complete(options))
    except TranslateError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def parser() -> argparse.ArgumentParser:
    """The arguments of `translate`."""
    made = argparse.ArgumentParser(prog="translate", description="Translate functions between C++, CUDA and Fortran.", epilog=EPILOG)
    made.add_argument("files", nargs="*", metavar="FILE", help="source file, or - for standard input")
    made.add_argument("--to", choices=("cpp", "cuda", "fortran"), help="target language")
    made.add_argument("--from", dest="source", choices=("cpp", "cuda", "fortran"), help="source language (default: by extension)")
    made.add_argument("-o", dest="out", metavar="PATH", help="write the code to this file, or into this folder, instead of standard output")
    made.add_argument("--function", action="append", default=[], metavar="NAME", help="translate only this one; may be repeated")
    made.add_argument(
        "--model", default=MODELS, metavar="NAME|PATH", help="rules, embedded, pivot, copy, a model's folder; several are tried in turn"
    )
    made.add_argument("--candidates", type=_positive, default=4, metavar="K", help="candidates tried for each function")
    made.add_argument("--check", choices=CHECKS, help="how far each result is checked (default: run)")
    made.add_argument("--candidate", metavar="FILE", help="ask no model: prove the translation in this file instead")
    made.add_argument("--seed", type=int, default=1, metavar="N", help="seed of the inputs on which original and result are run")
    made.add_argument("--engine", default="auto", metavar="NAME", help="sandbox: auto, bubblewrap, podman, docker or unconfined")
    made.add_argument("--kernels-only", action="store_true", help="no host functions that call the kernels")
    made.add_argument(
        "--extent", action="append", default=[], metavar="NAME=EXPR", help="extent of an array, or threads.x, that cannot be derived"
    )
    made.add_argument("--json", action="store_true", help="print a JSON report instead of code")
    made.add_argument("--diff", action="store_true", help="print a unified diff instead of code")
    made.add_argument("--doctor", action="store_true", help="try compilers, sandbox engines and model, and say what to install")
    return made


def usage() -> str:
    """The text of `--help`, the same on every terminal."""
    made = parser()
    made.formatter_class = partial(argparse.HelpFormatter, width=100)
    return made.format_help()


def _complete(options: argparse.Namespace) -> argparse.Namespace:
    if not options.files or not options.to:
        what = "no file" if not options.files else "no target language"
        raise UsageError(f"{what} given", help="translate FILE --to cuda; see translate --help")
    return options


def _doctor() -> int:
    from translate.doctor import examine

    status = 0
    for finding in examine():
        print(finding, flush=True)
        if finding.needed and not finding.works:
            status = EnvironmentIncomplete.exit_code
    return status


def _run(options: argparse.Namespace) -> int:
    outs = _outs(options)
    units = [_unit(path, options.source) for path in options.files]
    for out in outs:
        _require_writable(out, options.files)
    translator = _translator(options)
    if options.candidate:
        return _prove(translator, units, options)
    from translate.told import as_json, difference, report, told, told_of_file

    status, reports, pieces = 0, [], []
    for unit in units:
        text, done = translator.translate(unit, options.function, _progress(unit.path))
        status = max([status, *(told(unit, item, translator.check) for item in done)])
        if not done:
            print(f"{unit.path}:1:1: warning: no function found\nhelp: the text is passed through unchanged", file=sys.stderr)
        faults = () if options.function else translator.faults(unit, text, done)
        status = max(status, told_of_file(unit, faults))
        reports.append(report(unit, done, faults))
        pieces.append(difference(unit, text, options.to) if options.diff else text)
    if options.json:
        pieces = [as_json(reports)]
    if not outs:
        _print("".join(pieces))
    if len(outs) == 1:
        pieces = ["".join(pieces)]
    for out, piece in zip(outs, pieces if outs else [], strict=True):
        _write(piece, out)
    return status


def _prove(translator: Translator, units: Sequence[SourceUnit], options: argparse.Namespace) -> int:
    """Report on the translation in --candidate; code is not printed, it is at hand."""
    if len(units) > 1:
        raise UsageError("one candidate for several files", path=options.candidate, help="prove one file at a time")
    done = translator.prove(units[0], _unit(options.candidate, options.to), options.function)
    from translate.told import as_json, report, told

    status = max((told(units[0], item, translator.check) for item in done), default=0)
    if options.json:
        _print(as_json([report(units[0], done)]))
    return status


def _translator(options: argparse.Namespace) -> Translator:
    from translate.languages import language
    from translate.model import backend
    from translate.pipeline import Translator

    check, sandbox = _check(options)
    extents = dict(stated.split("=", 1) for stated in options.extent if "=" in stated)
    if len(extents) < len(options.extent):
        raise UsageError("--extent needs NAME=EXPRESSION", help="for example --extent a=n*m")
    return Translator(
        backend("copy" if options.candidate else options.model),
        language(options.to),
        check,
        options.candidates,
        sandbox,
        options.seed,
        not options.kernels_only,
        extents,
    )


def _outs(options: argparse.Namespace) -> list[str]:
    """The file that each piece goes into; none for standard output."""
    if not options.out:
        return []
    if not Path(options.out).is_dir():
        if len(options.files) > 1:
            raise UsageError("several files into one", path=options.out, help="give a folder that exists: -o FOLDER")
        return [options.out]
    if options.json or options.diff or "-" in options.files:
        raise UsageError("a folder takes the code of named files only", path=options.out, help="give a file: -o FILE")
    from translate.languages import language

    suffix = language(options.to).extensions[0]
    outs = [str(Path(options.out) / f"{Path(name).stem}{suffix}") for name in options.files]
    if len(set(outs)) < len(outs):
        raise UsageError("two files of one name", path=options.out, help="translate them into different folders")
    return outs


def _unit(path: str, source: str | None) -> SourceUnit:
    from translate.languages import language, language_of_path, languages
    from translate.source.reading import decoded, read_text
    from translate.units import SourceUnit

    spoken = language(source) if source else language_of_path(path)
    text = decoded(sys.stdin.buffer.read(), "<stdin>") if path == "-" else read_text(path)
    if spoken is None:
        known = ", ".join(one.name for one in languages())
        raise UsageError("unknown language", path=path, help=f"name it with --from: {known}")
    return SourceUnit(text, spoken, "<stdin>" if path == "-" else path)


def _check(options: argparse.Namespace) -> tuple[Level, Sandbox | None]:
    """The level to check to, lowered and said so where the environment lacks what a default needs."""
    from translate.errors import CompilerMissing
    from translate.languages import language
    from translate.units import Level
    from translate.verify.compilers import find
    from translate.verify.sandbox import SandboxUnavailable, open_sandbox

    asked, sandbox = options.check or "run", None
    try:
        if asked in ("compile", "run"):
            find(language(options.to))
        if asked == "run":
            find(language("cpp"))
            sandbox = open_sandbox(options.engine)
    except (CompilerMissing, SandboxUnavailable) as missing:
        if options.check:
            raise EnvironmentIncomplete(missing.message, help=missing.help) from missing
        asked, what = ("parse", "parsed") if isinstance(missing, CompilerMissing) else ("compile", "compiled, not run")
        print(f"translate: note: {missing.message}, results are only {what}\nhelp: {missing.help}", file=sys.stderr)
    return dict(zip(CHECKS, (Level.UNCHECKED, Level.PARSED, Level.COMPILED, Level.EQUIVALENT), strict=True))[asked], sandbox


def _require_writable(out: str, files: Sequence[str]) -> None:
    path = Path(out)
    for name in files:
        if name != "-" and path.exists() and path.samefile(name):
            raise UsageError("the output is the input", path=out, help="give another -o; the input is never overwritten")
    if path.is_dir() or not os.access(path.parent, os.W_OK) or (path.exists() and not os.access(path, os.W_OK)):
        raise UsageError("cannot be written", path=out, help="name a file in a folder that you may write to")


def _progress(path: str) -> Callable[[int, int], None]:
    """Shows how far a file is, on a terminal and from the second second on; the line is wiped at the end."""
    began = time.monotonic()

    def show(done: int, all_: int) -> None:
        if not sys.stderr.isatty() or time.monotonic() - began < 1:
            return
        line = f"{path}: {done} of {all_} functions" if done < all_ else ""
        print(f"\r\x1b[K{line}", end="", file=sys.stderr, flush=True)

    return show


def _print(text: str) -> None:
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()


def _write(text: str, out: str) -> None:
    # Behind a link the file is replaced, not the link; a device or pipe is written to.
    place = Path(out).resolve()
    temporary = place.with_name(f"{place.name}.{os.getpid()}.part")
    try:
        if place.exists() and not place.is_file():
            place.write_bytes(text.encode("utf-8"))
            return
        temporary.write_bytes(text.encode("utf-8"))
        temporary.replace(place)
    except OSError as fault:
        raise UsageError(f"cannot be written: {fault.strerror}", path=out, help="name a file in a folder that you may write to") from fault
    finally:
        temporary.unlink(missing_ok=True)


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


if __name__ == "__main__":
    raise SystemExit(main())
