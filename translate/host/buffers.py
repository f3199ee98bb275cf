"""How large each array is on the device, and which way it is copied."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from translate.host.arguments import Pair
from translate.host.bounds import Bound, extreme, highest, variables
from translate.host.counting import counted_through, rounds_of
from translate.host.measure import measured
from translate.host.places import Access
from translate.host.polynomial import Polynomial, number, quantity
from translate.host.walk import Walk
from translate.source.code import Parameter

NEGATIVE = ", which may be negative"
MEASURED = quantity("measured")


@dataclass(frozen=True, slots=True)
class Buffer:
    """Device memory for one array parameter of the kernel; extents count elements."""

    parameter: Parameter
    """The kernel's."""
    host: Parameter
    """The original's."""
    copied: Bound | None
    """Elements that the caller's array holds; None where that could not be derived."""
    allocated: Bound | None
    inner: tuple[Polynomial, ...]
    """What must be positive for anything to be touched."""
    in_bytes: bool
    """Whether the extents count bytes, because the array is read as another type."""
    copy_in: bool
    copy_out: bool
    may_be_null: bool
    why_missing: str = ""
    measured: tuple[str, ...] = ()
    """The lines of an expression for the extent, where only the data decide it; `copied` is then `MEASURED`."""


def buffers(pair: Pair, original: Walk, kernel: Walk, threads: Sequence[Bound], stated: Mapping[str, str]) -> list[Buffer]:
    """A buffer for each array parameter of the kernel that takes something of the original."""
    arrays = [parameter for parameter in pair.kernel.parameters if parameter.is_array and parameter.name in pair.taken]
    return [_buffer(pair, pair.taken[parameter.name], parameter, original, kernel, threads, stated) for parameter in arrays]


def _buffer(
    pair: Pair, host: Parameter, parameter: Parameter, original: Walk, kernel: Walk, threads: Sequence[Bound], stated: Mapping[str, str]
) -> Buffer:
    ours = [access for access in original.found if access.array == host.name]
    theirs = [access for access in kernel.found if access.array == parameter.name]
    in_bytes = any(access.bytes.terms or access.unit not in ("", kind) for access, kind in _typed(ours, host, theirs, parameter))
    in_bytes = in_bytes and host.name not in stated
    copied, allocated, why = _extents(host, ours, theirs, stated, in_bytes)
    lines = measured(pair.original, host) if copied is None and not in_bytes and NEGATIVE not in why else None
    if lines is not None:
        copied = allocated = MEASURED
    written = any(access.writes for access in (*ours, *theirs))
    read = any(access.reads for access in (*ours, *theirs))
    changeable = not host.constant and (host.is_array or host.is_reference)
    return Buffer(
        parameter,
        host,
        copied,
        allocated,
        inner=_inner(copied, ours or theirs, threads),
        in_bytes=in_bytes,
        copy_in=read or not any(_covers(access, copied) for access in ours),
        copy_out=written and changeable,
        may_be_null=host.name in original.at.tested or parameter.name in kernel.at.tested,
        why_missing=why,
        measured=lines or (),
    )


def _typed(ours: Sequence[Access], host: Parameter, theirs: Sequence[Access], parameter: Parameter) -> list[tuple[Access, str]]:
    return [*((access, host.type) for access in ours), *((access, parameter.type) for access in theirs)]


def _extents(
    host: Parameter, ours: Sequence[Access], theirs: Sequence[Access], stated: Mapping[str, str], in_bytes: bool
) -> tuple[Bound | None, Bound | None, str]:
    """Elements of the caller's array, elements on the device, and what stands in the way of deriving them."""
    if not host.is_array:
        return number(1), number(1), ""
    if host.name in stated:
        given = quantity(f"({stated[host.name]})")
        return given, given, ""
    mine, why = _touched(ours, in_bytes)
    kernels, why_not = _touched(theirs, in_bytes)
    if NEGATIVE in why or (not ours and kernels is None):
        return None, None, why or why_not
    copied = mine if mine is not None else kernels
    return copied, extreme("max", [part for part in (copied, kernels) if part is not None]), why


def _touched(found: Sequence[Access], in_bytes: bool) -> tuple[Bound | None, str]:
    """One more than the largest subscript or byte, and which subscript is in the way if there is none."""
    bounds: list[Bound] = []
    for access in found:
        end = _end(access, in_bytes)
        bound = highest(end, access.facts) if end is not None else None
        below = highest(number(1) - end, access.facts) if end is not None else None
        if bound is None:
            return None, access.text
        if access.certain and isinstance(below, Polynomial) and (below.value or 0) > 0 and not in_bytes:
            return None, access.text + NEGATIVE
        bounds.append(bound)
    return extreme("max", bounds), ""


def _end(access: Access, in_bytes: bool) -> Polynomial | None:
    if in_bytes:
        return access.last_byte
    return access.subscript + number(1) if access.subscript is not None else None


def _inner(copied: Bound | None, found: Sequence[Access], threads: Sequence[Bound]) -> tuple[Polynomial, ...]:
    """Numbers of rounds that make the extent too large where they are not positive: those of all accesses that reach so far."""
    if not isinstance(copied, Polynomial) or copied.value is not None:
        return ()
    ends = [(access, _end(access, in_bytes=False)) for access in found]
    furthest = [access for access, end in ends if end is not None and highest(end, access.facts) == copied]
    needed = [_rounds(access, copied, threads) for access in furthest or found]
    return tuple(one for one in needed[0] if all(one in others for others in needed)) if needed else ()


def _rounds(access: Access, copied: Polynomial, threads: Sequence[Bound]) -> list[Polynomial]:
    names = sorted(set(variables(access.subscript))) if access.subscript is not None else []
    rounds = [rounds_of(name, access.facts) for name in names]
    return list(dict.fromkeys(r for r in rounds if r is not None and r.value is None and r not in threads and copied.divided(r) is None))


def _covers(access: Access, extent: Bound | None) -> bool:
    """Whether the access writes every element and reads none."""
    return access.certain and not access.reads and extent is not None and counted_through(access) == extent
