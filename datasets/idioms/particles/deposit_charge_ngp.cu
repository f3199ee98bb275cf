__global__ void deposit(const int *cell, const float *charge, float *rho, float inv_volume, int n)
{
    int p = blockIdx.x * blockDim.x + threadIdx.x;
    if (p < n)
        atomicAdd(&rho[cell[p]], charge[p] * inv_volume);
}
