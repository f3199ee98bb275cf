__global__ void avgpool_grad(const float *dout, float *din, int channels, int spatial)
{
    int s = blockIdx.x * blockDim.x + threadIdx.x;
    int c = blockIdx.y * blockDim.y + threadIdx.y;
    if (s < spatial && c < channels)
        din[c * spatial + s] += dout[c] / spatial;
}
