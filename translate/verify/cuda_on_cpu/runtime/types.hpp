// NVIDIA's own types (vectors, error codes, properties) and the keywords that mean nothing to a C++ compiler.
#pragma once

#include <math.h>
#include <stdlib.h>

#include <algorithm>
#include <cfloat>
#include <climits>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <map>
#include <new>
#include <tuple>
#include <type_traits>
#include <utility>

#include <builtin_types.h>

// nvcc includes these for every source, and sources count on it.
#include <assert.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#undef __launch_bounds__
#define __launch_bounds__(...)
#undef __noinline__
#undef __shared__
// What the rewriting could not read (a macro's body) still is one copy for the block.
#define __shared__ static

#ifndef CUDART_CB
#define CUDART_CB
#endif
#ifndef CUDART_VERSION
#define CUDART_VERSION 13000
#endif

// NVIDIA's make_ functions lie behind its declarations of the whole interface, which would clash with the ones here.
#define CUDA_ON_CPU_VECTOR(type, part)                                                                 \
    inline type##1 make_##type##1(part x) { return {x}; }                                              \
    inline type##2 make_##type##2(part x, part y) { return {x, y}; }                                   \
    inline type##3 make_##type##3(part x, part y, part z) { return {x, y, z}; }                        \
    inline type##4 make_##type##4(part x, part y, part z, part w) { return {x, y, z, w}; }
CUDA_ON_CPU_VECTOR(char, signed char)
CUDA_ON_CPU_VECTOR(uchar, unsigned char)
CUDA_ON_CPU_VECTOR(short, short)
CUDA_ON_CPU_VECTOR(ushort, unsigned short)
CUDA_ON_CPU_VECTOR(int, int)
CUDA_ON_CPU_VECTOR(uint, unsigned)
CUDA_ON_CPU_VECTOR(long, long)
CUDA_ON_CPU_VECTOR(ulong, unsigned long)
CUDA_ON_CPU_VECTOR(longlong, long long)
CUDA_ON_CPU_VECTOR(ulonglong, unsigned long long)
CUDA_ON_CPU_VECTOR(float, float)
CUDA_ON_CPU_VECTOR(double, double)
#undef CUDA_ON_CPU_VECTOR

inline uint3 threadIdx{};
inline uint3 blockIdx{};
inline dim3 blockDim{};
inline dim3 gridDim{};
inline constexpr int warpSize = 32;

// For what runs on many fibers: to ThreadSanitizer the scheduler's own state would look like a race.
#define CUDA_ON_CPU_QUIET __attribute__((no_sanitize("thread")))

#if defined(__SANITIZE_ADDRESS__)
#define CUDA_ON_CPU_ADDRESS 1
#include <sanitizer/asan_interface.h>
#include <sanitizer/common_interface_defs.h>
#endif
#if defined(__SANITIZE_THREAD__)
#define CUDA_ON_CPU_THREAD 1
#include <sanitizer/tsan_interface.h>
#endif
