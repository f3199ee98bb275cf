__global__ void fill_rows(int *m, const int *values, int rows, int cols)
{
    for (int r = blockIdx.x; r < rows; r += gridDim.x) {
        int v = values[r];
        for (int c = threadIdx.x; c < cols; c += blockDim.x)
            m[r * cols + c] = v + c;
    }
}
