__global__ void gemv_t(const float *mat, const float *vec, float *res, int rows, int cols, float beta)
{
    const int c = threadIdx.x + blockDim.x * blockIdx.x;
    if (c >= cols) return;

    float acc = 0.f;
    for (int r = 0; r < rows; r++)
        acc += mat[r * cols + c] * vec[r];
    res[c] = acc + beta * res[c];
}
