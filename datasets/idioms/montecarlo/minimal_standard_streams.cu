__global__ void lcg_streams(int *state, double *u, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        long long s = (16807LL * state[i]) % 2147483647LL;
        state[i] = (int)s;
        u[i] = (double)s / 2147483647.0;
    }
}
