"""The text of a host function: memory, copies, launch, errors."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from translate.host.arguments import Pair
from translate.host.bounds import Bound, text_of
from translate.host.buffers import Buffer
from translate.host.launch import AXES, Launch
from translate.host.polynomial import quantity

PRELUDE = """\
#ifndef HPC_TRANSLATE_CHECK
#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cuda_runtime.h>
#define HPC_TRANSLATE_CHECK(call)                                                                              \\
    do {                                                                                                       \\
        const cudaError_t hpc_translate_status = (call);                                                       \\
        if (hpc_translate_status != cudaSuccess) {                                                             \\
            std::fprintf(stderr, "%s:%d: error: %s\\n", __FILE__, __LINE__, cudaGetErrorString(hpc_translate_status)); \\
            std::abort();                                                                                      \\
        }                                                                                                      \\
    } while (0)
#endif
"""


class Names:
    """Names for the host function's own variables, none of which is in use."""

    def __init__(self, used: Iterable[str]) -> None:
        self._used = set(used)

    def own(self, wanted: str) -> str:
        """`wanted`, or something like it."""
        while wanted in self._used:
            wanted += "_"
        self._used.add(wanted)
        return wanted


def host_text(pair: Pair, kernel_name: str, launch: Launch, buffers: Sequence[Buffer]) -> str:
    """The function that does on the device what the original does, with the original's head."""
    names = Names(pair.original.names | {kernel_name})
    threads = {axis: names.own(f"threads_{axis}") for axis, extent in zip(AXES, launch.extents, strict=True) if extent != "1"}
    devices = {buffer.parameter.name: names.own(f"device_{buffer.host.name}") for buffer in buffers}
    block, grid = names.own("block"), names.own("grid")
    lines = [f"const long long {threads[axis]} = {launch.extents[AXES.index(axis)]};" for axis in threads]
    if threads:
        lines.append(f"if ({' || '.join(f'{name} <= 0' for name in threads.values())}) return;")
    call = ", ".join(_argument(pair, devices, place) for place in range(len(pair.kernel.parameters)))
    back: list[str] = []
    for buffer in buffers:
        before, after = _moves(buffer, devices[buffer.parameter.name], names, launch.extents)
        lines += before
        back += after
    lines += [
        f"const dim3 {block}({', '.join(_block(launch, place) for place in range(3))});",
        f"const dim3 {grid}({', '.join(_grid(launch, threads, place) for place in range(3))});",
        f"{kernel_name}<<<{grid}, {block}>>>({call});",
        _checked("cudaGetLastError()"),
        _checked("cudaDeviceSynchronize()"),
        *back,
        *(_checked(f"cudaFree({name})") for name in devices.values()),
    ]
    return "\n".join([f"{pair.original.head}", "{", *(f"    {line}" for line in lines), "}"]) + "\n"


def _moves(buffer: Buffer, device: str, names: Names, positive: Sequence[str]) -> tuple[list[str], list[str]]:
    """The lines that bring an array to the device, and those that bring it back; extents that are `positive` need no care."""
    assert buffer.copied is not None and buffer.allocated is not None
    name, kind = buffer.host.name, buffer.host.type
    host = name if buffer.host.is_array else f"&{name}"
    size = "1" if buffer.in_bytes else f"sizeof({kind})"
    lines: list[str] = []
    copied, allocated = buffer.copied, buffer.allocated
    if buffer.measured:
        extent = names.own(f"{name}_extent")
        lines += [f"// Only the data say how large {name} is; a comment that states its extent spares the search."]
        lines += [f"const long long {extent} = {buffer.measured[0]}", *buffer.measured[1:-1], f"{buffer.measured[-1]};"]
        copied = allocated = quantity(extent)
    room = names.own(f"{name}_bytes")
    lines.append(f"const std::size_t {room} = {_bytes(copied, size, buffer, positive)};")
    filled = room
    if allocated != copied:
        room = names.own(f"{name}_room")
        lines.append(f"const std::size_t {room} = std::max<std::size_t>({filled}, {_bytes(allocated, size, buffer, positive)});")
    present = f"if ({name} != nullptr) " if buffer.may_be_null else ""
    lines.append(f"{kind} *{device} = nullptr;")
    lines.append(present + _checked(f"cudaMalloc(reinterpret_cast<void **>(&{device}), {room})"))
    if buffer.copy_in:
        lines.append(present + _checked(f"cudaMemcpy({device}, {host}, {filled}, cudaMemcpyHostToDevice)"))
    out = [present + _checked(f"cudaMemcpy({host}, {device}, {filled}, cudaMemcpyDeviceToHost)")] if buffer.copy_out else []
    return lines, out


def _bytes(elements: Bound, size: str, buffer: Buffer, positive: Sequence[str]) -> str:
    plain = text_of(elements)
    if plain.isdecimal():
        count = plain
    else:
        count = f"static_cast<std::size_t>({plain if plain in positive else f'std::max<long long>({plain}, 0)'})"
    if buffer.inner:
        count = f"({' && '.join(f'{inner.text} > 0' for inner in buffer.inner)} ? {count} : 0)"
    return count if size == "1" else size if count == "1" else f"{count} * {size}"


def _block(launch: Launch, place: int) -> str:
    return f"static_cast<unsigned>({launch.lanes[place]})" if launch.lanes[place] else str(launch.block[place])


def _grid(launch: Launch, threads: dict[str, str], place: int) -> str:
    name, size = threads.get(AXES[place]), launch.block[place]
    if name is None or launch.lanes[place] == launch.extents[place]:
        return "1"
    if launch.lanes[place]:
        return f"static_cast<unsigned>({name} / ({launch.lanes[place]}))"
    return f"static_cast<unsigned>({name})" if size == 1 else f"static_cast<unsigned>(({name} + {size - 1}) / {size})"


def _argument(pair: Pair, devices: dict[str, str], place: int) -> str:
    parameter = pair.kernel.parameters[place]
    if parameter.is_array:
        device, inner = devices[parameter.name], parameter.sizes if "*" in parameter.shape else parameter.sizes[1:]
        shape = "".join(f"[{size.text}]" for size in inner)
        return f"reinterpret_cast<{parameter.type} (*){shape}>({device})" if inner else device
    return pair.expression(parameter) or ""


def _checked(call: str) -> str:
    return f"HPC_TRANSLATE_CHECK({call});"
