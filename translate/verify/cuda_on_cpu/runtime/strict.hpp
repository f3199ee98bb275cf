// Strict mode: host memory cannot be touched while a kernel runs, device memory cannot be touched while none does.
#pragma once

#include <malloc.h>

namespace cuda_on_cpu {

/// Set the protection of device allocations; managed and pinned memory stays open to both sides.
inline void protect_device([[maybe_unused]] const void* address, [[maybe_unused]] int protection) {
#if defined(CUDA_ON_CPU_STRICT)
    auto found = allocation_of(address);
    if (found && found->second.kind == Kind::device)
        mprotect(reinterpret_cast<void*>(found->first), whole_pages(found->second.size), protection);
#endif
}

#if defined(CUDA_ON_CPU_STRICT)

struct Range {
    char* start;
    char* end;
    bool holds(const void* address) const { return address >= start && address < end; }
};

inline Range hidden[256];
inline unsigned hidden_count = 0;
inline bool kernel_has_the_memory = false;

inline void protect_all_device_memory(int protection) {
    for (auto& [start, allocation] : device().allocations)
        if (allocation.kind == Kind::device) mprotect(reinterpret_cast<void*>(start), whole_pages(allocation.size), protection);
}

inline bool hidden_from_kernels(const void* address) {
    for (unsigned i = 0; i < hidden_count; ++i)
        if (kernel_has_the_memory && hidden[i].holds(address)) return true;
    return false;
}

inline void remember_hidden(char* start, char* end) {
    if (start < end && hidden_count < 256) hidden[hidden_count++] = Range{start, end};
}

/// Hide the host's heap and the part of its stack that lies above `limit`.
inline void find_host_memory(char* limit) {
    hidden_count = 0;
    char line[512];
    FILE* maps = fopen("/proc/self/maps", "r");
    if (!maps) fault("strict mode needs /proc/self/maps");
    static char buffer[4096];
    setvbuf(maps, buffer, _IOFBF, sizeof buffer);
    while (fgets(line, sizeof line, maps)) {
        unsigned long start = 0, end = 0;
        char access[8] = "";
        if (sscanf(line, "%lx-%lx %7s", &start, &end, access) != 3 || access[0] != 'r' || access[1] != 'w') continue;
        if (strstr(line, "[heap]")) remember_hidden(reinterpret_cast<char*>(start), reinterpret_cast<char*>(end));
        if (strstr(line, "[stack]")) remember_hidden(limit, reinterpret_cast<char*>(end));
    }
    fclose(maps);
}

inline void protect_hidden(int protection) {
    for (unsigned i = 0; i < hidden_count; ++i)
        mprotect(hidden[i].start, static_cast<std::size_t>(hidden[i].end - hidden[i].start), protection);
}

inline bool prepare_host() {
    // Large blocks come from the one heap, where they can be hidden; printf in a kernel must not need that heap.
    mallopt(M_MMAP_MAX, 0);
    static char output[1 << 16];
    setvbuf(stdout, output, _IOFBF, sizeof output);
    return true;
}

inline const bool host_is_prepared = prepare_host();

struct MemoryForKernel {
    explicit MemoryForKernel(char* limit) {
        find_host_memory(limit);
        protect_all_device_memory(PROT_READ | PROT_WRITE);
        protect_hidden(PROT_NONE);
        kernel_has_the_memory = true;
    }
    ~MemoryForKernel() {
        kernel_has_the_memory = false;
        protect_hidden(PROT_READ | PROT_WRITE);
        protect_all_device_memory(PROT_NONE);
    }
};

#else

struct MemoryForKernel {
    explicit MemoryForKernel(char*) {}
};

inline bool hidden_from_kernels(const void*) { return false; }

#endif

inline const char* meaning(const void* address) {
    if (!kernel_name) return allocation_of(address) ? "a device pointer is used in host code" : "invalid address used in host code";
    if (hidden_from_kernels(address)) return "a host pointer is used in a kernel";
    const Fiber* fiber = block.running ? block.running->fiber : nullptr;
    if (fiber && address < fiber->stack && address >= fiber->stack - guard_bytes) return "a thread's stack overflows";
    return "invalid address used in a kernel";
}

}  // namespace cuda_on_cpu
