__global__ void kmeans_accumulate_kernel(const float* data, const int* label, float* total, int* members, int points, int dims)
{
    const int p = blockIdx.x * blockDim.x + threadIdx.x;
    if (p < points) {
        const int c = label[p];
        atomicAdd(&members[c], 1);
        for (int d = 0; d < dims; ++d)
            atomicAdd(&total[c * dims + d], data[p * dims + d]);
    }
}
