__global__ void row_sums(const float *mat, float *sums, int rows, int cols)
{
    int r = blockIdx.x * blockDim.x + threadIdx.x;
    if (r < rows) {
        float s = 0.0f;
        for (int c = 0; c < cols; c++)
            s += mat[r * cols + c];
        sums[r] = s;
    }
}
