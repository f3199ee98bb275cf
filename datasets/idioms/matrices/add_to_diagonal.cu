__global__ void shift_diagonal(double *a, const double sigma, const int n, const int lda)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n)
        a[i * lda + i] += sigma;
}
