"""Host functions around translated kernels: memory, launch and errors, under the name and signature of the original."""

from __future__ import annotations

from translate.host.callers import host_function
from translate.host.launch import Launch
from translate.host.part import HostPart, arguments, host_part, launch_extents, together
from translate.host.write import PRELUDE

__all__ = ["PRELUDE", "HostPart", "Launch", "arguments", "host_function", "host_part", "launch_extents", "together"]
