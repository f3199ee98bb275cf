__global__ void scale_rows(float *a, const float *d, int rows, int cols)
{
    int i = blockIdx.y * blockDim.y + threadIdx.y;
    int j = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < rows && j < cols)
        a[i * cols + j] *= d[i];
}
