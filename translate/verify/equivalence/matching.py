"""Which function of a candidate answers for the original, and which of its parameters stands for which."""

from __future__ import annotations

from collections.abc import Sequence

from translate.source.signatures import CONTAINERS, Parameter, Signature, words
from translate.verify.equivalence.running import RETURNED

DECORATIONS = ("dev", "device", "host", "gpu", "cpu", "d", "h", "g", "in", "ptr")


def answering(original: Signature, defined: Sequence[Signature]) -> Signature | None:
    """The function that a caller of `original` would use: of its name and place, else a kernel, else the last one."""
    kernels = [one for one in defined if one.place == "kernel"]
    hosts = [one for one in defined if one.place == "host"]
    if original.place == "host":
        same = [one for one in hosts if one.name == original.name] or [one for one in hosts if _folded(one) == _folded(original)]
        groups = [same if kernels else [], kernels, same, defined]
    else:
        groups = [[one for one in hosts if one.name == original.name], hosts, defined]
    for group in groups:
        named = [one for one in group if one.name == original.name]
        if named or group:
            return (named or list(group))[0 if named or group is kernels else -1]
    return None


def slots(original: Signature, candidate: Signature, *, places: bool = False) -> tuple[int, ...] | str:
    """For each parameter of the candidate the place of its counterpart in the original; a sentence where one has none.

    Counterparts are found by name, then by name without `d_` and the like, then by type and order. With `places`, as for Fortran, a
    number may answer for the place of one, and what one side returns for a place on the other: RETURNED stands for the original's
    value, and one more number at the end for the argument that holds what the candidate returns.
    """
    free = dict(enumerate(original.parameters))
    found: dict[int, int] = {}
    by_place = (_place_of_same_name, _place_of_similar_name) if places else ()
    for alike in (_same_name, _similar_name, *by_place, _same_type, _same_sort, *((_place_of_same_type,) if places else ())):
        for place, parameter in enumerate(candidate.parameters):
            if place not in found:
                slot = next((slot for slot, other in free.items() if alike(parameter, other)), None)
                if slot is not None:
                    found[place] = slot
                    del free[slot]
    returning = _returning(original, candidate, free, found) if places else ()
    missing = [parameter.name for place, parameter in enumerate(candidate.parameters) if place not in found]
    if missing:
        return f"the candidate's parameter '{missing[0]}' has no counterpart in the original"
    mute = original.returns != "void" and candidate.returns == "void" and candidate.place == "host"
    if places and mute and RETURNED not in found.values():
        return "the candidate returns nothing, and has no argument for it"
    return (*(found[place] for place in range(len(candidate.parameters))), *returning)


def _returning(original: Signature, candidate: Signature, free: dict[int, Parameter], found: dict[int, int]) -> tuple[int, ...]:
    """Pairs what one side returns with an argument of the other, in `found` or as the number at the end."""
    missing = [place for place, parameter in enumerate(candidate.parameters) if place not in found]
    if original.returns != "void" and candidate.returns == "void" and len(missing) == 1 and candidate.parameters[missing[0]].is_place:
        found[missing[0]] = RETURNED
    if original.returns == "void" and candidate.returns != "void" and not missing:
        filled = bool(CONTAINERS & set(words(candidate.returns)))
        left = [slot for slot, parameter in free.items() if parameter.is_array and parameter.is_place != filled]
        return tuple(left[:1])
    return ()


def _same_name(one: Parameter, other: Parameter) -> bool:
    return one.name == other.name and _same_sort(one, other)


def _similar_name(one: Parameter, other: Parameter) -> bool:
    return _plain(one.name) == _plain(other.name) and _same_sort(one, other)


def _same_type(one: Parameter, other: Parameter) -> bool:
    return _words(one.type) == _words(other.type) and one.is_array == other.is_array


def _same_sort(one: Parameter, other: Parameter) -> bool:
    return one.is_array == other.is_array


def _place_of_same_name(one: Parameter, other: Parameter) -> bool:
    return one.name.lower() == other.name.lower() and _number_and_place(one, other)


def _place_of_similar_name(one: Parameter, other: Parameter) -> bool:
    return _plain(one.name) == _plain(other.name) and _number_and_place(one, other)


def _place_of_same_type(one: Parameter, other: Parameter) -> bool:
    return _words(one.type) == _words(other.type) and _number_and_place(one, other)


def _number_and_place(one: Parameter, other: Parameter) -> bool:
    return one.is_array != other.is_array and (one.is_place or other.is_place)


def _folded(signature: Signature) -> str:
    """The name as a Fortran compiler sees it, with or without the underscore that some append."""
    return signature.name.lower().rstrip("_")


def _plain(name: str) -> str:
    words = [word for word in name.lower().split("_") if word]
    kept = [word for word in words if word not in DECORATIONS]
    return "".join(kept or words)


def _words(text: str) -> tuple[str, ...]:
    plain = (*CONTAINERS, "const", "volatile", "__restrict__", "std")
    return tuple(word for word in words(text) if word not in plain)
