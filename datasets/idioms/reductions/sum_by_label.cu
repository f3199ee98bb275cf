__global__ void sum_by_label(const int *label, const float *value, float *sums, int *counts, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        int k = label[i];
        atomicAdd(&sums[k], value[i]);
        atomicAdd(&counts[k], 1);
    }
}
