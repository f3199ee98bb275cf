__global__ void vandermonde(const double *x, double *V, int rows, int cols)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < rows) {
        double p = 1.0;
        for (int j = 0; j < cols; j++) {
            V[i * cols + j] = p;
            p *= x[i];
        }
    }
}
