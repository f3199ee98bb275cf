__global__ void gather_rows(const float *src, const int *rows, float *dst, int count, int dim)
{
    int d = blockIdx.x * blockDim.x + threadIdx.x;
    int r = blockIdx.y * blockDim.y + threadIdx.y;
    if (r < count && d < dim)
        dst[r * dim + d] = src[rows[r] * dim + d];
}
