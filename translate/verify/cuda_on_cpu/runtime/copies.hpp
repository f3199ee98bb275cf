// Copies and fills, with the direction checked against what each pointer is, and symbols (`__constant__`, `__device__`).
#pragma once

namespace cuda_on_cpu {

void protect_device(const void* address, int protection);

inline bool fits(const void* address, std::size_t size, bool wanted_on_device) {
    if (!on_device(address)) return !wanted_on_device;
    // A managed allocation is both.
    auto kind = allocation_of(address)->second.kind;
    if (!wanted_on_device && kind == Kind::device) return false;
    return within_allocation(address, size);
}

inline bool direction_fits(const void* to, std::size_t to_size, const void* from, std::size_t from_size, cudaMemcpyKind kind) {
    switch (kind) {
        case cudaMemcpyHostToHost: return fits(to, to_size, false) && fits(from, from_size, false);
        case cudaMemcpyHostToDevice: return fits(to, to_size, true) && fits(from, from_size, false);
        case cudaMemcpyDeviceToHost: return fits(to, to_size, false) && fits(from, from_size, true);
        case cudaMemcpyDeviceToDevice: return fits(to, to_size, true) && fits(from, from_size, true);
        case cudaMemcpyDefault: return fits(to, to_size, on_device(to)) && fits(from, from_size, on_device(from));
    }
    return false;
}

/// Opens the device memory that a copy needs, in strict mode.
struct Opened {
    const void *first, *second;
    Opened(const void* a, const void* b) : first(a), second(b) {
        protect_device(first, PROT_READ | PROT_WRITE);
        protect_device(second, PROT_READ | PROT_WRITE);
    }
    ~Opened() {
        protect_device(first, PROT_NONE);
        protect_device(second, PROT_NONE);
    }
};

inline cudaError_t copy(void* to, const void* from, std::size_t size, cudaMemcpyKind kind) {
    watch_signals();
    if (kind < cudaMemcpyHostToHost || kind > cudaMemcpyDefault) return noted(cudaErrorInvalidMemcpyDirection);
    if (size == 0) return cudaSuccess;
    if (!to || !from || !direction_fits(to, size, from, size, kind)) return noted(cudaErrorInvalidValue);
    Opened opened(to, from);
    memmove(to, from, size);
    return cudaSuccess;
}

inline std::size_t extent(std::size_t pitch, std::size_t width, std::size_t height) { return pitch * (height - 1) + width; }

inline cudaError_t copy_rows(void* to, std::size_t to_pitch, const void* from, std::size_t from_pitch, std::size_t width,
                             std::size_t height, cudaMemcpyKind kind) {
    if (kind < cudaMemcpyHostToHost || kind > cudaMemcpyDefault) return noted(cudaErrorInvalidMemcpyDirection);
    if (width > to_pitch || width > from_pitch) return noted(cudaErrorInvalidPitchValue);
    if (width == 0 || height == 0) return cudaSuccess;
    if (!to || !from || !direction_fits(to, extent(to_pitch, width, height), from, extent(from_pitch, width, height), kind))
        return noted(cudaErrorInvalidValue);
    Opened opened(to, from);
    for (std::size_t row = 0; row < height; ++row)
        memmove(static_cast<char*>(to) + row * to_pitch, static_cast<const char*>(from) + row * from_pitch, width);
    return cudaSuccess;
}

inline cudaError_t fill_rows(void* to, std::size_t pitch, int value, std::size_t width, std::size_t height) {
    if (width == 0 || height == 0) return cudaSuccess;
    if (!to || !on_device(to) || !within_allocation(to, extent(pitch, width, height))) return noted(cudaErrorInvalidValue);
    Opened opened(to, nullptr);
    for (std::size_t row = 0; row < height; ++row) memset(static_cast<char*>(to) + row * pitch, value, width);
    return cudaSuccess;
}

/// Make a symbol's address known as device memory.
template <class T>
char* symbol_address(T& symbol) {
    auto address = const_cast<char*>(reinterpret_cast<const volatile char*>(&symbol));
    device().allocations.emplace(reinterpret_cast<std::uintptr_t>(address), Allocation{sizeof(T), Kind::symbol});
    return address;
}

}  // namespace cuda_on_cpu

inline cudaError_t cudaMemcpy(void* to, const void* from, std::size_t size, cudaMemcpyKind kind) {
    return cuda_on_cpu::copy(to, from, size, kind);
}
inline cudaError_t cudaMemcpyAsync(void* to, const void* from, std::size_t size, cudaMemcpyKind kind, cudaStream_t = nullptr) {
    return cuda_on_cpu::copy(to, from, size, kind);
}
inline cudaError_t cudaMemcpy2D(void* to, std::size_t to_pitch, const void* from, std::size_t from_pitch, std::size_t width,
                                std::size_t height, cudaMemcpyKind kind) {
    return cuda_on_cpu::copy_rows(to, to_pitch, from, from_pitch, width, height, kind);
}
inline cudaError_t cudaMemcpy2DAsync(void* to, std::size_t to_pitch, const void* from, std::size_t from_pitch, std::size_t width,
                                     std::size_t height, cudaMemcpyKind kind, cudaStream_t = nullptr) {
    return cuda_on_cpu::copy_rows(to, to_pitch, from, from_pitch, width, height, kind);
}
inline cudaError_t cudaMemset(void* to, int value, std::size_t size) { return cuda_on_cpu::fill_rows(to, size, value, size, 1); }
inline cudaError_t cudaMemsetAsync(void* to, int value, std::size_t size, cudaStream_t = nullptr) {
    return cudaMemset(to, value, size);
}
inline cudaError_t cudaMemset2D(void* to, std::size_t pitch, int value, std::size_t width, std::size_t height) {
    return cuda_on_cpu::fill_rows(to, pitch, value, width, height);
}
inline cudaError_t cudaMemPrefetchAsync(const void*, std::size_t, int, cudaStream_t = nullptr) { return cudaSuccess; }

template <class T>
cudaError_t cudaMemcpyToSymbol(T& symbol, const void* from, std::size_t size, std::size_t offset = 0,
                               cudaMemcpyKind kind = cudaMemcpyHostToDevice) {
    return cuda_on_cpu::copy(cuda_on_cpu::symbol_address(symbol) + offset, from, size, kind);
}
template <class T>
cudaError_t cudaMemcpyFromSymbol(void* to, T& symbol, std::size_t size, std::size_t offset = 0,
                                 cudaMemcpyKind kind = cudaMemcpyDeviceToHost) {
    return cuda_on_cpu::copy(to, cuda_on_cpu::symbol_address(symbol) + offset, size, kind);
}
template <class T>
cudaError_t cudaMemcpyToSymbolAsync(T& symbol, const void* from, std::size_t size, std::size_t offset, cudaMemcpyKind kind,
                                    cudaStream_t = nullptr) {
    return cudaMemcpyToSymbol(symbol, from, size, offset, kind);
}
template <class T>
cudaError_t cudaMemcpyFromSymbolAsync(void* to, T& symbol, std::size_t size, std::size_t offset, cudaMemcpyKind kind,
                                      cudaStream_t = nullptr) {
    return cudaMemcpyFromSymbol(to, symbol, size, offset, kind);
}
template <class P, class T>
cudaError_t cudaGetSymbolAddress(P** result, T& symbol) {
    *result = reinterpret_cast<P*>(cuda_on_cpu::symbol_address(symbol));
    return cudaSuccess;
}
template <class T>
cudaError_t cudaGetSymbolSize(std::size_t* size, T&) {
    *size = sizeof(T);
    return cudaSuccess;
}
