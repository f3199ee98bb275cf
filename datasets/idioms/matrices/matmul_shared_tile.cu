__global__ void matmul_square(const float *a, const float *b, float *c, int n)
{
    __shared__ float as[8][8];
    __shared__ float bs[8][8];
    int tx = threadIdx.x, ty = threadIdx.y;
    int row = blockIdx.y * 8 + ty;
    int col = blockIdx.x * 8 + tx;
    float s = 0;
    for (int t = 0; t < (n + 7) / 8; t++) {
        as[ty][tx] = (row < n && t * 8 + tx < n) ? a[row * n + t * 8 + tx] : 0.0f;
        bs[ty][tx] = (col < n && t * 8 + ty < n) ? b[(t * 8 + ty) * n + col] : 0.0f;
        __syncthreads();
        for (int k = 0; k < 8; k++)
            s += as[ty][k] * bs[k][tx];
        __syncthreads();
    }
    if (row < n && col < n)
        c[row * n + col] = s;
}
