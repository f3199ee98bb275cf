"""A file's bytes to text, with a clear word about what cannot be read."""

from __future__ import annotations

from pathlib import Path

from translate.errors import UsageError

LARGEST = 8_000_000
"""Bytes of a file that is read; larger ones are generated, and are better translated in parts."""


def read_text(path: str) -> str:
    """The text of the file at `path`, line ends and byte order mark as they are. Raises UsageError."""
    file = Path(path)
    if file.is_dir():
        raise UsageError("is a directory", path=path, help="name the files in it")
    try:
        size = file.stat().st_size
        if size > LARGEST:
            raise UsageError(f"{size:,} bytes are more than {LARGEST:,}", path=path, help="split the file, or cut out a part")
        return decoded(file.read_bytes(), path)
    except FileNotFoundError as fault:
        raise UsageError("no such file", path=path, help="check the name and the folder") from fault
    except OSError as fault:
        raise UsageError(f"cannot be read: {fault.strerror}", path=path, help="check its permissions") from fault


def decoded(content: bytes, path: str) -> str:
    """`content` as text. Raises UsageError with the place of the first byte that is not UTF-8 or is NUL."""
    try:
        text = content.decode("utf-8")
        place = content.find(b"\0")
        if place < 0:
            return text
        what, advice = "a NUL byte: this is a binary file", "name a source file"
    except UnicodeDecodeError as fault:
        place, what = fault.start, f"byte 0x{content[fault.start]:02x} is not UTF-8"
        advice = "convert the file: iconv -f latin1 -t utf-8"
    line = content.count(b"\n", 0, place) + 1
    column = place - (content.rfind(b"\n", 0, place) + 1) + 1
    raise UsageError(what, path=path, line=line, column=column, help=advice)
