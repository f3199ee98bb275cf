__global__ void gather_scaled(const float *table, const int *index, const float *weight, float *out, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n)
        out[i] = weight[i] * table[index[i]];
}
