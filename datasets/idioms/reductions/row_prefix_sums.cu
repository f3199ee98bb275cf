__global__ void cumsum_rows(const float *in, float *out, int rows, int cols)
{
    int r = threadIdx.x + blockIdx.x * blockDim.x;
    if (r >= rows) return;
    float run = 0.0f;
    for (int c = 0; c < cols; c++) {
        run += in[r * cols + c];
        out[r * cols + c] = run;
    }
}
