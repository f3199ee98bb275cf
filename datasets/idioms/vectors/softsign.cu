__global__ void softsign(double *data, double *out, int n)
{
    for (int k = blockIdx.x * blockDim.x + threadIdx.x; k < n; k += blockDim.x * gridDim.x)
        out[k] = data[k] / (1.0 + fabs(data[k]));
}
