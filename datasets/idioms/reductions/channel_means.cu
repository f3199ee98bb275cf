__global__ void channel_mean(const float *x, int batch, int channels, int spatial, float *mean)
{
    float scale = 1.f / (batch * spatial);
    int c = (blockIdx.x + blockIdx.y * gridDim.x) * blockDim.x + threadIdx.x;
    if (c >= channels) return;
    float acc = 0;
    for (int b = 0; b < batch; ++b)
        for (int s = 0; s < spatial; ++s)
            acc += x[(b * channels + c) * spatial + s];
    mean[c] = acc * scale;
}
