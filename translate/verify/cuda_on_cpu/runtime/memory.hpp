// Device memory: every allocation is known by its range, so that wrong pointers come back as error codes.
#pragma once

namespace cuda_on_cpu {

constexpr std::size_t device_memory_bytes = std::size_t(4) << 30;

enum class Kind { device, managed, pinned, symbol };

struct Allocation {
    std::size_t size;
    Kind kind;
};

struct Device {
    std::map<std::uintptr_t, Allocation> allocations;
    std::size_t used = 0;
    cudaError_t last_error = cudaSuccess;
};

inline Device& device() {
    static Device only;
    return only;
}

/// Keep an error for cudaGetLastError and pass it on.
inline cudaError_t noted(cudaError_t error) {
    if (error != cudaSuccess) device().last_error = error;
    return error;
}

/// The allocation that holds the address, or null.
inline const std::pair<const std::uintptr_t, Allocation>* allocation_of(const void* address) {
    auto& allocations = device().allocations;
    auto place = reinterpret_cast<std::uintptr_t>(address);
    auto after = allocations.upper_bound(place);
    if (after == allocations.begin()) return nullptr;
    auto found = std::prev(after);
    return place < found->first + found->second.size ? &*found : nullptr;
}

inline bool on_device(const void* address) {
    auto found = allocation_of(address);
    return found && found->second.kind != Kind::pinned;
}

inline bool within_allocation(const void* address, std::size_t size) {
    auto found = allocation_of(address);
    return found && reinterpret_cast<std::uintptr_t>(address) + size <= found->first + found->second.size;
}

inline std::size_t whole_pages(std::size_t size) { return (size + 4095) / 4096 * 4096; }

inline void* obtain(std::size_t size, [[maybe_unused]] Kind kind) {
#if defined(CUDA_ON_CPU_STRICT)
    if (kind == Kind::device) {
        void* pages = mmap(nullptr, whole_pages(size), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (pages == MAP_FAILED) return nullptr;
        memset(pages, fresh_byte, size);
        mprotect(pages, whole_pages(size), PROT_NONE);
        return pages;
    }
    // Managed and pinned memory are read by both sides, so they must not share pages with the host's heap.
    void* pages = mmap(nullptr, whole_pages(size), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return pages == MAP_FAILED ? nullptr : pages;
#elif defined(CUDA_ON_CPU_ADDRESS)
    // Exactly as long as asked for: the sanitizer watches from the first byte past it.
    void* memory = malloc(size);
#else
    void* memory = aligned_alloc(256, (size + 255) / 256 * 256);
#endif
#if !defined(CUDA_ON_CPU_STRICT)
    if (memory) memset(memory, fresh_byte, size);
    return memory;
#endif
}

inline void give_back(void* memory, [[maybe_unused]] std::size_t size) {
#if defined(CUDA_ON_CPU_STRICT)
    munmap(memory, whole_pages(size));
#else
    free(memory);
#endif
}

inline cudaError_t allocate(void** result, std::size_t size, Kind kind) {
    watch_signals();
    if (!result) return noted(cudaErrorInvalidValue);
    *result = nullptr;
    if (size == 0) return cudaSuccess;
    if (size > device_memory_bytes - device().used) return noted(cudaErrorMemoryAllocation);
    void* memory = obtain(size, kind);
    if (!memory) return noted(cudaErrorMemoryAllocation);
    device().allocations[reinterpret_cast<std::uintptr_t>(memory)] = Allocation{size, kind};
    device().used += size;
    *result = memory;
    return cudaSuccess;
}

inline cudaError_t release(void* memory, bool pinned) {
    if (!memory) return cudaSuccess;
    auto found = device().allocations.find(reinterpret_cast<std::uintptr_t>(memory));
    if (found == device().allocations.end() || found->second.kind == Kind::symbol ||
        (found->second.kind == Kind::pinned) != pinned)
        return noted(cudaErrorInvalidValue);
    device().used -= found->second.size;
    std::size_t size = found->second.size;
    device().allocations.erase(found);
    give_back(memory, size);
    return cudaSuccess;
}

}  // namespace cuda_on_cpu

template <class T>
cudaError_t cudaMalloc(T** result, std::size_t size) {
    return cuda_on_cpu::allocate(reinterpret_cast<void**>(result), size, cuda_on_cpu::Kind::device);
}
template <class T>
cudaError_t cudaMallocManaged(T** result, std::size_t size, unsigned = cudaMemAttachGlobal) {
    return cuda_on_cpu::allocate(reinterpret_cast<void**>(result), size, cuda_on_cpu::Kind::managed);
}
template <class T>
cudaError_t cudaMallocHost(T** result, std::size_t size, unsigned = 0) {
    return cuda_on_cpu::allocate(reinterpret_cast<void**>(result), size, cuda_on_cpu::Kind::pinned);
}
template <class T>
cudaError_t cudaHostAlloc(T** result, std::size_t size, unsigned) {
    return cuda_on_cpu::allocate(reinterpret_cast<void**>(result), size, cuda_on_cpu::Kind::pinned);
}
template <class T>
cudaError_t cudaMallocAsync(T** result, std::size_t size, cudaStream_t) {
    return cudaMalloc(result, size);
}
template <class T>
cudaError_t cudaMallocPitch(T** result, std::size_t* pitch, std::size_t width, std::size_t height) {
    *pitch = (width + 511) / 512 * 512;
    return cudaMalloc(result, *pitch * height);
}
template <class T>
cudaError_t cudaHostGetDevicePointer(T** result, void* host, unsigned) {
    *reinterpret_cast<void**>(result) = host;
    return cuda_on_cpu::allocation_of(host) ? cudaSuccess : cuda_on_cpu::noted(cudaErrorInvalidValue);
}
inline cudaError_t cudaFree(void* memory) { return cuda_on_cpu::release(memory, false); }
inline cudaError_t cudaFreeAsync(void* memory, cudaStream_t) { return cuda_on_cpu::release(memory, false); }
inline cudaError_t cudaFreeHost(void* memory) { return cuda_on_cpu::release(memory, true); }
inline cudaError_t cudaMemGetInfo(std::size_t* free_bytes, std::size_t* total) {
    *total = cuda_on_cpu::device_memory_bytes;
    *free_bytes = *total - cuda_on_cpu::device().used;
    return cudaSuccess;
}
