__global__ void row_products(const double *p, double *likelihood, int rows, int cols)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= rows) return;
    double prod = 1.0;
    for (int j = 0; j < cols; j++)
        prod *= p[j * rows + i];
    likelihood[i] = prod;
}
