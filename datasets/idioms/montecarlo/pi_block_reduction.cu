__global__ void estimate_pi(const double *u, double *pi, int n)
{
    __shared__ int partial[256];
    int tid = threadIdx.x;
    int inside = 0;
    for (int i = tid; i < n; i += blockDim.x) {
        double a = u[2 * i], b = u[2 * i + 1];
        if (a * a + b * b < 1.0)
            inside++;
    }
    partial[tid] = inside;
    __syncthreads();
    for (unsigned int s = blockDim.x >> 1; s > 0; s >>= 1) {
        if (tid < s)
            partial[tid] += partial[tid + s];
        __syncthreads();
    }
    if (tid == 0)
        pi[0] = n > 0 ? 4.0 * partial[0] / n : 0.0;
}
