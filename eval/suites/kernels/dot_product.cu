__global__ void dot_product_kernel(const float* u, const float* v, int n, double* result)
{
    __shared__ double partial[256];
    const int lane = threadIdx.x;
    double mine = 0.0;
    for (int i = lane; i < n; i += blockDim.x)
        mine += double(u[i]) * v[i];
    partial[lane] = mine;
    __syncthreads();
    for (int half = blockDim.x / 2; half > 0; half /= 2) {
        if (lane < half)
            partial[lane] += partial[lane + half];
        __syncthreads();
    }
    if (lane == 0)
        *result = partial[0];
}
