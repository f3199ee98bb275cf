__global__ void layernorm(const float *x, const float *gamma, const float *beta, float *y, int rows, int dim, float eps)
{
    int r = blockIdx.x * blockDim.x + threadIdx.x;
    if (r < rows) {
        float mean = 0.0f;
        for (int d = 0; d < dim; d++)
            mean += x[r * dim + d];
        mean /= dim;
        float var = 0.0f;
        for (int d = 0; d < dim; d++) {
            float c = x[r * dim + d] - mean;
            var += c * c;
        }
        var /= dim;
        float inv = 1.0f / sqrtf(var + eps * eps);
        for (int d = 0; d < dim; d++)
            y[r * dim + d] = gamma[d] * (x[r * dim + d] - mean) * inv + beta[d];
    }
}
