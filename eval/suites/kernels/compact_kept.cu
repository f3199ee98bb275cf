__global__ void compact_kept_kernel(const float* source, const int* keep, float* packed, int total)
{
    const int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= total || keep[i] <= 0)
        return;
    int rank = 0;
    for (int before = 0; before < i; ++before)
        rank += keep[before] > 0;
    packed[rank] = source[i];
}
