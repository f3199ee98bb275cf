__global__ void softmax_kernel(float* logits, int batch, int classes)
{
    const int b = blockIdx.x * blockDim.x + threadIdx.x;
    if (b >= batch)
        return;
    float* z = logits + b * classes;
    float peak = z[0], mass = 0.0f;
    for (int c = 1; c < classes; ++c)
        peak = z[c] > peak ? z[c] : peak;
    for (int c = 0; c < classes; ++c) {
        const float power = expf(z[c] - peak);
        z[c] = power;
        mass += power;
    }
    for (int c = 0; c < classes; ++c)
        z[c] /= mass;
}
