// CUDA kernels as plain C++17: what a rewritten source includes in place of cuda_runtime.h.
//
// A grid's blocks run one after another. A block's threads run as fibers that leave the processor only at a barrier
// or a warp operation, so a block that has neither costs one function call a thread.
//
// One host thread only; streams and events are synchronous. Environment: CUDA_ON_CPU_FILL, the byte that fresh device
// and shared memory is filled with (default 0).
#pragma once

#include "types.hpp"

#include "fault.hpp"
#include "fiber.hpp"
#include "block.hpp"
#include "warp.hpp"
#include "shared.hpp"
#include "memory.hpp"
#include "copies.hpp"
#include "strict.hpp"
#include "launch.hpp"
#include "device.hpp"
#include "atomics.hpp"
#include "intrinsics.hpp"
#include "arithmetic.hpp"

// Only from here on: NVIDIA's headers above would ask for compiler built-ins.
#ifndef __CUDACC__
#define __CUDACC__ 1
#endif
#ifndef __CUDA_ARCH__
#define __CUDA_ARCH__ 800
#endif
