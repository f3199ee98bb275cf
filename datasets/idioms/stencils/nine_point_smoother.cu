__global__ void smooth9(const double *a, double *b, int rows, int cols)
{
    int j = blockIdx.x * blockDim.x + threadIdx.x + 1;
    int i = blockIdx.y * blockDim.y + threadIdx.y + 1;
    if (i < rows - 1 && j < cols - 1) {
        double corners = a[(i - 1) * cols + j - 1] + a[(i - 1) * cols + j + 1] + a[(i + 1) * cols + j - 1] + a[(i + 1) * cols + j + 1];
        double sides = a[(i - 1) * cols + j] + a[(i + 1) * cols + j] + a[i * cols + j - 1] + a[i * cols + j + 1];
        b[i * cols + j] = (corners + 2.0 * sides + 4.0 * a[i * cols + j]) / 16.0;
    }
}
