"""A kernel and its original to a host part: everything derived, put together, or named as missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from translate.host.arguments import Pair, read_pair
from translate.host.buffers import Buffer, buffers
from translate.host.launch import AXES, Launch, Plan, planned
from translate.host.polynomial import Polynomial, number, quantity
from translate.host.walk import Walk, walked
from translate.host.write import PRELUDE, Names, host_text
from translate.languages import language
from translate.source.code import comments_in, renamed_function

MARK = "extent "


@dataclass(frozen=True, slots=True)
class HostPart:
    """A kernel and the host function that calls it; a unit is the prelude, once, then kernels and host functions."""

    kernel: str
    """The kernel's text, renamed where its name was the original's."""
    host: str | None
    """None where something is missing."""
    missing: tuple[str, ...] = ()
    """What could not be derived: the names of arrays, `threads.x`, `NAME of the kernel`, or a sentence."""
    help: tuple[str, ...] = ()
    """A line of advice for each."""
    measured: tuple[str, ...] = ()
    """Arrays whose extent the host function looks for in the data, because no expression gives it."""
    prelude: str = PRELUDE
    """What the host function needs above it; harmless when it stands in a unit twice."""

    @property
    def text(self) -> str:
        """Everything as one unit."""
        return "\n".join([self.prelude, self.kernel.rstrip() + "\n", self.host or ""])


def host_part(original: str, kernel: str, stated: Mapping[str, str] | None = None) -> HostPart:
    """The host function under the original's name and signature, and the kernel it calls.

    `stated` gives extents that cannot be derived, by the name of an array of the original or `threads.x`; comments
    `// extent NAME: EXPRESSION` in the original do the same.
    """
    pair = read_pair(original, kernel)
    if pair is None:
        return HostPart(kernel, None, ("a C++ function and a kernel that can be read",), ("check the syntax of both",))
    known = {**_stated_in(original), **(stated or {})}
    pair, plan, ours, theirs = read(pair, known)
    arrays = buffers(pair, ours, theirs, plan.threads, known)
    missing = {**_unfit(pair), **_unlaunched(plan.launch), **_unsized(arrays)}
    name = _kernel_name(pair)
    renamed = renamed_function(kernel, language("cuda"), pair.kernel.name, name) if name != pair.kernel.name else kernel
    if missing:
        return HostPart(renamed, None, tuple(missing), tuple(missing.values()))
    measured = tuple(buffer.host.name for buffer in arrays if buffer.measured)
    return HostPart(renamed, host_text(pair, name, plan.launch, arrays), measured=measured)


def launch_extents(original: str, kernel: str, stated: Mapping[str, str] | None = None) -> Launch:
    """How many threads the kernel needs to do what the original does."""
    pair = read_pair(original, kernel)
    if pair is None:
        return Launch(("0", "0", "0"), (1, 1, 1), missing=("threads.x",))
    return read(pair, {**_stated_in(original), **(stated or {})})[1].launch


def arguments(original: str, kernel: str) -> dict[str, str | None]:
    """For each parameter of the kernel, what it takes of the original's: a name or an expression; None where nothing fits."""
    found = read_pair(original, kernel)
    if found is None:
        return {}
    pair = read(found, _stated_in(original))[0]
    taken = pair.taken
    return {p.name: taken[p.name].name if p.is_array and p.name in taken else pair.expression(p) for p in pair.kernel.parameters}


def together(parts: Iterable[HostPart]) -> str:
    """The parts as one unit, with the prelude once."""
    return "\n".join([PRELUDE, *(text for part in parts for text in (part.kernel.rstrip() + "\n", part.host or ""))])


def read(pair: Pair, stated: Mapping[str, str]) -> tuple[Pair, Plan, Walk, Walk]:
    """The pair with what could be computed, the launch, and the walks through both, in the original's parameters."""
    original = walked(pair.original)
    pair = _completed(pair, original, stated)
    hosts = _hosts(pair)
    plan = planned(pair, original, walked(pair.kernel, _given(pair), hosts=hosts), stated)
    return pair, plan, original, walked(pair.kernel, _given(pair), plan.limits, hosts)


def _completed(pair: Pair, original: Walk, stated: Mapping[str, str]) -> Pair:
    """The pair with the scalars computed that bear no name of the original, where its loops say what they are."""
    strange = [p.name for p in pair.kernel.parameters if not p.is_array and (p.name not in pair.taken or pair.taken[p.name].name != p.name)]
    if not strange:
        return pair
    bare = replace(pair, taken={name: parameter for name, parameter in pair.taken.items() if name not in strange})
    kernel = walked(bare.kernel, _given(bare), hosts=_hosts(bare))
    computed = _computed(bare, original, kernel, planned(bare, original, kernel, stated))
    computed = {name: text for name, text in computed.items() if name not in pair.taken or text.strip("()") != pair.taken[name].name}
    return replace(pair, taken={name: p for name, p in pair.taken.items() if name not in computed}, computed=computed)


def _hosts(pair: Pair) -> dict[str, str]:
    return {name: parameter.name for name, parameter in pair.taken.items() if parameter.is_array}


def _computed(pair: Pair, original: Walk, kernel: Walk, plan: Plan) -> dict[str, str]:
    """Scalars that the kernel has and the original lacks: those it computes under the same name, and bounds of threads."""
    lacking = [p.name for p in pair.kernel.parameters if not p.is_array and p.name not in pair.taken]
    computed = {name: f"({original.locals[name].text})" for name in lacking if name in original.locals}
    limits = {limit for access in kernel.found for limit in access.facts.limits}
    for name in lacking:
        for axis, extent in zip(AXES, plan.launch.extents, strict=True):
            if quantity(f"thread.{axis}") + number(1) - quantity(unknown(name)) in limits and extent != "0":
                computed.setdefault(name, f"({extent})")
    return computed


def _given(pair: Pair) -> dict[str, Polynomial]:
    given = {}
    for parameter in pair.kernel.parameters:
        if not parameter.is_array:
            expression = pair.expression(parameter)
            given[parameter.name] = quantity(expression if expression is not None else unknown(parameter.name))
    return given


def unknown(name: str) -> str:
    """The quantity that stands for a parameter of which nothing is known."""
    return f"{name}#0"


def _stated_in(original: str) -> dict[str, str]:
    """The extents that comments of the original state."""
    stated = {}
    for comment in comments_in(original, language("cpp")):
        words = comment.strip("/* \t\n")
        name, colon, expression = words.removeprefix(MARK).partition(":")
        if words.startswith(MARK) and colon:
            stated[name.strip()] = expression.strip()
    return stated


def _unfit(pair: Pair) -> dict[str, str]:
    """What is in the way in the signatures -> advice."""
    found = {}
    if pair.original.returns not in ("void", ""):
        found["a host function that returns a value"] = "let the original return through a parameter"
    for parameter in pair.kernel.parameters:
        if parameter.shape.count("*") > 1 and not parameter.sizes:
            found[f"{parameter.name} of the kernel"] = "an array of pointers cannot be copied: hand in one array"
        elif parameter.name not in pair.taken and parameter.name not in pair.computed:
            found[f"{parameter.name} of the kernel"] = f"the original has no parameter that fits '{parameter.name}'"
    return found


def _unlaunched(launch: Launch) -> dict[str, str]:
    return {
        name: f"state the number of threads: // extent {name}: EXPRESSION, in the original, or the same as an argument"
        for name in launch.missing
    }


def _unsized(arrays: Sequence[Buffer]) -> dict[str, str]:
    return {
        buffer.host.name: f"the extent of '{buffer.host.name}' cannot be derived from '{buffer.why_missing}': state it as "
        f"// extent {buffer.host.name}: EXPRESSION, in the original, or as an argument"
        for buffer in arrays
        if buffer.copied is None
    }


def _kernel_name(pair: Pair) -> str:
    """The kernel's name, or another where the host function needs it for something else."""
    name = pair.kernel.name
    taken = {pair.original.name} | {parameter.name for parameter in pair.original.parameters}
    return name if name not in taken else Names(pair.original.names | pair.kernel.names).own(f"{name}_kernel")
