__global__ void sum_squares(const float *x, float *total, int n)
{
    int index = blockIdx.x * blockDim.x + threadIdx.x;
    int stride = blockDim.x * gridDim.x;
    float s = 0.f;
    for (int i = index; i < n; i += stride)
        s += x[i] * x[i];
    atomicAdd(&total[0], s);
}
