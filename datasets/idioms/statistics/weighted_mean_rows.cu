__global__ void weighted_mean(const float *v, const float *w, float *out, int rows, int cols)
{
    int i = blockDim.x * blockIdx.x + threadIdx.x;
    if (i < rows) {
        float num = 0.0f, den = 0.0f;
        for (int j = 0; j < cols; j++) {
            num += w[j] * v[i * cols + j];
            den += w[j];
        }
        out[i] = den != 0.0f ? num / den : 0.0f;
    }
}
