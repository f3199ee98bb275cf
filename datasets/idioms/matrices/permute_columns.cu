__global__ void permute_cols(const int *in, const int *perm, int *out, int rows, int cols)
{
    int x = blockDim.x * blockIdx.x + threadIdx.x;
    int y = blockDim.y * blockIdx.y + threadIdx.y;
    if (x < cols && y < rows)
        out[y * cols + x] = in[y * cols + perm[x]];
}
