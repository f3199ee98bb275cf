__global__ void rotate90(const float *in, float *out, int rows, int cols)
{
    unsigned int c = blockIdx.x * blockDim.x + threadIdx.x;
    unsigned int r = blockIdx.y * blockDim.y + threadIdx.y;
    if (r < rows && c < cols)
        out[c * rows + (rows - 1 - r)] = in[r * cols + c];
}
