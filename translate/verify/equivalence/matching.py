"""Which function of a candidate answers for the original, and which of its parameters stands for which."""

from __future__ import annotations

from collections.abc import Sequence

from translate.source.signatures import Parameter, Signature

DECORATIONS = ("dev", "device", "host", "gpu", "cpu", "d", "h", "g", "in", "ptr")


def answering(original: Signature, defined: Sequence[Signature]) -> Signature | None:
    """The function that a caller of `original` would use: of its name and place, else a kernel, else the last one."""
    kernels = [one for one in defined if one.place == "kernel"]
    hosts = [one for one in defined if one.place == "host"]
    if original.place == "host":
        same = [one for one in hosts if one.name == original.name]
        groups = [same if kernels else [], kernels, same, defined]
    else:
        groups = [[one for one in hosts if one.name == original.name], hosts, defined]
    for group in groups:
        named = [one for one in group if one.name == original.name]
        if named or group:
            return (named or list(group))[0 if named or group is kernels else -1]
    return None


def slots(original: Signature, candidate: Signature) -> tuple[int, ...] | str:
    """For each parameter of the candidate the place of its counterpart in the original; a sentence where one has none.

    Counterparts are found by name, then by name without `d_` and the like, then by type and order.
    """
    free = dict(enumerate(original.parameters))
    found: dict[int, int] = {}
    for alike in (_same_name, _similar_name, _same_type, _same_sort):
        for place, parameter in enumerate(candidate.parameters):
            if place not in found:
                slot = next((slot for slot, other in free.items() if alike(parameter, other)), None)
                if slot is not None:
                    found[place] = slot
                    del free[slot]
    missing = [parameter.name for place, parameter in enumerate(candidate.parameters) if place not in found]
    if missing:
        return f"the candidate's parameter '{missing[0]}' has no counterpart in the original"
    return tuple(found[place] for place in range(len(candidate.parameters)))


def _same_name(one: Parameter, other: Parameter) -> bool:
    return one.name == other.name and _same_sort(one, other)


def _similar_name(one: Parameter, other: Parameter) -> bool:
    return _plain(one.name) == _plain(other.name) and _same_sort(one, other)


def _same_type(one: Parameter, other: Parameter) -> bool:
    return _words(one.type) == _words(other.type) and one.is_array == other.is_array


def _same_sort(one: Parameter, other: Parameter) -> bool:
    return one.is_array == other.is_array


def _plain(name: str) -> str:
    words = [word for word in name.lower().split("_") if word]
    kept = [word for word in words if word not in DECORATIONS]
    return "".join(kept or words)


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in text.split() if word not in ("const", "volatile", "__restrict__"))
