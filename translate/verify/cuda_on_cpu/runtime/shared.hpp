// A block's shared memory: dynamic part first, then each static variable as its declaration is reached.
#pragma once

namespace cuda_on_cpu {

constexpr std::size_t shared_limit = 227 * 1024;
constexpr std::size_t shared_limit_without_asking = 48 * 1024;

#if defined(CUDA_ON_CPU_ADDRESS)
constexpr std::size_t red_zone = 128;
#else
constexpr std::size_t red_zone = 0;
#endif
#if defined(CUDA_ON_CPU_THREAD)
// Blocks share no addresses, or the next block's first use would look like a race with the last one's.
constexpr std::size_t shared_arena_bytes = 64 << 20;
#else
constexpr std::size_t shared_arena_bytes = 512 * 1024;
#endif

struct SharedArena {
    char* start = nullptr;
    std::size_t used = 0;
    std::size_t used_by_block = 0;
    char* dynamic = nullptr;
};

inline SharedArena shared_arena;

inline int asked_fresh_byte() {
    const char* asked = getenv("CUDA_ON_CPU_FILL");
    return asked ? atoi(asked) & 0xff : 0;
}

// Read before any kernel runs: the environment lies on the stack that strict mode hides.
inline const int fresh_byte = asked_fresh_byte();

CUDA_ON_CPU_QUIET inline char* take_shared(std::size_t size) {
    SharedArena& arena = shared_arena;
    std::size_t step = (size + red_zone + 127) / 128 * 128;
    arena.used_by_block += size;
    if (arena.used_by_block > shared_limit || arena.used + step > shared_arena_bytes)
        fault("a block asks for more than %zu bytes of shared memory", shared_limit);
    char* taken = arena.start + arena.used;
    arena.used += step;
#if defined(CUDA_ON_CPU_ADDRESS)
    __asan_poison_memory_region(taken, step);
    __asan_unpoison_memory_region(taken, size);
#endif
    // The loop is not the library's memset: that one is watched by the race detector.
    volatile char* byte = taken;
#if defined(CUDA_ON_CPU_THREAD)
    if (fresh_byte != 0)
        for (std::size_t i = 0; i < size; ++i) byte[i] = static_cast<char>(fresh_byte);
#else
    (void)byte;
    memset(taken, fresh_byte, size);
#endif
    return taken;
}

inline void renew_shared_arena() {
    if (shared_arena.start) munmap(shared_arena.start, shared_arena_bytes);
    void* memory = mmap(nullptr, shared_arena_bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (memory == MAP_FAILED) fault("no memory for shared memory");
    shared_arena.start = static_cast<char*>(memory);
    shared_arena.used = 0;
}

/// Whether the next block needs an arena that no block has used yet.
CUDA_ON_CPU_QUIET inline bool shared_arena_exhausted() {
    return !shared_arena.start || shared_arena.used + 2 * shared_limit > shared_arena_bytes;
}

CUDA_ON_CPU_QUIET inline void start_block_memory(std::size_t dynamic_bytes) {
#if !defined(CUDA_ON_CPU_THREAD)
    shared_arena.used = 0;
#endif
    shared_arena.used_by_block = 0;
    shared_arena.dynamic = take_shared(dynamic_bytes);
}

struct SharedVariable {
    unsigned long block_serial;
    char* address;
};

CUDA_ON_CPU_QUIET inline char* place(SharedVariable& variable, std::size_t size) {
    if (variable.block_serial != block.serial) {
        variable.block_serial = block.serial;
        variable.address = take_shared(size);
    }
    return variable.address;
}

/// The block's one variable of type `T` that the declaration marked by `Declaration` names.
template <class T, class Declaration>
CUDA_ON_CPU_QUIET T& shared() {
    static SharedVariable variable;
    return *reinterpret_cast<T*>(place(variable, sizeof(T)));
}

/// The launch's dynamic shared memory, for declarations inside a function.
template <class T>
CUDA_ON_CPU_QUIET T* dynamic_shared() {
    return reinterpret_cast<T*>(shared_arena.dynamic);
}

/// The same for declarations outside: asks each time, since every launch has its own.
template <class T>
struct DynamicShared {
    CUDA_ON_CPU_QUIET operator T*() const { return dynamic_shared<T>(); }
    template <class U>
    CUDA_ON_CPU_QUIET explicit operator U*() const {
        return reinterpret_cast<U*>(shared_arena.dynamic);
    }
};

}  // namespace cuda_on_cpu
