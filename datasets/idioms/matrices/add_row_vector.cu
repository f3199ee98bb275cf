__global__ void add_row_vector(float *out, const float *in, const float *bias, int width, int height)
{
    int idx = blockIdx.x * blockDim.x + threadIdx.x;
    if (idx < width * height)
        out[idx] = in[idx] + bias[idx % width];
}
