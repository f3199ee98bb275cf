__global__ void standardize(float *x, float mean, float var, float eps, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n)
        x[i] = (x[i] - mean) / sqrtf(fabsf(var) + eps * eps + 1.0e-6f);
}
