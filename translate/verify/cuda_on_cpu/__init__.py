"""CUDA programs on a machine without a GPU: the source becomes C++17 that any g++ builds against a runtime of our own.

A block's threads are fibers that leave the processor only at barriers and warp operations; blocks run one after
another. Covered: static and dynamic shared memory, `__syncthreads` and its votes, `__syncwarp`, shuffles, votes, matches
and reductions with masks, atomics, `__constant__` and `__device__` variables, the usual memory functions, streams and
events (synchronous), error codes, device intrinsics, vector types, templates.

Thread mode is for small launches: its cost grows with the square of the block size (1,024 threads take 1.8 GB and
17 microseconds a thread and barrier), and it calls two threads that write the same value to one place a race, as CUDA does.
The sanitizers reserve terabytes of addresses, so no limit on address space may stand when they run.

Not covered, and reported by `unsupported`: textures and surfaces, cooperative groups, 16-bit floating point, tensor
cores, asynchronous copies, inline PTX, kernels launched from kernels, device-side `new` and `malloc`, Thrust, CUB and
NVIDIA's libraries, graphs, several devices or host threads, warp operations without a mask, launches inside macros.
Not covered and not seen: blocks that wait for each other (they hang; the caller sets the time limit), and code that trusts a
warp to run in lockstep (its results are wrong here, and undefined on a GPU).
"""

from __future__ import annotations

from translate.verify.cuda_on_cpu.build import ExitStatus, build_flags, exit_status, headers, nvidia_headers
from translate.verify.cuda_on_cpu.rewrite import to_cpp, unsupported

__all__ = ["ExitStatus", "build_flags", "exit_status", "headers", "nvidia_headers", "to_cpp", "unsupported"]
