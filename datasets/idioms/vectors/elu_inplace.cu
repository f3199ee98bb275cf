__global__ void elu_inplace(float *x, const float alpha, const size_t n)
{
    size_t i = blockIdx.x * (size_t)blockDim.x + threadIdx.x;
    if (i < n) {
        float v = x[i];
        if (v < 0.0f)
            x[i] = alpha * (expf(v) - 1.0f);
    }
}
