__global__ void conj_scale(double *z, double alpha, int n)
{
    int i = blockDim.x * blockIdx.x + threadIdx.x;

    if (i < n) {
        z[2 * i + 0] *= alpha;
        z[2 * i + 1] *= -alpha;
    }
}
