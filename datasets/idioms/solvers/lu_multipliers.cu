__global__ void lu_scale_column(double *a, int k, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i > k && i < n)
        a[i * n + k] = a[i * n + k] / a[k * n + k];
}
