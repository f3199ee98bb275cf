__global__ void triangular_solve_many_kernel(int n, int systems, const double* lower, double* rhs)
{
    const int s = blockIdx.x * blockDim.x + threadIdx.x;
    if (s >= systems)
        return;
    for (int i = 0; i < n; ++i) {
        double rest = rhs[i * systems + s];
        for (int j = 0; j < i; ++j)
            rest -= lower[i * n + j] * rhs[j * systems + s];
        rhs[i * systems + s] = rest / lower[i * n + i];
    }
}
