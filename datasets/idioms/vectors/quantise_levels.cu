__global__ void quantize(const float *x, float *q, float step, int n)
{
    int index = blockIdx.x * blockDim.x + threadIdx.x;
    int stride = blockDim.x * gridDim.x;
    for (int i = index; i < n; i += stride)
        q[i] = step * floorf(x[i] / step + 0.5f);
}
