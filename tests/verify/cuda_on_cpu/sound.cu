// Sound programs: each must pass in every mode. The first argument names the case.
#include <cuda_runtime.h>
#include <device_launch_parameters.h>

#include <cstdio>
#include <cstring>
#include <vector>
using namespace std;

static bool passed = true;
#define EXPECT(condition) \
    do { if (!(condition)) { passed = false; printf("line %d: %s\n", __LINE__, #condition); } } while (0)
#define CHECK(call) EXPECT((call) == cudaSuccess)

template <class T>
struct Buffer {
    T* data;
    int count;
    explicit Buffer(const vector<T>& host) : data(nullptr), count(int(host.size())) {
        CHECK(cudaMalloc((void**)&data, count * sizeof(T)));
        CHECK(cudaMemcpy(data, host.data(), count * sizeof(T), cudaMemcpyHostToDevice));
    }
    ~Buffer() { CHECK(cudaFree(data)); }
    vector<T> host() const {
        vector<T> result(count);
        CHECK(cudaMemcpy(result.data(), data, count * sizeof(T), cudaMemcpyDeviceToHost));
        return result;
    }
};

__global__ void reduce_static(const float* in, float* out, int n) {
    __shared__ float part[256];
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    part[threadIdx.x] = i < n ? in[i] : 0;
    __syncthreads();
    for (int step = blockDim.x / 2; step > 0; step >>= 1) {
        if (threadIdx.x < step) part[threadIdx.x] += part[threadIdx.x + step];
        __syncthreads();
    }
    if (threadIdx.x == 0) out[blockIdx.x] = part[0];
}

void barriers_and_static_shared_memory() {
    vector<float> ones(1000, 1.0f);
    Buffer<float> in(ones), out(vector<float>(4));
    reduce_static<<<4, 256>>>(in.data, out.data, 1000);
    CHECK(cudaGetLastError());
    EXPECT(out.host() == (vector<float>{256, 256, 256, 232}));
}

namespace outer {
template <typename T, int Rows = 8>
__global__ void __launch_bounds__(64) transpose(const T* in, T* out) {
    __shared__ T tile[Rows][Rows + 1], spare;
    if (threadIdx.x == 0 && threadIdx.y == 0) spare = T(1);
    tile[threadIdx.y][threadIdx.x] = in[threadIdx.y * Rows + threadIdx.x];
    __syncthreads();
    out[threadIdx.y * Rows + threadIdx.x] = tile[threadIdx.x][threadIdx.y] * spare;
}
}  // namespace outer

template <typename T>
void transposed_as() {
    vector<T> numbers(64);
    for (int i = 0; i < 64; i++) numbers[i] = T(i);
    Buffer<T> in(numbers), out(vector<T>(64));
    outer::transpose<T><<<1, dim3(8, 8)>>>(in.data, out.data);
    vector<T> result = out.host();
    for (int i = 0; i < 64; i++) EXPECT(result[i] == T(i % 8 * 8 + i / 8));
}

void templates_in_a_namespace() {
    transposed_as<float>();
    transposed_as<long long>();
}

template <class T>
__global__ void deduced(T* a, const float* unused, int n) {
    if (threadIdx.x < n) a[threadIdx.x] = T(threadIdx.x) + (unused ? 1 : 0);
}
__global__ void overloaded(int* a) { a[threadIdx.x] = 1; }
__global__ void overloaded(double* a, int n = 3) { a[threadIdx.x] = n; }
__global__ void fill_plain(int* a, int* optional, int value) {
    a[threadIdx.x] = optional == nullptr ? value : *optional;
}

void kernels_are_found_as_in_a_call() {
    Buffer<int> a(vector<int>(4));
    Buffer<double> b(vector<double>(4));
    deduced<<<1, 4>>>(b.data, (const float*)nullptr, 4);
    EXPECT(b.host()[3] == 3);
    deduced<double><<<1, 4>>>(b.data, NULL, 4);
    EXPECT(b.host()[2] == 2);
    overloaded<<<1, 4>>>(a.data);
    EXPECT(a.host()[3] == 1);
    overloaded<<<1, 4>>>(b.data);
    EXPECT(b.host()[3] == 3);
    fill_plain<<<1,
                 4>>>(a.data, NULL, 7);
    EXPECT(a.host()[1] == 7);
    fill_plain<<<1, 4>>>(a.data, 0, 8);
    EXPECT(a.host()[1] == 8);
    void (*chosen)(int*, int*, int) = fill_plain;
    chosen<<<1, 4>>>(a.data, NULL, 9);
    EXPECT(a.host()[1] == 9);
}

extern __shared__ char file_scope_shared[];
__global__ void dynamic_at_file_scope(int* out) {
    int* values = (int*)file_scope_shared;
    values[threadIdx.x] = threadIdx.x;
    __syncthreads();
    out[blockIdx.x * blockDim.x + threadIdx.x] = values[blockDim.x - 1 - threadIdx.x];
}
template <class T>
__global__ void dynamic_in_function(T* out, int n) {
    extern __shared__ int raw[];
    T* mine = reinterpret_cast<T*>(raw);
    mine[threadIdx.x] = T(threadIdx.x);
    __syncthreads();
    out[threadIdx.x] = mine[(threadIdx.x + 1) % n];
}

void dynamic_shared_memory() {
    Buffer<int> out(vector<int>(64));
    dynamic_at_file_scope<<<2, 32, 32 * sizeof(int)>>>(out.data);
    EXPECT(out.host()[0] == 31 && out.host()[63] == 0);
    dynamic_in_function<<<1, 32, 32 * sizeof(int), 0>>>(out.data, 32);
    EXPECT(out.host()[0] == 1 && out.host()[31] == 0);
    CHECK(cudaGetLastError());
}

__global__ void shuffles(int* out) {
    int lane = threadIdx.x % 32, value = lane;
    for (int offset = 16; offset > 0; offset /= 2) value += __shfl_down_sync(0xffffffff, value, offset);
    if (lane == 0) out[0] = value;
    int everywhere = __shfl_sync(0xffffffff, value, 0);
    if (lane == 31) out[1] = everywhere;
    int up = __shfl_up_sync(0xffffffffu, lane, 3);
    int crossed = __shfl_xor_sync(0xffffffffu, lane, 5, 8);
    double wide = __shfl_sync(0xffffffffu, lane * 0.5, 2, 4);
    if (lane == 2) out[2] = up;
    if (lane == 20) out[3] = up * 100 + crossed;
    if (lane == 13) out[4] = int(wide * 10);
}

void shuffles_between_lanes() {
    Buffer<int> out(vector<int>(5));
    shuffles<<<1, 32>>>(out.data);
    EXPECT(out.host()[0] == 496 && out.host()[1] == 496);
    EXPECT(out.host()[2] == 2);
    EXPECT(out.host()[3] == 17 * 100 + 17);
    EXPECT(out.host()[4] == 70);
}

__global__ void votes(unsigned* out, int n) {
    if (threadIdx.x >= n) return;  // Lanes that are gone take no part, whatever the mask says.
    unsigned even = __ballot_sync(0xffffffff, threadIdx.x % 2 == 0);
    int all = __all_sync(0xffffffff, threadIdx.x < n), any = __any_sync(0xffffffff, threadIdx.x == 3);
    unsigned alike = __match_any_sync(0xffffffff, threadIdx.x / 4);
    unsigned active = __activemask();
    unsigned sum = __reduce_add_sync(0xffffffff, threadIdx.x);
    unsigned branch = 0;
    if (threadIdx.x < 4) {
        unsigned here = __activemask();
        branch = __ballot_sync(here, 1);
    }
    __syncwarp();
    if (threadIdx.x == 0) {
        out[0] = even, out[1] = all * 10 + any, out[2] = alike, out[3] = active, out[4] = sum, out[5] = branch;
    }
}

void votes_with_lanes_that_are_gone() {
    Buffer<unsigned> out(vector<unsigned>(6));
    votes<<<1, 32>>>(out.data, 10);
    EXPECT(out.host() == (vector<unsigned>{0x155, 11, 0xf, 0x3ff, 45, 0xf}));
}

__global__ void barrier_votes(int* out) {
    if (threadIdx.x == 7) return;  // A barrier does not wait for threads that have returned.
    int count = __syncthreads_count(threadIdx.x % 2);
    int all = __syncthreads_and(threadIdx.x < 64), any = __syncthreads_or(threadIdx.x == 65);
    if (threadIdx.x == 0) out[0] = count, out[1] = all, out[2] = any;
}

void barriers_with_votes() {
    Buffer<int> out(vector<int>(3));
    barrier_votes<<<1, 64>>>(out.data);
    EXPECT(out.host() == (vector<int>{31, 1, 0}));
}

__global__ void histogram(const int* in, int* bins, int n) {
    __shared__ int local[4];
    if (threadIdx.x < 4) local[threadIdx.x] = 0;
    __syncthreads();
    for (int i = blockIdx.x * blockDim.x + threadIdx.x; i < n; i += blockDim.x * gridDim.x) atomicAdd(&local[in[i]], 1);
    __syncthreads();
    if (threadIdx.x < 4) atomicAdd(bins + threadIdx.x, local[threadIdx.x]);
}
__device__ double atomicAdd(double* address, double value) {
    unsigned long long int *bits = (unsigned long long int*)address, old = *bits, assumed;
    do {
        assumed = old;
        old = atomicCAS(bits, assumed, __double_as_longlong(value + __longlong_as_double(assumed)));
    } while (assumed != old);
    return __longlong_as_double(old);
}
__global__ void all_atomics(int* out, unsigned* counters, float* sum, double* precise) {
    atomicMin(&out[0], (int)threadIdx.x - 5);
    atomicMax(&out[1], (int)threadIdx.x);
    atomicOr(&out[2], 1 << threadIdx.x % 8);
    atomicXor(&out[3], 1);
    atomicSub(&out[4], 2);
    atomicAnd(&out[5], 6);
    atomicInc(&counters[0], 9);
    atomicDec(&counters[1], 9);
    atomicAdd(sum, 0.5f);
    if (threadIdx.x == 0) atomicExch(&out[6], 42), atomicCAS(&out[7], 0, 5), atomicCAS(&out[7], 0, 6);
}
__global__ void own_atomic(double* sum) {
    if (threadIdx.x == 0) atomicAdd(sum, 1.5);
}

void atomics() {
    vector<int> data(10000);
    for (int i = 0; i < 10000; i++) data[i] = i * i % 4;
    Buffer<int> in(data), bins(vector<int>(4)), out(vector<int>{0, 0, 0, 0, 0, 7, 0, 0});
    histogram<<<3, 64>>>(in.data, bins.data, 10000);
    EXPECT(bins.host() == (vector<int>{5000, 5000, 0, 0}));
    Buffer<unsigned> counters(vector<unsigned>{0, 3});
    Buffer<float> sum(vector<float>(1));
    Buffer<double> precise(vector<double>(1));
    all_atomics<<<1, 33>>>(out.data, counters.data, sum.data, precise.data);
    EXPECT(out.host() == (vector<int>{-5, 32, 255, 1, -66, 6, 42, 5}));
    EXPECT(counters.host() == (vector<unsigned>{3, 0}));
    EXPECT(sum.host()[0] == 16.5f);
    own_atomic<<<4, 2>>>(precise.data);
    EXPECT(precise.host()[0] == 6);
}

__constant__ float weights[4];
__device__ int counter = 5;
__global__ void weigh(float* a) {
    a[threadIdx.x] *= weights[threadIdx.x];
    if (threadIdx.x == 0) counter += 1;
}

void symbols() {
    const float host[] = {1, 2, 3, 4};
    CHECK(cudaMemcpyToSymbol(weights, host, sizeof host));
    Buffer<float> a(vector<float>(4, 2.0f));
    weigh<<<1, 4>>>(a.data);
    EXPECT(a.host() == (vector<float>{2, 4, 6, 8}));
    int now = 0;
    CHECK(cudaMemcpyFromSymbol(&now, counter, sizeof now));
    EXPECT(now == 6);
    int* address;
    CHECK(cudaGetSymbolAddress((void**)&address, counter));
    CHECK(cudaMemcpy(&now, address, sizeof now, cudaMemcpyDeviceToHost));
}

__global__ void scale(float4* a, uint3 shape, dim3 extent) {
    unsigned int i = threadIdx.x + threadIdx.y * blockDim.x;
    uint3 me = threadIdx;
    a[i] = make_float4(me.x, me.y, __saturatef(1.5f), fminf(rsqrtf(4.0f), shape.x + extent.y));
    a[i].x += __popc(7) + __ffs(8) + __clz(1) + __brev(1u) / 0x80000000u + __mul24(3, 4) + max(2, 3u) + min(1.5f, 2.0);
}

void host_names_and_wide_sizes() {
    size_t n = 6;
    int blockDim = 3, threadIdx = 2;  // Names of the host's own.
    dim3 gridDim(n / 6, 1);
    dim3 shape = {n, n, 1};
    Buffer<float4> a(vector<float4>(6));
    scale<<<gridDim, dim3(blockDim, threadIdx)>>>(a.data, make_uint3(1, 1, 1), shape);
    EXPECT(a.host()[5].x == 2 + 3 + 4 + 31 + 1 + 12 + 3 + 1.5f);
    EXPECT(a.host()[5].y == 1 && a.host()[5].z == 1 && a.host()[5].w == 0.5f);
    long long blocks = 1;
    scale<<<blocks, n>>>(a.data, make_uint3(1, 1, 1), shape);
    CHECK(cudaGetLastError());
}

__global__ void nothing() {}
__global__ void write_one(int* a) { *a = 1; }

void error_codes() {
    int host[4] = {1, 2, 3, 4}, *a = nullptr, *b = nullptr;
    nothing<<<1, 0>>>();
    EXPECT(cudaPeekAtLastError() == cudaErrorInvalidConfiguration);
    EXPECT(cudaGetLastError() == cudaErrorInvalidConfiguration);
    EXPECT(cudaGetLastError() == cudaSuccess);
    nothing<<<1, 1025>>>();
    EXPECT(cudaGetLastError() == cudaErrorInvalidConfiguration);
    nothing<<<0, 1>>>();
    EXPECT(cudaGetLastError() == cudaErrorInvalidConfiguration);
    nothing<<<1, dim3(1, 1, 65)>>>();
    EXPECT(cudaGetLastError() == cudaErrorInvalidConfiguration);
    nothing<<<1, 1, 100000>>>();
    EXPECT(cudaGetLastError() == cudaErrorInvalidValue);
    CHECK(cudaFuncSetAttribute(nothing, cudaFuncAttributeMaxDynamicSharedMemorySize, 100000));
    nothing<<<1, 1, 100000>>>();
    CHECK(cudaGetLastError());
    EXPECT(cudaMalloc(&a, size_t(-4)) == cudaErrorMemoryAllocation && a == nullptr);
    cudaGetLastError();
    CHECK(cudaMalloc(&a, sizeof host));
    CHECK(cudaMalloc(&b, sizeof host));
    EXPECT(cudaMemcpy(a, host, sizeof host + 1, cudaMemcpyHostToDevice) == cudaErrorInvalidValue);
    EXPECT(cudaMemcpy(host, a, sizeof host, cudaMemcpyHostToDevice) == cudaErrorInvalidValue);
    EXPECT(cudaMemcpy(a, b, sizeof host, cudaMemcpyHostToDevice) == cudaErrorInvalidValue);
    EXPECT(cudaMemcpy(host, a, 4, (cudaMemcpyKind)9) == cudaErrorInvalidMemcpyDirection);
    CHECK(cudaMemcpy(host, a, sizeof host, cudaMemcpyDefault));
    CHECK(cudaFree(a));
    EXPECT(cudaFree(a) == cudaErrorInvalidValue);
    EXPECT(cudaFree(host) == cudaErrorInvalidValue);
    CHECK(cudaFree(nullptr));
    CHECK(cudaFree(b));
    EXPECT(strcmp(cudaGetErrorString(cudaErrorMemoryAllocation), "out of memory") == 0);
    EXPECT(strcmp(cudaGetErrorName(cudaErrorInvalidValue), "cudaErrorInvalidValue") == 0);
}

void memory_functions() {
    int *managed, *pinned, *zeroed;
    CHECK(cudaMallocManaged(&managed, sizeof(int)));
    CHECK(cudaMallocHost((void**)&pinned, 4 * sizeof(int)));
    CHECK(cudaMalloc(&zeroed, 4 * sizeof(int)));
    *managed = 0;
    write_one<<<1, 1>>>(managed);
    CHECK(cudaDeviceSynchronize());
    EXPECT(*managed == 1);
    CHECK(cudaMemset(zeroed, 0xff, 3 * sizeof(int)));
    CHECK(cudaMemcpy(pinned, zeroed, 4 * sizeof(int), cudaMemcpyDeviceToHost));
    EXPECT(pinned[2] == -1);
    size_t pitch;
    float* rows;
    CHECK(cudaMallocPitch(&rows, &pitch, 3 * sizeof(float), 2));
    const float from[] = {1, 2, 3, 4, 5, 6};
    float back[6];
    CHECK(cudaMemcpy2D(rows, pitch, from, 12, 12, 2, cudaMemcpyHostToDevice));
    CHECK(cudaMemcpy2D(back, 12, rows, pitch, 12, 2, cudaMemcpyDeviceToHost));
    EXPECT(memcmp(from, back, sizeof from) == 0);
    CHECK(cudaFree(managed));
    CHECK(cudaFree(rows));
    CHECK(cudaFree(zeroed));
    CHECK(cudaFreeHost(pinned));
}

void streams_events_and_properties() {
    cudaStream_t stream;
    cudaEvent_t start, stop;
    CHECK(cudaStreamCreate(&stream));
    CHECK(cudaEventCreate(&start));
    CHECK(cudaEventCreate(&stop));
    CHECK(cudaEventRecord(start, stream));
    nothing<<<1, 32, 0, stream>>>();
    CHECK(cudaEventRecord(stop));
    CHECK(cudaEventSynchronize(stop));
    float took = -1;
    CHECK(cudaEventElapsedTime(&took, start, stop));
    EXPECT(took >= 0);
    CHECK(cudaStreamSynchronize(stream));
    CHECK(cudaStreamDestroy(stream));
    CHECK(cudaEventDestroy(start));
    CHECK(cudaEventDestroy(stop));
    cudaDeviceProp properties;
    CHECK(cudaGetDeviceProperties(&properties, 0));
    EXPECT(properties.warpSize == 32 && properties.maxThreadsPerBlock == 1024);
}

__device__ int last_ticket;
__global__ void last_block_sums(const int* in, int* parts, int* total) {
    __shared__ bool last;
    if (threadIdx.x == 0) {
        parts[blockIdx.x] = in[blockIdx.x];
        __threadfence();
        last = atomicAdd(&last_ticket, 1) == gridDim.x - 1;
    }
    __syncthreads();
    if (last && threadIdx.x == 0)
        for (int i = 0; i < gridDim.x; i++) *total += parts[i];
}

void the_last_block_sees_the_others() {
    Buffer<int> in(vector<int>{1, 2, 3, 4, 5}), parts(vector<int>(5)), total(vector<int>(1));
    last_block_sums<<<5, 40>>>(in.data, parts.data, total.data);
    EXPECT(total.host()[0] == 15);
}

__global__ void warp_sums(float* data) {
    volatile __shared__ float part[32];
    part[threadIdx.x] = data[threadIdx.x];
    for (int step = 16; step > 0; step /= 2) {
        __syncwarp();
        float other = threadIdx.x < step ? part[threadIdx.x + step] : 0;
        __syncwarp();
        part[threadIdx.x] = part[threadIdx.x] + other;
    }
    double deep[2000];
    for (int i = 0; i < 2000; i++) deep[i] = i * part[threadIdx.x];
    data[threadIdx.x] = deep[1];
}

void memory_ordered_by_a_warp() {
    Buffer<float> data(vector<float>(32, 1.0f));
    warp_sums<<<1, 32>>>(data.data);
    EXPECT(data.host()[0] == 32);
}

int main(int, char** given) {
    struct { const char* name; void (*run)(); } cases[] = {
#define CASE(name) {#name, name}
        CASE(barriers_and_static_shared_memory), CASE(templates_in_a_namespace), CASE(kernels_are_found_as_in_a_call),
        CASE(dynamic_shared_memory), CASE(shuffles_between_lanes), CASE(votes_with_lanes_that_are_gone),
        CASE(barriers_with_votes), CASE(atomics), CASE(symbols), CASE(host_names_and_wide_sizes), CASE(error_codes),
        CASE(memory_functions), CASE(streams_events_and_properties), CASE(the_last_block_sees_the_others),
        CASE(memory_ordered_by_a_warp),
    };
    for (auto& one : cases)
        if (strcmp(one.name, given[1]) == 0) {
            one.run();
            return passed ? 0 : 1;
        }
    return 2;
}
