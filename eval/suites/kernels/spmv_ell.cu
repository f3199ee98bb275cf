__global__ void spmv_ell_kernel(int rows, int width, const int* column, const double* data, const double* x, double* y)
{
    int r = blockIdx.x * blockDim.x + threadIdx.x;
    if (r < rows) {
        double sum = 0.0;
        for (int w = 0, slot = r; w < width; ++w, slot += rows) {
            int c = column[slot];
            if (c >= 0)
                sum += data[slot] * x[c];
        }
        y[r] = sum;
    }
}
