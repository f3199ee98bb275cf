"""What a kernel's parameters are in those of the function it was made from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from translate.languages import language
from translate.source.code import FunctionCode, Parameter, read_functions

INTEGERS = frozenset("int long short char size_t bool unsigned signed uint int32_t uint32_t int64_t uint64_t int8_t uint8_t".split())
NUMBERS = INTEGERS | {"float", "double"}
SPELLINGS = {"uint": "unsigned int", "unsigned": "unsigned int", "uchar": "unsigned char", "uint8_t": "unsigned char"}


@dataclass(frozen=True, slots=True)
class Pair:
    """A function, the kernel made from it, and for each parameter of the kernel the original's that it takes, if one fits."""

    original: FunctionCode
    kernel: FunctionCode
    taken: Mapping[str, Parameter]
    computed: Mapping[str, str] = field(default_factory=dict)
    """Scalars of the kernel that the original has no parameter for -> what they are."""

    def expression(self, parameter: Parameter) -> str | None:
        """The scalar that the kernel's parameter gets, in the original's parameters; None for an array, and where nothing fits."""
        given = self.taken.get(parameter.name)
        if given is None or parameter.is_array:
            return self.computed.get(parameter.name)
        return f"(*{given.name})" if given.is_array else given.name


def read_pair(original: str, kernel: str) -> Pair | None:
    """Both functions taken apart, the last C++ function and the last kernel; None where the text holds none that can be read."""
    functions = read_functions(original, language("cpp"))
    kernels = [function for function in read_functions(kernel, language("cuda")) if function.is_kernel]
    if not functions or not kernels:
        return None
    return Pair(functions[-1], kernels[-1], _matched(functions[-1], kernels[-1]))


def _matched(original: FunctionCode, kernel: FunctionCode) -> dict[str, Parameter]:
    """By name first, then in order: by type, and by ever looser likeness."""
    taken: dict[str, Parameter] = {}
    left = list(original.parameters)
    for given in kernel.parameters:
        same = next((mine for mine in left if mine.name == given.name and _alike(mine, given)), None)
        if same is not None:
            taken[given.name] = same
            left.remove(same)
    for likeness in (_same_type, _alike, _generic, _pointed_at):
        for mine, given in _in_order(kernel, left, taken, likeness):
            taken[given.name] = mine
            left.remove(mine)
    return taken


def _in_order(
    kernel: FunctionCode, left: list[Parameter], taken: Mapping[str, Parameter], likeness: Callable[[Parameter, Parameter], bool]
) -> Iterator[tuple[Parameter, Parameter]]:
    for given in kernel.parameters:
        mine = next((mine for mine in left if likeness(mine, given)), None) if given.name not in taken else None
        if mine is not None:
            yield mine, given


def _same_type(mine: Parameter, given: Parameter) -> bool:
    return _alike(mine, given) and (mine.is_array or _plain(mine) == _plain(given))


def _alike(mine: Parameter, given: Parameter) -> bool:
    """Whether the values of one fit the other: elements of the same type, or numbers of either kind."""
    if given.is_array:
        return (mine.is_array or mine.is_reference) and _plain(mine) == _plain(given)
    return not mine.is_array and _is_number(mine) == _is_number(given) and (_is_number(mine) or _plain(mine) == _plain(given))


def _generic(mine: Parameter, given: Parameter) -> bool:
    """Whether a template's parameter may be the type of the other."""
    return (mine.generic or given.generic) and mine.is_array == given.is_array


def _pointed_at(mine: Parameter, given: Parameter) -> bool:
    """Whether one is an array of what the other is one of."""
    return mine.is_array != given.is_array and _plain(mine) == _plain(given)


def _plain(parameter: Parameter) -> str:
    words = [word for word in parameter.type.split() if word != "struct"]
    if len(words) > 1 and words[-1] == "int" and words[-2] in ("long", "short"):
        words = words[:-1]
    return SPELLINGS.get(" ".join(words), " ".join(words))


def _is_number(parameter: Parameter) -> bool:
    return bool(NUMBERS & set(parameter.type.split()))
