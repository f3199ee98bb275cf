// The device as the host sees it: errors, properties, and streams and events that are always done already.
#pragma once

#include <chrono>

namespace cuda_on_cpu {

struct ErrorText {
    cudaError_t code;
    const char* name;
    const char* text;
};

inline const ErrorText error_texts[] = {
    {cudaSuccess, "cudaSuccess", "no error"},
    {cudaErrorInvalidValue, "cudaErrorInvalidValue", "invalid argument"},
    {cudaErrorMemoryAllocation, "cudaErrorMemoryAllocation", "out of memory"},
    {cudaErrorInvalidConfiguration, "cudaErrorInvalidConfiguration", "invalid configuration argument"},
    {cudaErrorInvalidPitchValue, "cudaErrorInvalidPitchValue", "invalid pitch argument"},
    {cudaErrorInvalidMemcpyDirection, "cudaErrorInvalidMemcpyDirection", "invalid copy direction for memcpy"},
    {cudaErrorInvalidDevice, "cudaErrorInvalidDevice", "invalid device ordinal"},
    {cudaErrorInvalidResourceHandle, "cudaErrorInvalidResourceHandle", "invalid resource handle"},
};

inline const ErrorText* text_of(cudaError_t error) {
    for (auto& entry : error_texts)
        if (entry.code == error) return &entry;
    return nullptr;
}

inline double now_in_milliseconds() {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

struct Event {
    double at = 0;
    bool recorded = false;
};

inline Event& event(cudaEvent_t handle) { return *reinterpret_cast<Event*>(handle); }

}  // namespace cuda_on_cpu

inline const char* cudaGetErrorString(cudaError_t error) {
    auto found = cuda_on_cpu::text_of(error);
    return found ? found->text : "unrecognized error code";
}
inline const char* cudaGetErrorName(cudaError_t error) {
    auto found = cuda_on_cpu::text_of(error);
    return found ? found->name : "unrecognized error code";
}
inline cudaError_t cudaPeekAtLastError() { return cuda_on_cpu::device().last_error; }
inline cudaError_t cudaGetLastError() { return std::exchange(cuda_on_cpu::device().last_error, cudaSuccess); }

inline cudaError_t cudaDeviceSynchronize() { return cudaSuccess; }
inline cudaError_t cudaThreadSynchronize() { return cudaSuccess; }
inline cudaError_t cudaDeviceReset() { return cudaSuccess; }
inline cudaError_t cudaDeviceSetLimit(cudaLimit, std::size_t) { return cudaSuccess; }
inline cudaError_t cudaDeviceSetCacheConfig(cudaFuncCache) { return cudaSuccess; }
inline cudaError_t cudaSetDeviceFlags(unsigned) { return cudaSuccess; }
inline cudaError_t cudaGetDevice(int* number) {
    *number = 0;
    return cudaSuccess;
}
inline cudaError_t cudaGetDeviceCount(int* count) {
    *count = 1;
    return cudaSuccess;
}
inline cudaError_t cudaSetDevice(int number) { return number == 0 ? cudaSuccess : cuda_on_cpu::noted(cudaErrorInvalidDevice); }
inline cudaError_t cudaDriverGetVersion(int* version) {
    *version = CUDART_VERSION;
    return cudaSuccess;
}
inline cudaError_t cudaRuntimeGetVersion(int* version) { return cudaDriverGetVersion(version); }

inline cudaError_t cudaGetDeviceProperties(cudaDeviceProp* properties, int number) {
    if (number != 0) return cuda_on_cpu::noted(cudaErrorInvalidDevice);
    *properties = cudaDeviceProp{};
    snprintf(properties->name, sizeof properties->name, "CUDA on the CPU");
    properties->totalGlobalMem = cuda_on_cpu::device_memory_bytes;
    properties->sharedMemPerBlock = cuda_on_cpu::shared_limit_without_asking;
    properties->sharedMemPerBlockOptin = cuda_on_cpu::shared_limit;
    properties->regsPerBlock = 65536;
    properties->warpSize = warpSize;
    properties->maxThreadsPerBlock = int(cuda_on_cpu::max_threads);
    const int threads[] = {1024, 1024, 64}, grid[] = {INT_MAX, 65535, 65535};
    std::copy(threads, threads + 3, properties->maxThreadsDim);
    std::copy(grid, grid + 3, properties->maxGridSize);
    properties->major = 8;
    properties->multiProcessorCount = 1;
    properties->maxThreadsPerMultiProcessor = 2048;
    properties->totalConstMem = 65536;
    properties->unifiedAddressing = properties->managedMemory = properties->canMapHostMemory = 1;
    return cudaSuccess;
}

inline cudaError_t cudaDeviceGetAttribute(int* value, cudaDeviceAttr attribute, int) {
    switch (attribute) {
        case cudaDevAttrMaxThreadsPerBlock: *value = int(cuda_on_cpu::max_threads); break;
        case cudaDevAttrMaxSharedMemoryPerBlock: *value = int(cuda_on_cpu::shared_limit_without_asking); break;
        case cudaDevAttrMaxSharedMemoryPerBlockOptin: *value = int(cuda_on_cpu::shared_limit); break;
        case cudaDevAttrWarpSize: *value = warpSize; break;
        case cudaDevAttrMultiProcessorCount: *value = 1; break;
        case cudaDevAttrComputeCapabilityMajor: *value = 8; break;
        case cudaDevAttrMaxThreadsPerMultiProcessor: *value = 2048; break;
        default: *value = 0;
    }
    return cudaSuccess;
}

template <class F>
cudaError_t cudaOccupancyMaxPotentialBlockSize(int* grid, int* threads, F, std::size_t = 0, int limit = 0) {
    *grid = 1;
    *threads = limit > 0 ? std::min(limit, 256) : 256;
    return cudaSuccess;
}
template <class F>
cudaError_t cudaOccupancyMaxActiveBlocksPerMultiprocessor(int* blocks, F, int threads, std::size_t) {
    *blocks = std::max(1, 2048 / std::max(threads, 1));
    return cudaSuccess;
}

inline cudaError_t cudaStreamCreate(cudaStream_t* stream) {
    *stream = reinterpret_cast<cudaStream_t>(new char);
    return cudaSuccess;
}
inline cudaError_t cudaStreamCreateWithFlags(cudaStream_t* stream, unsigned) { return cudaStreamCreate(stream); }
inline cudaError_t cudaStreamCreateWithPriority(cudaStream_t* stream, unsigned, int) { return cudaStreamCreate(stream); }
inline cudaError_t cudaStreamDestroy(cudaStream_t stream) {
    delete reinterpret_cast<char*>(stream);
    return cudaSuccess;
}
inline cudaError_t cudaStreamSynchronize(cudaStream_t) { return cudaSuccess; }
inline cudaError_t cudaStreamQuery(cudaStream_t) { return cudaSuccess; }
inline cudaError_t cudaStreamWaitEvent(cudaStream_t, cudaEvent_t, unsigned = 0) { return cudaSuccess; }

inline cudaError_t cudaEventCreate(cudaEvent_t* handle, unsigned = cudaEventDefault) {
    *handle = reinterpret_cast<cudaEvent_t>(new cuda_on_cpu::Event);
    return cudaSuccess;
}
inline cudaError_t cudaEventCreateWithFlags(cudaEvent_t* handle, unsigned) { return cudaEventCreate(handle); }
inline cudaError_t cudaEventRecord(cudaEvent_t handle, cudaStream_t = nullptr) {
    cuda_on_cpu::event(handle) = {cuda_on_cpu::now_in_milliseconds(), true};
    return cudaSuccess;
}
inline cudaError_t cudaEventSynchronize(cudaEvent_t) { return cudaSuccess; }
inline cudaError_t cudaEventQuery(cudaEvent_t) { return cudaSuccess; }
inline cudaError_t cudaEventElapsedTime(float* milliseconds, cudaEvent_t from, cudaEvent_t to) {
    if (!cuda_on_cpu::event(from).recorded || !cuda_on_cpu::event(to).recorded)
        return cuda_on_cpu::noted(cudaErrorInvalidResourceHandle);
    *milliseconds = static_cast<float>(cuda_on_cpu::event(to).at - cuda_on_cpu::event(from).at);
    return cudaSuccess;
}
inline cudaError_t cudaEventDestroy(cudaEvent_t handle) {
    delete &cuda_on_cpu::event(handle);
    return cudaSuccess;
}
