// A kernel launch: checks the configuration as the driver would, then runs the grid's blocks one after another.
#pragma once

namespace cuda_on_cpu {

struct Configuration {
    const char* name;
    dim3 grid;
    dim3 threads;
    std::size_t shared_bytes;
};

inline std::map<const void*, std::size_t>& shared_limits() {
    static std::map<const void*, std::size_t> limits;
    return limits;
}

/// More dynamic shared memory than 48 KB must be asked for, by kernel.
inline std::size_t shared_limit_of(const void* kernel) {
    auto found = shared_limits().find(kernel);
    return found == shared_limits().end() ? shared_limit_without_asking : found->second;
}

inline cudaError_t checked(const Configuration& asked, std::size_t shared_bytes_allowed) {
    const dim3 &grid = asked.grid, &threads = asked.threads;
    auto within = [](const dim3& size, unsigned x, unsigned y, unsigned z) {
        return size.x - 1 < x && size.y - 1 < y && size.z - 1 < z;
    };
    if (!within(grid, INT_MAX, 65535, 65535) || !within(threads, 1024, 1024, 64)) return cudaErrorInvalidConfiguration;
    if (std::size_t(threads.x) * threads.y * threads.z > max_threads) return cudaErrorInvalidConfiguration;
    if (asked.shared_bytes > shared_bytes_allowed) return cudaErrorInvalidValue;
    return cudaSuccess;
}

inline void order_all_before_host() {
    races_acquire(&block.finish_mark);
    races_release(&block.launch_mark);
}

CUDA_ON_CPU_QUIET inline void run_blocks(const Configuration& asked) {
    for (unsigned z = 0; z < asked.grid.z; ++z)
        for (unsigned y = 0; y < asked.grid.y; ++y)
            for (unsigned x = 0; x < asked.grid.x; ++x) {
                if (shared_arena_exhausted()) {
                    order_all_before_host();
                    renew_shared_arena();
                    order_all_before_host();
                }
                blockIdx = uint3{x, y, z};
                start_block_memory(asked.shared_bytes);
                run_block();
            }
}

CUDA_ON_CPU_QUIET inline void run_grid(const Configuration& asked, void (*body)(void*), void* arguments) {
    gridDim = asked.grid;
    blockDim = asked.threads;
    block.body = body;
    block.arguments = arguments;
    kernel_name = asked.name;
#if defined(CUDA_ON_CPU_THREAD)
    host_fiber.race_identity = __tsan_get_current_fiber();
#endif
    races_release(&block.launch_mark);
    run_blocks(asked);
    races_acquire(&block.finish_mark);
    kernel_name = nullptr;
}

/// Calls the kernel once a thread, with a copy of the arguments for each.
template <class F, class Arguments>
struct Call {
    F kernel;
    Arguments arguments;
    static void once(void* self) {
        Call& call = *static_cast<Call*>(self);
        std::apply(call.kernel, call.arguments);
    }
};

// Whole-program tricks could read the caller's copies, which strict mode hides.
#if defined(__clang__)
#define CUDA_ON_CPU_APART __attribute__((noinline))
#else
#define CUDA_ON_CPU_APART __attribute__((noipa))
#endif

template <class C>
CUDA_ON_CPU_APART void run_below(const C& given, const Configuration& asked, char* limit) {
    C call = given;
    Configuration own = asked;
    MemoryForKernel open(limit);
    run_grid(own, &C::once, &call);
}

template <class F, class Arguments>
void launch(const Configuration& asked, const void* identity, F kernel, Arguments arguments) {
    watch_signals();
    if (block.running) fault("a kernel launched from a kernel is not supported");
    cudaError_t error = checked(asked, shared_limit_of(identity));
    if (error != cudaSuccess) {
        noted(error);
        return;
    }
    // Two pages between the host's part of the stack and ours, so that strict mode can hide theirs and not ours.
    char* gap = static_cast<char*>(__builtin_alloca(3 * 4096));
    *static_cast<volatile char*>(gap) = 0;
    auto limit = (reinterpret_cast<std::uintptr_t>(gap) + 2 * 4096) / 4096 * 4096;
    run_below(Call<F, Arguments>{kernel, std::move(arguments)}, asked, reinterpret_cast<char*>(limit));
}

/// A kernel that the launch names by address: the arguments are converted to its parameter types.
template <class... P>
struct PointerKernel {
    void (*kernel)(P...);
    Configuration asked;
    PointerKernel with(dim3 grid, dim3 threads, std::size_t shared_bytes = 0, cudaStream_t = nullptr) const {
        return {kernel, {asked.name, grid, threads, shared_bytes}};
    }
    void operator()(P... arguments) const {
        launch(asked, reinterpret_cast<const void*>(kernel), kernel, std::tuple<std::decay_t<P>...>(std::move(arguments)...));
    }
};

/// A kernel template or overload set, wrapped in a function object: the arguments choose the instance.
template <class F>
struct ChosenKernel {
    F kernel;
    Configuration asked;
    ChosenKernel with(dim3 grid, dim3 threads, std::size_t shared_bytes = 0, cudaStream_t = nullptr) const {
        return {kernel, {asked.name, grid, threads, shared_bytes}};
    }
    template <class... A>
    void operator()(A&&... arguments) const {
        launch(asked, nullptr, kernel, std::tuple<std::decay_t<A>...>(std::forward<A>(arguments)...));
    }
};

template <class... P>
PointerKernel<P...> kernel(void (*kernel)(P...), const char* name) {
    return {kernel, {name, dim3(), dim3(), 0}};
}

template <class F>
ChosenKernel<F> kernel(F kernel, const char* name) {
    return {kernel, {name, dim3(), dim3(), 0}};
}

}  // namespace cuda_on_cpu

template <class F>
cudaError_t cudaFuncSetAttribute(F* kernel, cudaFuncAttribute attribute, int value) {
    if (attribute == cudaFuncAttributeMaxDynamicSharedMemorySize) {
        if (value < 0 || std::size_t(value) > cuda_on_cpu::shared_limit) return cuda_on_cpu::noted(cudaErrorInvalidValue);
        cuda_on_cpu::shared_limits()[reinterpret_cast<const void*>(kernel)] = std::size_t(value);
    }
    return cudaSuccess;
}
template <class F>
cudaError_t cudaFuncSetCacheConfig(F*, cudaFuncCache) {
    return cudaSuccess;
}
