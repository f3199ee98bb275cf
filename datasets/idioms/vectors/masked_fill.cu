__global__ void masked_fill_kernel(float *X, const unsigned char *mask, float val, int n)
{
    int i = (blockIdx.x + blockIdx.y * gridDim.x) * blockDim.x + threadIdx.x;
    if (i < n && mask[i] == 1)
        X[i] = val;
}
