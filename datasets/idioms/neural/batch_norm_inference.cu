__global__ void batchnorm_infer(float *x, const float *mean, const float *variance, const float *scale, const float *shift, int channels, int spatial)
{
    int index = blockIdx.x * blockDim.x + threadIdx.x;
    if (index >= channels * spatial) return;
    int c = index / spatial;
    float v = (x[index] - mean[c]) / (sqrtf(fabsf(variance[c])) + 0.00001f);
    x[index] = scale[c] * v + shift[c];
}
