"""The text of a host function: memory, copies, launch, errors."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from translate.host.arguments import Pair
from translate.host.bounds import Bound, text_of
from translate.host.buffers import Buffer
from translate.host.launch import AXES, Launch

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
        before, after = _moves(buffer, devices[buffer.parameter.name], names)
        lines += before
        back += after
    lines += [
        f"const dim3 {block}({', '.join(_block(launch, threads, place) for place in range(3))});",
        f"const dim3 {grid}({', '.join(_grid(launch, threads, place) for place in range(3))});",
        f"{kernel_name}<<<{grid}, {block}>>>({call});",
        _checked("cudaGetLastError()"),
        _checked("cudaDeviceSynchronize()"),
        *back,
        *(_checked(f"cudaFree({name})") for name in devices.values()),
    ]
    return "\n".join([f"{pair.original.head}", "{", *(f"    {line}" for line in lines), "}"]) + "\n"


def _moves(buffer: Buffer, device: str, names: Names) -> tuple[list[str], list[str]]:
    """The lines that bring an array to the device, and those that bring it back."""
    assert buffer.copied is not None and buffer.allocated is not None
    host = buffer.host.name if buffer.host.is_array else f"&{buffer.host.name}"
    size = "1" if buffer.in_bytes else f"sizeof({buffer.host.type})"
    copied = names.own(f"{buffer.host.name}_bytes")
    lines = [f"const std::size_t {copied} = {_bytes(buffer.copied, size, buffer)};"]
    room = copied
    if buffer.allocated != buffer.copied:
        room = names.own(f"{buffer.host.name}_room")
        lines.append(f"const std::size_t {room} = std::max({copied}, {_bytes(buffer.allocated, size, buffer)});")
    allocation = _checked(f"cudaMalloc(reinterpret_cast<void **>(&{device}), {room})")
    present = f"if ({buffer.host.name} != nullptr) " if buffer.may_be_null else ""
    lines += [f"{buffer.host.type} *{device} = nullptr;", present + allocation]
    if buffer.copy_in:
        lines.append(present + _checked(f"cudaMemcpy({device}, {host}, {copied}, cudaMemcpyHostToDevice)"))
    out = [present + _checked(f"cudaMemcpy({host}, {device}, {copied}, cudaMemcpyDeviceToHost)")] if buffer.copy_out else []
    return lines, out


def _bytes(elements: Bound, size: str, buffer: Buffer) -> str:
    plain = text_of(elements)
    count = plain if plain.isdecimal() else f"static_cast<std::size_t>(std::max<long long>({plain}, 0))"
    if buffer.inner:
        count = f"({' && '.join(f'{inner.text} > 0' for inner in buffer.inner)} ? {count} : 0)"
    return count if size == "1" else size if count == "1" else f"{count} * {size}"


def _block(launch: Launch, threads: dict[str, str], place: int) -> str:
    if launch.in_block[place] and AXES[place] in threads:
        return f"static_cast<unsigned>({threads[AXES[place]]})"
    return str(launch.block[place])


def _grid(launch: Launch, threads: dict[str, str], place: int) -> str:
    name, size = threads.get(AXES[place]), launch.block[place]
    if name is None or launch.in_block[place]:
        return "1"
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
