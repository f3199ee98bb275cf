__global__ void linear_forward(const float *x, const float *W, const float *bias, float *y, int batch, int in_dim, int out_dim)
{
    int o = blockIdx.x * blockDim.x + threadIdx.x;
    int b = blockIdx.y * blockDim.y + threadIdx.y;
    if (b < batch && o < out_dim) {
        float acc = bias[o];
        for (int i = 0; i < in_dim; i++)
            acc += x[b * in_dim + i] * W[o * in_dim + i];
        y[b * out_dim + o] = acc > 0.0f ? acc : 0.0f;
    }
}
