__global__ void scale_columns_cm(double *a, const double *s, size_t lda, size_t m, size_t n)
{
    size_t i = blockIdx.x * blockDim.x + threadIdx.x;
    size_t j = blockIdx.y * blockDim.y + threadIdx.y;
    if (i < m && j < n)
        a[i + j * lda] *= s[j];
}
