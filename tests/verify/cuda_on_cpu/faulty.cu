// Programs with one fault each; the first argument names the case, `fault: case` marks the line that a report must name.
#include <cuda_runtime.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>

static int* on_device(int count) {
    int* memory;
    cudaMalloc((void**)&memory, count * sizeof(int));
    return memory;
}

__global__ void write_at(int* a, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i <= n)
        a[i] = i;  // fault: past_device_array
}
void past_device_array() { write_at<<<2, 8>>>(on_device(10), 10); }

__global__ void read_past_shared(int* a) {
    __shared__ int first[8], second[8];
    first[threadIdx.x] = second[threadIdx.x] = 1;
    __syncthreads();
    a[threadIdx.x] = second[threadIdx.x] +
                     first[threadIdx.x + 1];  // fault: past_shared_array
}
void past_shared_array() { read_past_shared<<<1, 8>>>(on_device(8)); }

extern __shared__ int dynamic_part[];
__global__ void write_past_dynamic() {
    __syncthreads();
    dynamic_part[threadIdx.x] = 1;  // fault: past_dynamic_shared_memory
}
void past_dynamic_shared_memory() { write_past_dynamic<<<1, 9, 8 * sizeof(int)>>>(); }

__global__ void read_past_local(int* a) {
    volatile int local[4] = {1, 2, 3, 4};
    __syncthreads();
    *a = local[blockDim.x];  // fault: past_local_array
}
void past_local_array() { read_past_local<<<1, 4>>>(on_device(1)); }

void after_cudaFree() {
    int* a = on_device(8);
    cudaFree(a);
    write_at<<<1, 8>>>(a, 8);
}

__global__ void sum_without_barrier(int* out) {
    __shared__ int part[64];
    part[threadIdx.x] = threadIdx.x;
    for (int step = 32; step > 0; step /= 2) {
        __syncthreads();
        if (threadIdx.x < step) part[threadIdx.x] += part[threadIdx.x + step];
    }
    if (threadIdx.x == 1)
        *out = part[0];  // fault: missing_barrier
}
void missing_barrier() { sum_without_barrier<<<1, 64>>>(on_device(1)); }

__global__ void count_plainly(int* total) {
    __syncthreads();
    *total += 1;  // fault: update_without_atomic
}
void update_without_atomic() { count_plainly<<<1, 8>>>(on_device(1)); }

__global__ void add_one_a_block(int* total) {
    if (threadIdx.x == 0)
        total[0] += 1;  // fault: race_between_blocks
}
void race_between_blocks() { add_one_a_block<<<3, 8>>>(on_device(1)); }

__global__ void fill(int* a) { a[threadIdx.x] = 1; }
void host_array_on_the_stack() {
    int host[3] = {0, 0, 0};
    fill<<<1, 3>>>(host);
}
void host_array_on_the_heap() {
    int* host = (int*)malloc(3 * sizeof(int));
    fill<<<1, 3>>>(host);
}
void large_host_array() {
    int* host = (int*)malloc(1 << 24);
    fill<<<1, 3>>>(host);
}
void device_pointer_on_the_host() { *on_device(3) = 1; }
void null_pointer() { fill<<<1, 3>>>(nullptr); }

__global__ void lanes_that_never_come(int* a) {
    if (threadIdx.x < 16) a[threadIdx.x] = __shfl_down_sync(0xffffffff, threadIdx.x, 1);
    __syncthreads();
}
void deadlock() { lanes_that_never_come<<<1, 32>>>(on_device(32)); }

__global__ void wrong_mask(int* a) { a[threadIdx.x] = __shfl_sync(0x1, threadIdx.x, 0); }
void mask_without_the_caller() { wrong_mask<<<1, 32>>>(on_device(32)); }

__device__ int depth(volatile int* way, int n) {
    volatile int big[1000];
    big[n % 1000] = *way;
    return depth(way, n + 1) + big[n % 1000];
}
__global__ void recurse(int* a) { *a = depth(a, 0); }
void endless_recursion() { recurse<<<1, 1>>>(on_device(1)); }

__global__ void trap() { __trap(); }
void trapped() { trap<<<1, 1>>>(); }

__global__ void read_fresh(const int* a, int* out) {
    __shared__ int nobody_wrote_this[2];
    out[0] = a[1], out[1] = nobody_wrote_this[1];
}
void never_written() {
    int *out = on_device(2), host[2];
    read_fresh<<<1, 1>>>(on_device(2), out);
    cudaMemcpy(host, out, sizeof host, cudaMemcpyDeviceToHost);
    printf("%d %d\n", host[0], host[1]);
}

int main(int, char** given) {
    struct { const char* name; void (*run)(); } cases[] = {
#define CASE(name) {#name, name}
        CASE(past_device_array), CASE(past_shared_array), CASE(past_dynamic_shared_memory), CASE(past_local_array),
        CASE(after_cudaFree), CASE(missing_barrier), CASE(update_without_atomic), CASE(race_between_blocks),
        CASE(host_array_on_the_stack), CASE(host_array_on_the_heap), CASE(large_host_array),
        CASE(device_pointer_on_the_host), CASE(null_pointer), CASE(deadlock), CASE(mask_without_the_caller),
        CASE(endless_recursion), CASE(trapped), CASE(never_written),
    };
    for (auto& one : cases)
        if (strcmp(one.name, given[1]) == 0) one.run();
    printf("came to the end\n");
    return 0;
}
