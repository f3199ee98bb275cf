"""Host functions for originals whose parameters or result no kernel takes: vectors, and a number that is returned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from translate.host.part import HostPart, host_part
from translate.languages import language
from translate.source.code import renamed_function
from translate.source.plain_arrays import NotPlain, with_plain_arrays
from translate.source.result_place import calling, with_result_place


def host_function(original: str, name: str, kernel: str, stated: Mapping[str, str] | None = None) -> HostPart:
    """As `host_part`; where the kernel takes a vector as a pointer, or leaves the result at a place, by way of a function that does too."""
    into = f"{name}_into"
    try:
        plain, given = with_plain_arrays(original)
    except NotPlain:
        return host_part(original, kernel, stated)
    placed = with_result_place(plain, into)
    if placed is None and plain == original:
        return host_part(original, kernel, stated)
    inner = placed or renamed_function(plain, language("cpp"), name, into)
    part = host_part(inner, renamed_function(kernel, language("cuda"), name, f"{name}_kernel"), stated)
    return part if part.host is None else replace(part, host=f"static {part.host}\n{calling(original, into, given)}")
