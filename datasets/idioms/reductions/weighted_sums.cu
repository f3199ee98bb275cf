__global__ void weighted_sums(const float *value, const float *weight, float *num, float *den, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        atomicAdd(num, weight[i] * value[i]);
        atomicAdd(den, weight[i]);
    }
}
